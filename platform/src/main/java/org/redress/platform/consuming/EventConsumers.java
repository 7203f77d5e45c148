package org.redress.platform.consuming;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.redress.contracts.Event;
import org.redress.contracts.Topic;
import org.redress.platform.messaging.TopicsChecked;
import org.springframework.messaging.Message;

/** Makes the Spring Cloud Stream function that consumes a topic with a handler. */
public final class EventConsumers {

    private static final int TRIES = 20;

    private final SetAside aside;
    private final ConsumedCounter counter;
    private final ResendRequests requests;
    private final TopicsChecked topics;
    private final Map<Topic, EventHandler<?>> handlers = new ConcurrentHashMap<>();

    EventConsumers(SetAside aside, ConsumedCounter counter, ResendRequests requests, TopicsChecked topics) {
        this.aside = aside;
        this.counter = counter;
        this.requests = requests;
        this.topics = topics;
    }

    /** The function for one handler. */
    public <E extends Event> Consumer<Message<List<byte[]>>> consumer(EventHandler<E> handler) {
        handlers.put(handler.topic(), handler);
        aside.watch(handler);
        EventConsumer<E> consumer = new EventConsumer<>(handler, aside, counter, topics);
        aside.doubts().watch(handler.topic(), consumer);
        return consumer;
    }

    /** The partitions that wait for a newer version of this service, each with the reason. */
    public List<String> held() {
        return aside.held().list();
    }

    /**
     * The one way back, for a parked aggregate and one that lacks something alike: clears the mark, if there is one,
     * and asks the producer for everything after the last applied event. When that breaks off, what is lacking is asked
     * for again: an aggregate leaves the list of parked ones when all that was set aside of it is applied, or as a gap.
     *
     * @return how many events come again, or nothing when this service does not consume the topic
     */
    public Optional<Integer> redrive(Topic topic, Source source) {
        EventHandler<?> handler = handlers.get(topic);
        if (handler == null) {
            return Optional.empty();
        }
        return Optional.of(requests.resend(topic, source.aggregateId(), Missing.after(release(handler, source))));
    }

    /**
     * Where this service stands with each of these; one it never saw is absent. Nothing when it does not consume the
     * topic.
     */
    public Optional<Map<Source, Position>> standings(Topic topic, Collection<Source> sources) {
        return Optional.ofNullable(handlers.get(topic)).map(handler -> handler.positions(sources));
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
