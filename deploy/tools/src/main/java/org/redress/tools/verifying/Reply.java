package org.redress.tools.verifying;

/**
 * What a service answered to a request to mend something.
 *
 * @param count events it had sent again, or volumes it set right
 * @param refused whether it did not do what it was asked
 * @param says the answer in words
 */
record Reply(int count, boolean refused, String says) {

    /** A request that came to nothing. */
    static Reply refused(String why) {
        return new Reply(0, true, why);
    }

    /** A request that was carried out. */
    static Reply done(int count) {
        return new Reply(count, false, "");
    }

    Reply saying(String words) {
        return new Reply(count, refused, words);
    }

    /** Whether something changed. */
    boolean changed() {
        return count > 0;
    }
}
