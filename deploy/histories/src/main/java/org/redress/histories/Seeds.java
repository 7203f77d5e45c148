package org.redress.histories;

import java.util.Random;
import java.util.stream.LongStream;

/** The examples of a property test: a few, or many where {@code deploy/test --thorough} asks for them. */
public final class Seeds {

    static final String PROPERTY = "redress.seed";

    private static final boolean THOROUGH = Boolean.parseBoolean(System.getenv("REDRESS_THOROUGH"));
    private static final int KNOWN = THOROUGH ? 80 : 12;
    private static final int NEW = THOROUGH ? 40 : 8;
    private static final int FEW = THOROUGH ? 12 : 4;

    private Seeds() {}

    /** A few that are always the same. */
    public static LongStream few() {
        return all().limit(FEW);
    }

    /** Seeds that are always the same and some that never were; the one of {@code -Dredress.seed} alone, if given. */
    public static LongStream all() {
        Long one = Long.getLong(PROPERTY);
        return one != null
                ? LongStream.of(one)
                : LongStream.concat(LongStream.rangeClosed(1, KNOWN), new Random().longs(NEW));
    }
}
