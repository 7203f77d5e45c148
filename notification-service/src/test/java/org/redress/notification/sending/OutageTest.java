package org.redress.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OutageTest {

    private final AtomicLong nanos = new AtomicLong();
    private final Outage outage = new Outage(Duration.ofSeconds(30), nanos::get);

    @Test
    void restsTwiceAsLongEachTimeUpToALimit() {
        assertThat(outage.resting()).isFalse();
        for (long millis : new long[] {500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000}) {
            outage.found();
            nanos.addAndGet(Duration.ofMillis(millis).toNanos() - 1);
            assertThat(outage.resting()).isTrue();
            nanos.incrementAndGet();
            assertThat(outage.resting()).isFalse();
            assertThat(outage.known()).isTrue();
        }
    }

    @Test
    void beginsAnewWhenItIsOver() {
        outage.found();
        outage.found();
        outage.over();

        assertThat(outage.known()).isFalse();
        outage.found();
        nanos.addAndGet(Duration.ofMillis(500).toNanos());
        assertThat(outage.resting()).isFalse();
    }
}
