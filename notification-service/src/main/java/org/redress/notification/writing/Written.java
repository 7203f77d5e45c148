package org.redress.notification.writing;

import org.redress.notification.notifications.Outcome;

/** What came of writing a message. */
public sealed interface Written {

    /** A mail to be sent. */
    record Ready(Mail mail) implements Written {}

    /** There is nothing to send, at least not now. */
    record Not(Outcome outcome) implements Written {}

    /** Not to be sent at all. */
    static Written suppressed(String reason) {
        return new Not(new Outcome.Suppressed(reason));
    }

    /** Cannot be sent, ever. */
    static Written refused(String reason) {
        return new Not(new Outcome.Refused(reason));
    }

    /** Cannot be sent yet. */
    static Written later(String reason) {
        return new Not(new Outcome.Unready(reason));
    }
}
