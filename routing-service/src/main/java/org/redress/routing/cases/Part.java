package org.redress.routing.cases;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A part of a case that somebody else is asked to do 协办.
 *
 * @param post post that is asked
 * @param by post that asked
 * @param askedOn the day it was asked
 * @param dueOn day it is owed by
 * @param askId text that says what is asked for; absent where there is none
 * @param returnedOn the day it was returned; absent while it was not
 * @param returnId text that was returned; absent while none was
 * @param lapsed true where the case ended, or whoever is asked may know of it no more, before it was returned
 */
public record Part(
        String post,
        String by,
        LocalDate askedOn,
        LocalDate dueOn,
        @Nullable String askId,
        @Nullable LocalDate returnedOn,
        @Nullable String returnId,
        boolean lapsed) {

    static Part asked(String post, String by, LocalDate askedOn, LocalDate dueOn, @Nullable String askId) {
        return new Part(post, by, askedOn, dueOn, askId, null, null, false);
    }

    Part returned(LocalDate on, @Nullable String textId) {
        return new Part(post, by, askedOn, dueOn, askId, on, textId, false);
    }

    /** The same where nobody owes it any more. */
    Part ended() {
        return isOpen() ? new Part(post, by, askedOn, dueOn, askId, null, null, true) : this;
    }

    /** True while it is owed. */
    public boolean isOpen() {
        return returnedOn == null && !lapsed;
    }

    /** True where it is owed since before a day, or came after the day it was owed by. */
    public boolean isLate(LocalDate today) {
        return !lapsed && (returnedOn == null ? today : returnedOn).isAfter(dueOn);
    }

    boolean has(String textId) {
        return textId.equals(askId) || textId.equals(returnId);
    }
}
