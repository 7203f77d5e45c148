package org.redress.bench.throughput;

import java.time.Duration;

/**
 * How long a run measures, and how much it hands in.
 *
 * @param warmUp before anything is measured, and again for the door that keeps nothing
 * @param measure each measurement at the door
 * @param stage the longest a stage alone is watched
 * @param limit each measurement of broker and database
 * @param mails how long the draining of mails is watched
 * @param backlog petitions handed in while the broker is away
 * @param burst petitions handed in for the whole pipeline
 * @param warmStart whether the platform is started a second time, to time a warm start
 */
record Extent(
        Duration warmUp,
        Duration measure,
        Duration stage,
        Duration limit,
        Duration mails,
        int backlog,
        int burst,
        boolean warmStart) {

    static final Extent FULL = new Extent(
            Duration.ofSeconds(45),
            Duration.ofSeconds(20),
            Duration.ofSeconds(60),
            Duration.ofSeconds(8),
            Duration.ofSeconds(25),
            15_000,
            60_000,
            true);

    static final Extent SHORT = new Extent(
            Duration.ofSeconds(3),
            Duration.ofSeconds(2),
            Duration.ofSeconds(10),
            Duration.ofSeconds(1),
            Duration.ofSeconds(3),
            200,
            500,
            false);

    /** Requests a second at the door while the whole platform warms up behind it. */
    int warmUpRate() {
        return 300;
    }
}
