package org.redress.platform.limits;

import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * So many requests at once, and as many again in so much time, bit by bit.
 *
 * @param requests at least 1
 * @param per longer than nothing
 */
record Rate(int requests, Duration per) {

    Rate {
        if (requests < 1 || per.isNegative() || per.isZero()) {
            throw new IllegalArgumentException(
                    "a rate needs at least 1 request in a time above 0, not " + requests + " in " + per);
        }
    }

    Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(requests).refillGreedy(requests, per))
                .build();
    }
}
