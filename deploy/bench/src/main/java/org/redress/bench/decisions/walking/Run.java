package org.redress.bench.decisions.walking;

/** Which limit a run judges: officers decide and answer at the moment of the reply, or decide at once. */
public enum Run {
    /** Accepted and opined upon when the reply came: the limit of the decision. */
    A("notice", "accepted"),
    /** Accepted at the moment of the message, opined upon when the reply came: the limit for handling. */
    B("handle", "opinion-given");

    private final String clock;
    private final String ending;

    Run(String clock, String ending) {
        this.clock = clock;
        this.ending = ending;
    }

    /** The kind of the clock that is judged. */
    public String clock() {
        return clock;
    }

    /** What a case's history calls the step that ends this clock. */
    public String ending() {
        return ending;
    }

    /** Whether a case is accepted as soon as it is there. */
    public boolean acceptsAtOnce() {
        return this == B;
    }
}
