package org.redress.bench.faults.traffic;

import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicLong;

/** Counts how callers were turned away while something was down. */
public final class Turnaways {

    private final AtomicLong noAnswer = new AtomicLong();
    private final AtomicLong unavailable = new AtomicLong();
    private final AtomicLong unavailableWithoutMoment = new AtomicLong();

    void note(HttpResponse<?> response) {
        if (response.statusCode() == 503) {
            unavailable.incrementAndGet();
            if (response.headers().firstValue("Retry-After").isEmpty()) {
                unavailableWithoutMoment.incrementAndGet();
            }
        }
    }

    void noteNoAnswer() {
        noAnswer.incrementAndGet();
    }

    /** Requests without any answer. */
    public long noAnswer() {
        return noAnswer.get();
    }

    /** Answers 503. */
    public long unavailable() {
        return unavailable.get();
    }

    /** Answers 503 that do not say when to come back. */
    public long unavailableWithoutMoment() {
        return unavailableWithoutMoment.get();
    }
}
