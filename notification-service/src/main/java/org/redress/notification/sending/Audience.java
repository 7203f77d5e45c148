package org.redress.notification.sending;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.notification.notifications.Reason;
import org.redress.notification.notifications.Visibility;
import org.redress.platform.organisation.Directory;

/** The rule by which a message planned earlier may still go to its post: a recipient can be lost, never gained. */
public final class Audience {

    private Audience() {}

    /**
     * Why the holder of a post may not be told; empty where they may. Of a restricted case only who held the post when it
     * happened is told: no event says whom such a case is kept from, and it may be kept from who came after. Routing looks
     * at its cases soon after the change and tells whoever has them then.
     *
     * @param planned who might know of it when the message was planned
     * @param at business time of what the message tells
     * @param present who may now; absent when no event of the case was applied
     * @param post the post as it is today
     */
    public static Optional<String> against(
            Visibility planned, Instant at, @Nullable Visibility present, Directory.Post post, Directory organisation) {
        if (!inScope(planned, present, post.unit(), organisation)) {
            return Optional.of(Reason.NOT_IN_SCOPE);
        }
        boolean restricted = planned.restricted() || (present != null && present.restricted());
        return restricted && !at.isAfter(organisation.heldSince(post.id()))
                ? Optional.of(Reason.NEW_HOLDER)
                : Optional.empty();
    }

    private static boolean inScope(
            Visibility planned, @Nullable Visibility present, String unit, Directory organisation) {
        if (present == null || !present.newerThan(planned) || present.sameAs(planned)) {
            return true;
        }
        // Nobody was named for a case in its guarded form but by the events that guard it.
        return !present.restricted() && present.scope() != null && organisation.isInLine(unit, present.scope());
    }
}
