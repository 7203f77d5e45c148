package org.redress.notification.sending;

import org.redress.notification.notifications.Outcome;

/**
 * What came of writing a message.
 *
 * @param <M> what the channel sends
 */
public sealed interface Written<M> {

    /** Something to be sent. */
    record Ready<M>(M message) implements Written<M> {}

    /** There is nothing to send, at least not now. */
    record Not<M>(Outcome outcome) implements Written<M> {}

    /** Not to be sent at all. */
    static <M> Written<M> suppressed(String reason) {
        return new Not<>(new Outcome.Suppressed(reason));
    }

    /** Cannot be sent, ever. */
    static <M> Written<M> refused(String reason) {
        return new Not<>(new Outcome.Refused(reason));
    }

    /** Cannot be sent yet. */
    static <M> Written<M> later(String reason) {
        return new Not<>(new Outcome.Unready(reason));
    }
}
