package org.redress.notification.writing;

import org.jspecify.annotations.Nullable;
import org.redress.notification.notifications.Standing;
import org.redress.notification.organisation.Organisation;

/** The rule by which a message planned earlier may still go to its post: a recipient can be lost, never gained. */
public final class Audience {

    private Audience() {}

    /**
     * Whether the holder of a post may still know of a case.
     *
     * @param planned who might know of it when the message was planned
     * @param present who may now; absent when no event of the case was applied
     * @param unit unit of the post
     */
    public static boolean stillKnows(
            Standing planned, @Nullable Standing present, String unit, Organisation organisation) {
        if (present == null || !present.newerThan(planned) || present.sameAs(planned)) {
            return true;
        }
        // Nobody was named for a case in its guarded form but by the events that guard it.
        return !present.restricted() && organisation.inLine(unit, present.scope());
    }
}
