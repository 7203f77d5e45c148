package org.redress.platform.web;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** What was read of all requests that are under way: a crowd of senders fills no memory beyond this. */
final class BodiesInFlight {

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final long most;
    private final AtomicLong held = new AtomicLong();

    BodiesInFlight(long most) {
        this.most = most;
    }

    long held() {
        return held.get();
    }

    /** The share of a request, given back when it is answered. */
    Share share() {
        return new Share();
    }

    /** What one request holds. */
    final class Share implements AutoCloseable {

        private long own;

        /**
         * Holds more.
         *
         * @throws UnavailableException when others hold too much
         */
        void take(long bytes) {
            own += bytes;
            if (held.addAndGet(bytes) > most) {
                throw new UnavailableException("detail.busy", RETRY);
            }
        }

        @Override
        public void close() {
            held.addAndGet(-own);
        }
    }
}
