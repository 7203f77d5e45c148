package org.redress.platform.publishing;

import java.security.SecureRandom;
import java.util.UUID;
import org.redress.platform.time.RealTime;

/** Unique ids that sort by the moment they were made: UUID of version 7 (RFC 9562). */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** A new id in its canonical text form. */
    public static String next() {
        long millis = RealTime.now().toEpochMilli();
        long high = (millis << 16) | 0x7000L | (RANDOM.nextLong() & 0x0FFFL);
        long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
