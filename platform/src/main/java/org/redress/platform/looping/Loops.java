package org.redress.platform.looping;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.redress.platform.observing.RedressMetric;

/** All loops of the service. */
public final class Loops {

    private final List<Loop> all = new CopyOnWriteArrayList<>();
    private final MeterRegistry meters;

    Loops(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Watches over one more. */
    public Loop watch(Loop loop) {
        all.add(loop);
        Gauge.builder(
                        RedressMetric.LOOP_AGE.metricName(),
                        loop,
                        it -> it.sinceTurned().toMillis() / 1000.0)
                .description("Time since a loop last turned")
                .baseUnit("seconds")
                .tag("loop", loop.name())
                .register(meters);
        return loop;
    }

    /** Names of those that turn no more. */
    List<String> stuck() {
        return all.stream().filter(Loop::isStuck).map(Loop::name).toList();
    }
}
