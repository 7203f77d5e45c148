package org.redress.platform.consuming;

import java.util.ArrayList;
import java.util.List;

/** An event of the one aggregate that is walked; the first of the second epoch begins its history anew. */
record Fact(int epoch, long sequence) implements Arrived {

    static final Source AGGREGATE = new Source("a", "a");

    private static final int PER_EPOCH = 8;
    private static final List<Fact> ALL = all();

    private static List<Fact> all() {
        List<Fact> all = new ArrayList<>();
        for (int code = 0; code < 2 * PER_EPOCH; code++) {
            all.add(new Fact(1 + code / PER_EPOCH, code % PER_EPOCH));
        }
        return List.copyOf(all);
    }

    static Fact of(int epoch, long sequence) {
        return ALL.get((epoch - 1) * PER_EPOCH + (int) sequence);
    }

    static Fact of(char code) {
        return ALL.get(code - 'a');
    }

    /** One letter, for a queue. */
    char code() {
        return (char) ('a' + (epoch - 1) * PER_EPOCH + (int) sequence);
    }

    /** One bit, for a set. */
    int bit() {
        return 1 << (code() - 'a');
    }

    /** A set in order. */
    static List<Fact> in(int set) {
        List<Fact> facts = new ArrayList<>(Integer.bitCount(set));
        for (int rest = set; rest != 0; rest &= rest - 1) {
            facts.add(ALL.get(Integer.numberOfTrailingZeros(rest)));
        }
        return facts;
    }

    /** A set from its members. */
    static int set(Iterable<Fact> facts) {
        int set = 0;
        for (Fact fact : facts) {
            set |= fact.bit();
        }
        return set;
    }

    @Override
    public Source source() {
        return AGGREGATE;
    }

    @Override
    public String eventId() {
        return toString();
    }

    @Override
    public String toString() {
        return epoch + "." + sequence;
    }
}
