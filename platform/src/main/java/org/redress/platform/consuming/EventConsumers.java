package org.redress.platform.consuming;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.redress.contracts.Event;
import org.redress.contracts.Topic;
import org.redress.platform.messaging.DeadLetters;
import org.springframework.messaging.Message;

/** Makes the Spring Cloud Stream function that consumes a topic with a handler. */
public final class EventConsumers {

    private final DeadLetters deadLetters;
    private final Gaps gaps;
    private final ConsumedCounter counter;
    private final ResendRequests requests;
    private final Map<Topic, EventHandler<?>> handlers = new ConcurrentHashMap<>();

    EventConsumers(DeadLetters deadLetters, Gaps gaps, ConsumedCounter counter, ResendRequests requests) {
        this.deadLetters = deadLetters;
        this.gaps = gaps;
        this.counter = counter;
        this.requests = requests;
    }

    /** The function for one handler. */
    public <E extends Event> Consumer<Message<List<byte[]>>> consumer(EventHandler<E> handler) {
        handlers.put(handler.topic(), handler);
        gaps.watch(handler);
        return new EventConsumer<>(handler, deadLetters, gaps, counter);
    }

    /**
     * The one way back for a parked aggregate: clears the mark and asks the producer for everything after the last
     * applied event. One that is not parked keeps its position.
     *
     * @return how many events come again, or nothing when this service does not consume the topic
     * @throws StalePositionException when the aggregate moved on meanwhile; nothing is changed then
     */
    public Optional<Integer> redrive(Topic topic, Source source) {
        EventHandler<?> handler = handlers.get(topic);
        if (handler == null) {
            return Optional.empty();
        }
        Position at = handler.positions(List.of(source)).getOrDefault(source, Position.START);
        if (at.parked()) {
            handler.park(source, at, at.release());
        }
        return Optional.of(requests.resend(topic, source.aggregateId(), at.last() + 1));
    }
}
