package org.redress.bench.faults.traffic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.redress.journey.stack.RunningStack;

/** Adapters and officers at work, each on a thread of its own, until they are told to stop. */
public final class Traffic {

    private static final int ADAPTERS = 6;
    private static final int OFFICERS = 2;
    private static final Duration OFFICERS_BREATH = Duration.ofMillis(150);
    private static final Duration END_WITHIN = Duration.ofMinutes(8);

    private final Ledger ledger = new Ledger();
    private final Turnaways turnaways = new Turnaways();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicInteger number = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private final Caller caller;
    private final Pace pace;

    private Traffic(RunningStack stack, Pace pace) {
        this.caller = new Caller(stack, turnaways, stopped);
        this.pace = pace;
    }

    /** Starts them; the seed decides what each asks for, the pace how fast petitions come. */
    public static Traffic start(RunningStack stack, Mix mix, Pace pace, long seed) {
        Traffic traffic = new Traffic(stack, pace);
        for (int i = 0; i < ADAPTERS; i++) {
            Adapter adapter = new Adapter(traffic.caller, traffic.ledger, mix, new Random(seed + i));
            traffic.run("adapter-" + i, () -> traffic.handIn(adapter));
        }
        for (int i = 0; i < OFFICERS; i++) {
            Officer officer = new Officer(traffic.caller, traffic.ledger, new Random(seed - 1 - i));
            traffic.run("officer-" + i, () -> traffic.command(officer));
        }
        return traffic;
    }

    private interface Work {
        void once() throws InterruptedException;
    }

    private void run(String name, Work work) {
        threads.add(Thread.ofPlatform().daemon().name(name).start(() -> {
            try {
                while (stopped.getCount() > 0) {
                    work.once();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    private void handIn(Adapter adapter) throws InterruptedException {
        if (caller.pause(pace.breathMillis(number.get(), ADAPTERS))) {
            adapter.handIn(number.incrementAndGet());
        }
    }

    private void command(Officer officer) throws InterruptedException {
        officer.work();
        caller.pause(OFFICERS_BREATH.toMillis());
    }

    /** Stops them and returns when each has the answer it waited for; their patience is bounded. */
    public void stop() throws InterruptedException {
        stopped.countDown();
        long end = System.nanoTime() + END_WITHIN.toNanos();
        for (Thread thread : threads) {
            thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            if (thread.isAlive()) {
                throw new IllegalStateException(thread.getName() + " still waits for an answer");
            }
        }
    }

    /** What was acknowledged. */
    public Ledger ledger() {
        return ledger;
    }

    /** How callers were turned away. */
    public Turnaways turnaways() {
        return turnaways;
    }
}
