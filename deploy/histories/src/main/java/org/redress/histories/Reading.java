package org.redress.histories;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.redress.contracts.Topic;

/** A consumer's way through a topic: a crash before the offset takes it back some batches, a reset to the beginning. */
final class Reading {

    private static final int[] LIMITS = {1, 3, 10, 50};
    private static final int FARTHEST_BACK = 3;

    private final Topic topic;
    private final List<Sent> log;
    private final Random random;
    private final int limit;
    private final List<Integer> starts = new ArrayList<>();
    private int at;
    private boolean reset;

    Reading(Topic topic, List<Sent> log, Random random) {
        this.topic = topic;
        this.log = log;
        this.random = random;
        this.limit = LIMITS[random.nextInt(LIMITS.length)];
        this.reset = random.nextInt(3) != 0;
    }

    Delivery poll() {
        int to = Math.min(log.size(), at + 1 + random.nextInt(limit));
        Delivery delivery = new Delivery(topic, log.subList(at, to));
        int from = at;
        starts.removeIf(start -> start >= from);
        starts.add(from);
        at = next(to);
        return delivery;
    }

    private int next(int to) {
        if (!reset && random.nextInt(6) == 0) {
            reset = true;
            return 0;
        }
        if (random.nextInt(5) == 0) {
            int back = 1 + random.nextInt(FARTHEST_BACK);
            return starts.get(Math.max(0, starts.size() - back));
        }
        return to;
    }

    boolean ended() {
        return at == log.size();
    }
}
