package org.redress.platform.consuming;

/** The consumer's rules, without any framework: exactly once and in order per aggregate and epoch. */
final class Gate {

    private Gate() {}

    /** Judges a record by its epoch, its sequence and, at the place the stream stands at, by its id. */
    static Verdict judge(Position at, Arrived record) {
        if (record.epoch() < at.epoch()) {
            return new Verdict.Duplicate();
        }
        if (record.epoch() > at.epoch()) {
            return newEpoch(at, record);
        }
        if (at.contradicts(record.epoch(), record.sequence(), record.eventId())) {
            return new Verdict.Damage();
        }
        if (record.sequence() <= at.last()) {
            return new Verdict.Duplicate();
        }
        if (at.parked()) {
            return new Verdict.Parked();
        }
        return record.sequence() == at.last() + 1 ? new Verdict.Apply(after(record), false) : new Verdict.Gap();
    }

    /** The first of a newer epoch replaces whatever was built, parked or not; anything later waits for it. */
    private static Verdict newEpoch(Position at, Arrived record) {
        if (record.sequence() == 1) {
            return new Verdict.Apply(after(record), true);
        }
        return at.parked() ? new Verdict.Parked() : new Verdict.Gap();
    }

    private static Position after(Arrived record) {
        return new Position(record.epoch(), record.sequence(), false, record.eventId());
    }
}
