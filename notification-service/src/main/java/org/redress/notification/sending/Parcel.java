package org.redress.notification.sending;

import java.util.Map;
import org.redress.notification.notifications.Notification;

/**
 * The messages of one notification in one lane, settled together.
 *
 * @param notification the notification
 * @param messages those that are due, by their ids
 * @param <M> what the channel sends
 */
public record Parcel<M>(Notification notification, Map<String, M> messages) {}
