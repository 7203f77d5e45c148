package org.redress.notification.sending;

import java.util.List;
import org.redress.notification.notifications.Notification;
import org.redress.notification.writing.Mail;

/**
 * The mails of one notification, sent over one connection and settled together.
 *
 * @param notification the notification
 * @param mails its mails that are due
 */
record Parcel(Notification notification, List<Mail> mails) {}
