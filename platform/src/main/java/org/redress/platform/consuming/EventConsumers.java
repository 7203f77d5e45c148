package org.redress.platform.consuming;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.redress.contracts.Event;
import org.redress.contracts.Topic;
import org.redress.platform.messaging.TopicsChecked;
import org.redress.platform.tracing.Traces;
import org.springframework.messaging.Message;

/** Makes the Spring Cloud Stream function that consumes a topic with a handler. */
public final class EventConsumers {

    private static final int TRIES = 20;
    private static final Comparator<Position> FURTHER =
            Comparator.comparingInt(Position::epoch).thenComparingLong(Position::last);

    private final SetAside aside;
    private final ConsumedCounter counter;
    private final ResendRequests requests;
    private final TopicsChecked topics;
    private final Traces traces;
    private final Map<Consumption, EventHandler<?>> handlers = new ConcurrentHashMap<>();

    EventConsumers(
            SetAside aside, ConsumedCounter counter, ResendRequests requests, TopicsChecked topics, Traces traces) {
        this.aside = aside;
        this.counter = counter;
        this.requests = requests;
        this.topics = topics;
        this.traces = traces;
    }

    /** The function for one handler. */
    public <E extends Event> Consumer<Message<List<byte[]>>> consumer(EventHandler<E> handler) {
        EventConsumer<E> consumer = new EventConsumer<>(handler, aside, counter, topics, traces);
        handlers.put(handler.consumption(), handler);
        aside.watch(handler);
        aside.doubts().watch(handler.consumption(), consumer);
        return consumer;
    }

    /** Consumes for a handler that nobody else looks at, since another one still stands for its consumption. */
    <E extends Event> EventConsumer<E> unwatched(EventHandler<E> handler) {
        return new EventConsumer<>(handler, aside, counter, topics, traces, false);
    }

    /** The partitions that wait for a newer version of this service, each with the reason. */
    public List<String> held() {
        return aside.held().list();
    }

    /**
     * The one way back, for a parked aggregate and one that lacks something alike: clears the mark of each consumer of the
     * topic, if there is one, and asks the producer for everything after the last event that all of them applied. When
     * that breaks off, what is lacking is asked for again: an aggregate leaves the list of parked ones when all that was
     * set aside of it is applied, or as a gap.
     *
     * @return how many events come again, or nothing when this service does not consume the topic
     */
    public Optional<Integer> redrive(Topic topic, Source source) {
        return of(topic).stream()
                .map(handler -> release(handler, source))
                .min(FURTHER)
                .map(least -> requests.resend(topic, source.aggregateId(), Missing.after(least)));
    }

    /**
     * Where this service stands with each of these: the furthest of its consumers, since what one of them applied was
     * published. One it never saw is absent. Nothing when it does not consume the topic.
     */
    public Optional<Map<Source, Position>> standings(Topic topic, Collection<Source> sources) {
        List<EventHandler<?>> consuming = of(topic);
        if (consuming.isEmpty()) {
            return Optional.empty();
        }
        Map<Source, Position> furthest = new HashMap<>();
        for (EventHandler<?> handler : consuming) {
            handler.positions(sources)
                    .forEach((source, at) ->
                            furthest.merge(source, at, (one, other) -> FURTHER.compare(one, other) < 0 ? other : one));
        }
        return Optional.of(furthest);
    }

    private List<EventHandler<?>> of(Topic topic) {
        List<EventHandler<?>> consuming = new ArrayList<>();
        handlers.forEach((consumption, handler) -> {
            if (consumption.topic() == topic) {
                consuming.add(handler);
            }
        });
        return consuming;
    }

    /** Somebody else may release it, or a snapshot replace it, at the same moment: then it is looked at again. */
    private static Position release(EventHandler<?> handler, Source source) {
        for (int attempt = 1; ; attempt++) {
            Position at = handler.positions(List.of(source)).getOrDefault(source, Position.START);
            if (!at.parked()) {
                return at;
            }
            try {
                handler.park(source, at, at.release());
                return at.release();
            } catch (StalePositionException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }
}
