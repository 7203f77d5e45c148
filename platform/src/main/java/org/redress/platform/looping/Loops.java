package org.redress.platform.looping;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.redress.platform.observing.RedressMetric;

/** All loops of the service, and what else has to go on working in the background. */
public final class Loops {

    private final List<Loop> all = new CopyOnWriteArrayList<>();
    private final Map<String, BooleanSupplier> others = new ConcurrentHashMap<>();
    private final MeterRegistry meters;

    Loops(MeterRegistry meters) {
        this.meters = meters;
        Gauge.builder(
                        RedressMetric.LOOPS_STUCK.metricName(),
                        this,
                        it -> it.stuck().size())
                .description("Background work that turns no more")
                .register(meters);
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

    /** Watches over what is no loop of ours, as long as it says that it works. */
    public void watch(String name, BooleanSupplier works) {
        others.put(name, works);
    }

    /** Names of those that turn no more. */
    List<String> stuck() {
        Stream<String> loops = all.stream().filter(Loop::isStuck).map(Loop::name);
        Stream<String> rest = others.entrySet().stream()
                .filter(other -> !other.getValue().getAsBoolean())
                .map(Map.Entry::getKey);
        return Stream.concat(loops, rest).sorted().toList();
    }
}
