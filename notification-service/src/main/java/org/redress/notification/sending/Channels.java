package org.redress.notification.sending;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.platform.looping.Loop;
import org.redress.platform.looping.Loops;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs each lane of each channel in a loop of its own. */
@Component
class Channels implements SmartLifecycle {

    private final Map<String, Loop> loops;
    private volatile boolean running;

    Channels(ObjectProvider<Channel> channels, DueNotifications due, MeterRegistry meters, Loops watched) {
        this.loops = channels.stream()
                .flatMap(channel -> channel.lanes().stream())
                .map(lane -> watched.watch(new SendingLoop<>(lane, due, meters).loop()))
                .collect(Collectors.toUnmodifiableMap(Loop::name, Function.identity()));
    }

    /** The loop of a lane. */
    Loop loop(String lane) {
        Loop loop = loops.get(SendingLoop.PREFIX + lane);
        if (loop == null) {
            throw new IllegalArgumentException("no lane " + lane + " among " + loops.keySet());
        }
        return loop;
    }

    @Override
    public void start() {
        loops.values().forEach(Loop::start);
        running = true;
    }

    /** All at once: each lets its turn come to an end. */
    @Override
    public void stop() {
        List<Thread> stopping = loops.values().stream()
                .map(loop -> Thread.ofVirtual().start(loop::stop))
                .toList();
        for (Thread thread : stopping) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
