package org.redress.routing.cases;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings what could not be told to petitioners to who holds their cases; a case that is not there yet is waited for. */
final class Unreached {

    private static final Logger log = LoggerFactory.getLogger(Unreached.class);

    private final Tellings tellings;
    private final CaseCommands commands;

    Unreached(Tellings tellings, CaseCommands commands) {
        this.tellings = tellings;
        this.commands = commands;
    }

    /** The case first, which takes it once; then it is forgotten here. */
    void follow() {
        for (Tellings.Missed missed : tellings.missed()) {
            try {
                if (commands.missPetitioner(missed.petitionId(), missed.notification())) {
                    tellings.handled(missed);
                }
            } catch (RuntimeException e) {
                // One case that cannot be read or written holds up no other.
                log.warn("Case {} does not know yet that its petitioner was not reached", missed.petitionId(), e);
            }
        }
    }
}
