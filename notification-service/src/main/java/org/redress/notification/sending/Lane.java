package org.redress.notification.sending;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.redress.notification.notifications.Notification;
import org.redress.notification.notifications.Outcome;

/**
 * A channel, or the part of one that leads to one place: it has a thread, claims, an outage and a pace of its own, so that
 * one that hangs holds no other.
 *
 * @param <M> what it sends
 */
public interface Lane<M> {

    /** Its name for ever, as {@link org.redress.notification.notifications.Entry#lane()} says it. */
    String name();

    /** How fast it goes. */
    SendingSettings settings();

    /** Whether it is worth trying again after an outage; true where only sending can tell. */
    boolean reachable();

    /** Composes messages, each under its task's id; one that cannot be composed stops no other. */
    Map<String, Written<M>> write(List<Task> tasks);

    /**
     * Hands messages over and tells what became of each, by the message's id. It never throws because of whom it leads to,
     * and always comes to an end.
     *
     * @param settle writes down what became of a notification's messages; called for each one as soon as that is known
     */
    Map<String, Outcome> deliver(List<Parcel<M>> parcels, BiConsumer<Notification, Map<String, Outcome>> settle)
            throws InterruptedException;
}
