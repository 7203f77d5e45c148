package org.redress.bench.throughput;

import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * What came of one measurement at the door.
 *
 * @param acknowledged requests answered with a receipt
 * @param failed requests answered otherwise, or not at all
 * @param seconds how long it took
 * @param micros latencies of the acknowledged, from the intended moment to the end of the answer
 */
record Measured(long acknowledged, long failed, double seconds, Histogram micros) {

    double perSecond() {
        return acknowledged / seconds;
    }

    /** Latency in milliseconds that this share of the acknowledged kept to. */
    double ms(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1_000.0;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d acknowledged in %.1f s = %,.0f/s, %d failed; p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms",
                acknowledged,
                seconds,
                perSecond(),
                failed,
                ms(50),
                ms(99),
                ms(99.9));
    }
}
