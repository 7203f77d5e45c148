package org.redress.bench.throughput;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.redress.bench.throughput.Stores.Kept;
import org.redress.journey.stack.Watch;

/**
 * Measures each consuming service on the backlog that waits for it, with those after it and intake stopped; those before
 * it have nothing left to do.
 */
final class Stages {

    private final Ground ground;
    private final Stores stores;

    Stages(Ground ground) {
        this.ground = ground;
        this.stores = ground.stores();
    }

    Map<String, Object> measure() throws IOException {
        Map<String, Object> rates = new LinkedHashMap<>();
        ground.stop("intake");
        long petitions = stores.count(Kept.PETITIONS);
        rates.put(
                "routing",
                stage(
                        "routing",
                        () -> Math.min(stores.count(Kept.CASES), stores.count(Kept.CASE_EVENTS_PUBLISHED)),
                        petitions));
        rates.put("notification", stage("notification", () -> -ground.backlog().of("notification"), 0));
        rates.put("analytics", stage("analytics", () -> stores.count(Kept.FACTS), stores.count(Kept.CASES)));
        ground.start("intake");
        return rates;
    }

    private double stage(String service, LongSupplier count, long target) throws IOException {
        ground.start(service);
        Watch watch = Watch.until(count, target, ground.extent().stage());
        ground.say("%s alone: %,d in all, %,.0f/s once warm".formatted(service, watch.grown(), watch.perSecond()));
        // The next one shall find all of it, and find this one idle.
        Watch.await(() -> count.getAsLong() >= target, ground.extent().stage().multipliedBy(2));
        return watch.perSecond();
    }
}
