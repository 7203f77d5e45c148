package org.redress.bench.faults.killing;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Carries kills out and counts them. */
public final class Kills {

    private static final Duration WINDOW_WITHIN = Duration.ofSeconds(90);
    private static final int TRIES = 3;
    private static final int MOST_DOWN = 2;

    private final Fleet fleet;
    private final Map<String, Integer> debugPorts;
    private final Consumer<String> progress;
    private final Recovering recovering;
    private final Map<String, Integer> byPart = new TreeMap<>();
    private final Map<String, Integer> byWindow = new LinkedHashMap<>();

    /** With the port on which each service listens for a debugger. */
    public Kills(Fleet fleet, Map<String, Integer> debugPorts, Consumer<String> progress) {
        this.fleet = fleet;
        this.debugPorts = debugPorts;
        this.progress = progress;
        this.recovering = new Recovering(fleet, progress);
        for (Window window : Window.values()) {
            byWindow.put(window.label(), 0);
        }
    }

    /**
     * Carries one out. Another part may still be on its way back then: crashes overlap, but no part is killed before it
     * answered again.
     *
     * @throws MissingWindowException when the code has no such window any more
     */
    public void carryOut(Kill kill) throws IOException, InterruptedException {
        recovering.await(MOST_DOWN - 1);
        switch (kill) {
            case Kill.Anywhere(String part, long afterMillis) -> {
                recovering.await(part);
                TimeUnit.MILLISECONDS.sleep(afterMillis);
                end(part, "at a random moment");
            }
            case Kill.Inside(Window window, String service) -> inside(window, service);
        }
    }

    /** Returns when all are back. */
    public void settle() throws IOException, InterruptedException {
        recovering.await(0);
    }

    private void inside(Window window, String service) throws IOException, InterruptedException {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            recovering.await(service);
            try (Breakpoint breakpoint = Breakpoint.set(debugPorts.getOrDefault(service, 0), window)) {
                OptionalInt inHand = breakpoint.await(WINDOW_WITHIN);
                if (inHand.isPresent()) {
                    byWindow.merge(window.label(), 1, Integer::sum);
                    end(service, "inside " + window.label() + " with " + inHand.getAsInt() + " in hand");
                    return;
                }
                breakpoint.requireLoaded();
            }
        }
        progress.accept(service + " did not come through " + window.label() + ": not killed");
    }

    private void end(String part, String where) throws IOException {
        long pid = fleet.kill(part).orElseThrow(() -> new IllegalStateException(part + " has no process"));
        byPart.merge(part, 1, Integer::sum);
        recovering.add(part, pid);
        progress.accept("kill %d: %s (%d) %s".formatted(count(), part, pid, where));
    }

    /** Kills so far. */
    public int count() {
        return byPart.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Kills of a part so far. */
    public int of(String part) {
        return byPart.getOrDefault(part, 0);
    }

    /** Windows that should have been hit in so many kills and were not; a plan of fewer than there are leaves the last out. */
    public List<String> missed(int planned) {
        return byWindow.entrySet().stream()
                .limit(planned)
                .filter(window -> window.getValue() == 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Kills by part. */
    public Map<String, Integer> byPart() {
        return Map.copyOf(byPart);
    }

    /** Kills inside each window, those never hit with 0. */
    public Map<String, Integer> byWindow() {
        return new LinkedHashMap<>(byWindow);
    }
}
