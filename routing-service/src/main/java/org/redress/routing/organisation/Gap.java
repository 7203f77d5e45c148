package org.redress.routing.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.routing.classification.TopicNode;

/**
 * A place of the responsibility net where petitions would wait for a person.
 *
 * @param kind what is missing
 * @param unit code of the unit
 * @param topic code of the topic of the first level; absent where it is about a post
 * @param post id of the post; absent where no post has the duty
 */
public record Gap(
        Kind kind,
        String unit,
        @Nullable String topic,
        @Nullable String post) {

    /** What can be missing. */
    public enum Kind {
        /** Nobody answers for the topic in the unit or above it: petitions wait at its petition office. */
        NO_OWNER,
        /** Nobody stands in for the post that answers; an equal takes new petitions, not those the post has. */
        NO_DEPUTY,
        /** Who answers is away on that day, and nobody who stands in is there. */
        NOBODY_THERE
    }

    /** All gaps of a rulebook on a day. */
    public static List<Gap> of(Rulebook rulebook, LocalDate day) {
        Organisation organisation = rulebook.organisation();
        List<Gap> gaps = new ArrayList<>();
        for (Unit unit : organisation.units().values()) {
            for (TopicNode topic : rulebook.topics().roots()) {
                if (rulebook.net()
                        .find(List.of(topic.code()), organisation.upwards(unit))
                        .isEmpty()) {
                    gaps.add(new Gap(Kind.NO_OWNER, unit.code(), topic.code(), null));
                }
            }
        }
        for (String post : rulebook.net().owners()) {
            Post held = organisation.posts().get(post);
            if (held != null && held.deputy() == null) {
                gaps.add(new Gap(Kind.NO_DEPUTY, held.unit(), null, post));
            }
            if (held != null && organisation.standIn(post, day).isEmpty()) {
                gaps.add(new Gap(Kind.NOBODY_THERE, held.unit(), null, post));
            }
        }
        return gaps;
    }
}
