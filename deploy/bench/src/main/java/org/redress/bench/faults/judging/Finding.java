package org.redress.bench.faults.judging;

/**
 * Something that must not be.
 *
 * @param kind what kind of damage
 * @param sentence what it is, for people
 */
public record Finding(Kind kind, String sentence) {

    /** Kinds of damage, by their names in the result. */
    public enum Kind {
        /** Acknowledged, and its effect is missing somewhere. */
        LOST("lost"),
        /** Once asked for, and there twice. */
        DOUBLED("doubled"),
        /** A document, its events and a position that do not belong together. */
        TORN("torn"),
        /** A hole in a history that nobody filled. */
        GAP_OPEN("gaps_open"),
        /** Somebody had to be told and was not. */
        ALERT_MISSING("alerts_missing"),
        /** A further copy of a mail. */
        MAIL_COPY("mail_copies_extra");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** Its name in the result. */
        public String label() {
            return label;
        }
    }

    @Override
    public String toString() {
        return kind.label() + ": " + sentence;
    }
}
