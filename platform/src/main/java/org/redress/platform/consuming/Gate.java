package org.redress.platform.consuming;

/** The consumer's rules, without any framework: exactly once and in order per aggregate and epoch. */
final class Gate {

    private Gate() {}

    /** Judges a record by its epoch and sequence. */
    static Verdict judge(Position at, int epoch, long sequence) {
        if (epoch < at.epoch()) {
            return new Verdict.Duplicate();
        }
        if (epoch > at.epoch()) {
            return newEpoch(at, epoch, sequence);
        }
        if (sequence <= at.last()) {
            return new Verdict.Duplicate();
        }
        if (at.parked()) {
            return new Verdict.Parked();
        }
        return sequence == at.last() + 1
                ? new Verdict.Apply(new Position(epoch, sequence, false), false)
                : new Verdict.Gap();
    }

    /** A snapshot replaces whatever was built, parked or not; anything later waits for it. */
    private static Verdict newEpoch(Position at, int epoch, long sequence) {
        if (sequence == 1) {
            return new Verdict.Apply(new Position(epoch, 1, false), true);
        }
        return at.parked() ? new Verdict.Parked() : new Verdict.Gap();
    }
}
