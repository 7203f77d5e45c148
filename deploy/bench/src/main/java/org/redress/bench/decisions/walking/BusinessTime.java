package org.redress.bench.decisions.walking;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.redress.bench.stack.RunningStack;
import org.redress.local.clock.ClockFile;
import org.redress.local.clock.ServiceClocks;

/** Business time of a running stack, which stands still between steps: a step ends when every service has followed it. */
final class BusinessTime {

    private static final List<String> READ = List.of("intake", "notification", "analytics");
    private static final Duration WITHIN = Duration.ofMinutes(3);
    private static final long ASK_EVERY_MILLIS = 10;

    private final RunningStack stack;
    private final ClockFile file;
    private final ServiceClocks clocks = new ServiceClocks();

    BusinessTime(RunningStack stack, ClockFile file) {
        this.stack = stack;
        this.file = file;
    }

    /** Sets it; returns when every service has read it and no rung that is due is unfired. */
    void set(Instant moment) throws InterruptedException {
        long version = file.set(moment, true).version();
        for (String service : READ) {
            URI address = stack.address(service);
            await(service, () -> clocks.hasRead(address, version));
        }
        URI routing = stack.address("routing");
        await("routing", () -> clocks.hasFired(routing, version));
    }

    /** Looks until it is so. */
    static void await(String who, BooleanSupplier so) throws InterruptedException {
        long end = System.nanoTime() + WITHIN.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(who + " did not follow within " + WITHIN.toMinutes() + " minutes");
            }
            TimeUnit.MILLISECONDS.sleep(ASK_EVERY_MILLIS);
        }
    }
}
