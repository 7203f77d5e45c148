package org.redress.platform.consuming;

/** What is to be done with a record, seen from where its aggregate stands. */
sealed interface Verdict {

    /** It was applied before: skip. */
    record Duplicate() implements Verdict {}

    /**
     * It is the next one.
     *
     * @param after where the consumer stands when it is applied
     * @param snapshot true when it opens a new epoch and replaces the state
     */
    record Apply(Position after, boolean snapshot) implements Verdict {}

    /** The aggregate is parked: it goes to the dead letters, in order. */
    record Parked() implements Verdict {}

    /** Another event was applied at its place, as when its producer was set back: one of the two is not true. */
    record Damage() implements Verdict {}

    /** One or more before it are missing. */
    record Gap() implements Verdict {}
}
