package org.redress.routing.organisation;

import org.jspecify.annotations.Nullable;
import org.redress.platform.description.NamesOf;
import org.redress.routing.configuration.Names;

/**
 * A gap, as it is answered.
 *
 * @param kind no-owner, no-deputy, nobody-there or no-reviewer
 * @param unit code of the unit
 * @param topic code of the topic of the first level; absent where it is about a post
 * @param post id of the post; absent where no post has the duty; the petition office of the level that cannot review
 */
public record GapView(
        @NamesOf(Gap.Kind.class) String kind,
        String unit,
        @Nullable String topic,
        @Nullable String post) {

    /** One gap. */
    public static GapView of(Gap gap) {
        return new GapView(Names.of(gap.kind()), gap.unit(), gap.topic(), gap.post());
    }
}
