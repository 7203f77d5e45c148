package org.redress.platform.web;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What became of the last question to the issuer: those who waited while it was asked in vain fail with it, instead of
 * asking one after the other. For callers that hold a lock.
 */
final class IssuerOutage {

    private static final Duration JUST = Duration.ofSeconds(1);

    private @Nullable RuntimeException seen;
    private long seenAt;

    <T> T unlessJustSeen(Supplier<T> question) {
        RuntimeException before = seen;
        if (before != null && System.nanoTime() - seenAt < JUST.toNanos()) {
            throw before;
        }
        try {
            T answer = question.get();
            seen = null;
            return answer;
        } catch (RuntimeException e) {
            seen = e;
            seenAt = System.nanoTime();
            throw e;
        }
    }
}
