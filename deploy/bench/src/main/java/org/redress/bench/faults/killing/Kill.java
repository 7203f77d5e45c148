package org.redress.bench.faults.killing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** One kill of the plan. */
public sealed interface Kill {

    /** At a random moment. */
    record Anywhere(String part, long afterMillis) implements Kill {}

    /** Inside a window. */
    record Inside(Window window, String service) implements Kill {}

    /**
     * The seeded plan: each window in turn for two kills of five, and at least once each; otherwise every process in
     * turn; the order is drawn.
     */
    static List<Kill> plan(int kills, Random random) {
        List<Kill> plan = new ArrayList<>();
        Window[] windows = Window.values();
        int inside = Math.min(kills, Math.max(windows.length, kills * 2 / 5));
        for (int i = 0; i < inside; i++) {
            Window window = windows[i % windows.length];
            List<String> services = window.services();
            plan.add(new Inside(window, services.get(random.nextInt(services.size()))));
        }
        for (int i = inside; i < kills; i++) {
            plan.add(new Anywhere(Fleet.PARTS.get(i % Fleet.PARTS.size()), random.nextInt(3_000)));
        }
        Collections.shuffle(plan, random);
        return plan;
    }
}
