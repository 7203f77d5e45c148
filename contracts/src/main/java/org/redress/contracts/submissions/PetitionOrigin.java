package org.redress.contracts.submissions;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A body outside the organisation that sent a petition, such as a hotline with its sheet. Its dates are days of its own: none
 * of them is a limit of the law, and no calendar of ours moves them.
 *
 * @param body what it is called
 * @param number the number it gave the petition, unique within the body
 * @param receivedOn day the organisation received it from there
 * @param firstReplyDueOn last day on which it wants a first word; absent where it wants one answer alone
 * @param dueOn last day on which it wants the answer; absent where it set none
 * @param returnableUntil last day on which it takes it back with reasons; absent where it does not
 */
public record PetitionOrigin(
        String body,
        String number,
        LocalDate receivedOn,
        @Nullable LocalDate firstReplyDueOn,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate returnableUntil) {}
