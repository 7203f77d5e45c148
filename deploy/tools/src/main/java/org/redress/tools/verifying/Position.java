package org.redress.tools.verifying;

/**
 * How far a history goes, or how far a consumer has come in it.
 *
 * @param epoch epoch of the history
 * @param last last sequence, 0 before the first
 * @param parked true when the consumer set the aggregate aside
 */
record Position(int epoch, long last, boolean parked) {

    /** Before the first event. */
    static final Position START = new Position(1, 0, false);

    boolean sameAs(Position other) {
        return epoch == other.epoch && last == other.last;
    }

    boolean isBefore(Position other) {
        return epoch < other.epoch || (epoch == other.epoch && last < other.last);
    }

    boolean covers(EventHead event) {
        return epoch > event.epoch() || (epoch == event.epoch() && last >= event.sequence());
    }

    @Override
    public String toString() {
        return epoch == 1 ? Long.toString(last) : epoch + ":" + last;
    }
}
