package org.redress.notification.sending;

import org.redress.notification.notifications.Entry;
import org.redress.notification.notifications.Notification;

/**
 * One message to be sent now.
 *
 * @param notification whose it is
 * @param entry the message
 */
public record Task(Notification notification, Entry entry) {

    /** The message's id. */
    public String id() {
        return notification.entryId(entry.number());
    }
}
