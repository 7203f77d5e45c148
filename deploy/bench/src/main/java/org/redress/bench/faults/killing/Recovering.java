package org.redress.bench.faults.killing;

import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The parts that were killed and have not answered again yet. */
final class Recovering {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long LOOK_EVERY_MILLIS = 200;

    private final Fleet fleet;
    private final Consumer<String> progress;
    private final Map<String, Killed> down = new LinkedHashMap<>();

    Recovering(Fleet fleet, Consumer<String> progress) {
        this.fleet = fleet;
        this.progress = progress;
    }

    void add(String part, long pid) {
        down.put(part, new Killed(pid, System.nanoTime()));
    }

    /** Returns when no more than so many are down. */
    void await(int most) throws IOException, InterruptedException {
        look();
        while (down.size() > most) {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
            look();
        }
    }

    /** Returns when a part answers, whether it was killed here or ended by itself. */
    void await(String part) throws IOException, InterruptedException {
        Killed killed = down.get(part);
        fleet.awaitBack(part, killed == null ? 0 : killed.pid());
        look();
    }

    private void look() throws IOException {
        for (Iterator<Map.Entry<String, Killed>> each = down.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<String, Killed> next = each.next();
            double seconds = (System.nanoTime() - next.getValue().at()) / 1e9;
            if (fleet.isBack(next.getKey(), next.getValue().pid())) {
                progress.accept("%s is back after %.1f s".formatted(next.getKey(), seconds));
                each.remove();
            } else if (seconds > PATIENCE.toSeconds()) {
                throw new IllegalStateException(next.getKey() + " did not come back; see its log");
            }
        }
    }

    private record Killed(long pid, long at) {}
}
