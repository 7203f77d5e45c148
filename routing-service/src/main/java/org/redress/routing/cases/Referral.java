package org.redress.routing.cases;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That one of the named gets in touch with the petitioner 关怀转介. It is no clock and no part: nothing but the named learns of it,
 * in no list, number or message.
 *
 * @param post post of who is asked
 * @param officer id of who is asked
 * @param askedOn the day it was asked
 * @param nextOn day of the next contact; absent where none is owed any more
 * @param reminded true once the named were told that the day has passed
 */
public record Referral(
        String post,
        String officer,
        LocalDate askedOn,
        @Nullable LocalDate nextOn,
        boolean reminded) {

    /** True while a contact is owed. */
    public boolean isOpen() {
        return nextOn != null;
    }

    Referral next(@Nullable LocalDate on) {
        return new Referral(post, officer, askedOn, on, false);
    }

    Referral ended() {
        return next(null);
    }

    Referral told() {
        return new Referral(post, officer, askedOn, nextOn, true);
    }
}
