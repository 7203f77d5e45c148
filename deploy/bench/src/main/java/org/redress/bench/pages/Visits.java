package org.redress.bench.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.redress.journey.stack.PageReader;

/** One person at the pages: looks at a page, thinks for a while, looks at the next. */
final class Visits implements Runnable {

    private static final int DONE = 200;
    private static final int NOT_THEIRS = 404;
    private static final int LONGEST_THOUGHT_MS = 4_000;

    private static final Map<String, String> PAGES = Map.of(
            "home", "/home",
            "own list", "/cases",
            "unit's list", "/cases?scope=unit",
            "late", "/cases?scope=late",
            "all of a topic", "/cases?scope=all&topic=labour");

    private static final List<String> ORDER = List.of(
            "own list", "case", "case", "look-up", "home", "unit's list", "case", "late", "all of a topic", "case");

    private final PageReader pages;
    private final URI service;
    private final List<String> numbers;
    private final List<String> originals;
    private final SplittableRandom random;
    private final CountDownLatch end;
    private final BiConsumer<String, Long> seen;

    /**
     * For somebody who has signed in.
     *
     * @param numbers of cases, to be looked up
     * @param originals ids of cases that came the real way: what is sealed of a copy opens nowhere
     * @param end when to stop
     * @param seen takes the page and the microseconds it took
     */
    Visits(
            PageReader pages,
            URI service,
            List<String> numbers,
            List<String> originals,
            long seed,
            CountDownLatch end,
            BiConsumer<String, Long> seen) {
        this.pages = pages;
        this.service = service;
        this.numbers = numbers;
        this.originals = originals;
        this.random = new SplittableRandom(seed);
        this.end = end;
        this.seen = seen;
    }

    @Override
    public void run() {
        try {
            for (int i = random.nextInt(ORDER.size()); !thinks(); i++) {
                look(ORDER.get(i % ORDER.size()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** True when it is time to go. */
    private boolean thinks() throws InterruptedException {
        return end.await(random.nextInt(LONGEST_THOUGHT_MS), TimeUnit.MILLISECONDS);
    }

    private void look(String page) throws IOException {
        String path = switch (page) {
            case "case" -> "/cases/" + originals.get(random.nextInt(originals.size()));
            case "look-up" -> "/cases?scope=all&number=" + numbers.get(random.nextInt(numbers.size()));
            default -> Objects.requireNonNull(PAGES.get(page));
        };
        long began = System.nanoTime();
        HttpResponse<String> answer = pages.read(service.resolve(path));
        long micros = (System.nanoTime() - began) / 1_000;
        if (answer.statusCode() == NOT_THEIRS && page.equals("case")) {
            seen.accept("case that is not theirs", micros);
        } else if (answer.statusCode() == DONE) {
            seen.accept(page, micros);
        } else {
            throw new IllegalStateException(answer.statusCode() + " at " + path);
        }
    }
}
