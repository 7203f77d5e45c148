package org.redress.notification.notifications;

/** Why a message was not sent, or not yet; fixed words that name nobody. */
public final class Reason {

    /** The petitioner left no address. */
    public static final String NO_ADDRESS = "no-address";

    /** The submission was not seen yet, so that nobody knows whether there is an address. */
    public static final String NO_CONTACT_YET = "no-contact-yet";

    /** The newest organisation has no such post. */
    public static final String NO_SUCH_POST = "no-such-post";

    /** The recipient may no longer know of the case. */
    public static final String NOT_IN_SCOPE = "not-in-scope";

    /** It tells of a restricted case, and the post has another holder than when it was planned. */
    public static final String NEW_HOLDER = "new-holder";

    /** A digest without lines. */
    public static final String EMPTY = "empty";

    /** The contact was sealed for another key, or damaged. */
    public static final String UNREADABLE_CONTACT = "unreadable-contact";

    /** Writing it failed. */
    public static final String NOT_WRITTEN = "not-written";

    /** The address is none. */
    public static final String BAD_ADDRESS = "bad-address";

    /** The channel broke off while the message was handed over. */
    public static final String BROKEN_OFF = "broken-off";

    /** It was tried for as long as patience lasts; the last reason follows. */
    public static final String GAVE_UP = "gave-up";

    private Reason() {}
}
