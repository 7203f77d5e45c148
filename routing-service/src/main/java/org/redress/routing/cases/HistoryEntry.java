package org.redress.routing.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of a case's history; lines are added, never changed.
 *
 * @param at business time
 * @param what what happened
 * @param post post that did it; absent when nobody did
 * @param officer person who did it; absent when nobody did
 * @param textId text that belongs to it
 */
public record HistoryEntry(
        Instant at,
        What what,
        @Nullable String post,
        @Nullable String officer,
        @Nullable String textId) {

    /** What can happen to a case. */
    public enum What {
        /** It was registered. */
        REGISTERED,
        /** It counts as accepted, since nobody decided in time. */
        DEEMED_ACCEPTED,
        /** Someone accepted it. */
        ACCEPTED,
        /** Someone declined it. */
        DECLINED,
        /** Someone answered. */
        ANSWERED,
        /** Someone closed it. */
        CLOSED,
        /** The petitioner added to it. */
        SUPPLEMENTED,
        /** The petitioner withdrew it. */
        WITHDRAWN,
        /** The petitioner wanted to add to it, which it did not allow. */
        SUPPLEMENT_REFUSED,
        /** The petitioner wanted to withdraw it, which it did not allow. */
        WITHDRAWAL_REFUSED
    }
}
