package org.redress.notification.notifications;

import org.jspecify.annotations.Nullable;

/**
 * What a message may say of its case; never anything of the petitioner.
 *
 * @param unit code of the unit that answers for the case, where the message names it
 * @param deadline the limit the message is about
 */
public record Facts(@Nullable String unit, @Nullable Deadline deadline) {

    /** Nothing beyond the event itself. */
    public static final Facts NONE = new Facts(null, null);
}
