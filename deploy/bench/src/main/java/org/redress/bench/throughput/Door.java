package org.redress.bench.throughput;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.redress.bench.Report;
import org.redress.bench.throughput.Stores.Kept;
import org.redress.journey.stack.ServiceBeside;
import org.redress.journey.stack.Watch;

/** Measures intake: at a fixed rate, at its maximum, and the same door when nothing is kept. */
final class Door {

    private static final int CONNECTIONS = 64;
    private static final int OPEN_CONNECTIONS = 128;
    private static final int RATE = 1_000;

    private final Ground ground;
    private final Extent extent;

    Door(Ground ground) {
        this.ground = ground;
        this.extent = ground.extent();
    }

    /** Everything works, nothing is measured: half of it at a rate that all keep up with, half at the measured one. */
    void warmUp() {
        ground.say("warm-up: %s at %d/s".formatted(extent.warmUp(), extent.warmUpRate()));
        ground.say("  %s".formatted(open(extent.warmUpRate(), extent.warmUp())));
    }

    /** At 1,000 a second with everything running. */
    void withConsumers(Report report) {
        Measured measured = open(RATE, extent.measure());
        ground.say("at 1,000/s with the consumers running: %s".formatted(measured));
        report.put("p99_ms_at_1000_with_consumers", measured.ms(99));
    }

    /** At 1,000 a second and at the maximum, with the consumers stopped. */
    double alone(Report report) {
        Measured open = open(RATE, extent.measure());
        ground.say("at 1,000/s with the consumers stopped: %s".formatted(open));
        report.put("p50_ms_at_1000", open.ms(50));
        report.put("p99_ms_at_1000", open.ms(99));
        report.put("p999_ms_at_1000", open.ms(99.9));
        ground.load()
                .run(
                        ground.intakePort(),
                        CONNECTIONS,
                        Pace.closed(extent.measure().dividedBy(4)));
        Measured closed = ground.load().run(ground.intakePort(), CONNECTIONS, Pace.closed(extent.measure()));
        ground.say("%d connections, consumers stopped: %s".formatted(CONNECTIONS, closed));
        report.put("acknowledged_per_s", closed.perSecond());
        report.put("max", Map.of("p50", closed.ms(50), "p99", closed.ms(99), "p999", closed.ms(99.9)));
        report.put("refused", open.failed() + closed.failed());
        return closed.perSecond();
    }

    /** The same door with nothing behind it, warmed up as long. */
    void keepingNothing(Report report, double acknowledged) throws IOException {
        awaitPublished();
        long pid = Objects.requireNonNull(ground.stack().processes().get("intake"));
        try (ServiceBeside noop = NoopIntake.beside(pid, ground.stack().folder().resolve("logs/noop.log"))) {
            long before = ground.stores().count(Kept.PETITIONS);
            ground.load().runForNothing(noop.port(), CONNECTIONS, Pace.closed(extent.warmUp()));
            Measured nothing = ground.load().runForNothing(noop.port(), CONNECTIONS, Pace.closed(extent.measure()));
            ground.say("%d connections, nothing kept: %s".formatted(CONNECTIONS, nothing));
            if (ground.stores().count(Kept.PETITIONS) != before) {
                throw new IllegalStateException("the intake that keeps nothing kept something");
            }
            report.put("noop_per_s", nothing.perSecond());
            report.put("ratio", acknowledged / nothing.perSecond());
        }
    }

    /** Publishing alone: what was taken while the broker was away, once it is back. */
    double publishing() throws IOException {
        awaitPublished();
        ground.stop("broker");
        Measured taken = ground.load().run(ground.intakePort(), CONNECTIONS, Pace.burst(extent.backlog()));
        ground.say("taken with the broker away: %s".formatted(taken));
        ground.start("broker");
        long all = ground.stores().count(Kept.PETITIONS);
        Watch watch = Watch.until(() -> ground.stores().count(Kept.SUBMISSIONS_PUBLISHED), all, extent.stage());
        ground.say("publishing alone: %,d in all, %,.0f/s".formatted(watch.grown(), watch.perSecond()));
        awaitPublished();
        return watch.perSecond();
    }

    private void awaitPublished() {
        Watch.await(
                () -> ground.stores().count(Kept.SUBMISSIONS_PUBLISHED)
                        >= ground.stores().count(Kept.PETITIONS),
                extent.stage().multipliedBy(2));
    }

    private Measured open(int rate, java.time.Duration time) {
        return ground.load().run(ground.intakePort(), OPEN_CONNECTIONS, Pace.open(rate, time));
    }
}
