package org.redress.platform.consuming;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Event;
import org.redress.contracts.EventCodec;
import org.redress.contracts.Topic;
import org.redress.contracts.UndecodableEventException;
import org.redress.platform.messaging.ConsumedRecord;
import org.redress.platform.messaging.DeadLetters;
import org.redress.platform.messaging.EventHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;

/**
 * Applies the records of one topic exactly once and in order per aggregate. A batch is applied at once; when that
 * fails, record by record, and the one bad record goes to the dead letters and parks its aggregate. An outage of
 * store or broker is thrown on, so that the container pauses and tries the same batch again.
 */
final class EventConsumer<E extends Event> implements Consumer<Message<List<byte[]>>> {

    private static final Logger log = LoggerFactory.getLogger(EventConsumer.class);
    private static final int TRIES = 3;
    private static final int STALE_TRIES = 20;

    private final EventHandler<E> handler;
    private final Topic topic;
    private final DeadLetters deadLetters;
    private final Gaps gaps;
    private final ConsumedCounter counter;

    EventConsumer(EventHandler<E> handler, DeadLetters deadLetters, Gaps gaps, ConsumedCounter counter) {
        this.handler = handler;
        this.topic = handler.topic();
        this.deadLetters = deadLetters;
        this.gaps = gaps;
        this.counter = counter;
    }

    @Override
    public void accept(Message<List<byte[]>> message) {
        List<Incoming> batch = new ArrayList<>();
        for (ConsumedRecord record : ConsumedRecord.of(message)) {
            Optional<EventHeaders> headers = EventHeaders.read(record.headers());
            String key = record.key();
            if (headers.isEmpty() || key == null) {
                deadLetters.keep(topic, record, "no-headers");
                counter.count(topic, "bad", 1);
            } else {
                batch.add(new Incoming(
                        record, headers.get(), new Source(headers.get().aggregateId(), key)));
            }
        }
        if (!batch.isEmpty()) {
            applyOrIsolate(batch);
        }
    }

    private void applyOrIsolate(List<Incoming> batch) {
        try {
            judgeAndApply(batch);
        } catch (RuntimeException e) {
            if (Outage.is(e)) {
                throw e;
            }
            log.warn("{} of {} records: one by one, since together they failed: {}", topic, batch.size(), placeOf(e));
            batch.forEach(this::applyOrPark);
        }
    }

    /** A guard that did not match only means that positions must be read again. */
    private void judgeAndApply(List<Incoming> batch) {
        for (int attempt = 1; ; attempt++) {
            try {
                judgeOnce(batch);
                return;
            } catch (StalePositionException e) {
                if (attempt == STALE_TRIES) {
                    throw e;
                }
            }
        }
    }

    private void judgeOnce(List<Incoming> batch) {
        Set<Source> sources = new LinkedHashSet<>();
        batch.forEach(incoming -> sources.add(incoming.source()));
        Map<Source, Position> positions = new HashMap<>(handler.positions(sources));
        Judged judged = new Judged();
        List<Received<E>> next = new ArrayList<>();
        for (Incoming incoming : batch) {
            Position at = positions.getOrDefault(incoming.source(), Position.START);
            EventHeaders headers = incoming.headers();
            switch (Gate.judge(at, headers.epoch(), headers.sequence())) {
                case Verdict.Duplicate() -> judged.duplicates++;
                case Verdict.Parked() -> judged.parked.add(incoming);
                case Verdict.Gap() -> judged.gaps.add(incoming);
                case Verdict.Apply(Position after, boolean snapshot) -> {
                    next.add(receive(incoming, at, after, snapshot));
                    positions.put(incoming.source(), after);
                }
            }
        }
        if (!next.isEmpty()) {
            handler.apply(next);
        }
        settle(judged, next.size());
    }

    private void settle(Judged judged, int applied) {
        for (Incoming incoming : judged.parked) {
            deadLetters.keep(topic, incoming.record(), "parked");
        }
        for (Incoming incoming : judged.gaps) {
            gaps.open(topic, incoming.source(), incoming.headers());
        }
        counter.count(topic, "applied", applied);
        counter.count(topic, "duplicate", judged.duplicates);
        counter.count(topic, "parked", judged.parked.size());
        counter.count(topic, "gap", judged.gaps.size());
    }

    private Received<E> receive(Incoming incoming, Position before, Position after, boolean snapshot) {
        @SuppressWarnings("unchecked") // the codec's type belongs to this topic, or the record is bad
        E event = (E) decode(incoming);
        return new Received<>(
                event, incoming.source(), before, after, incoming.record().partition(), snapshot);
    }

    private Event decode(Incoming incoming) {
        EventHeaders headers = incoming.headers();
        Event event = EventCodec.decode(headers.type(), incoming.record().value());
        boolean asSaid = event.head().aggregateId().equals(headers.aggregateId())
                && event.head().sequence() == headers.sequence()
                && event.head().epoch() == headers.epoch()
                && event.head().key().equals(incoming.source().key());
        if (!asSaid || Topic.of(event.getClass()) != topic) {
            throw new UndecodableEventException("headers and event do not agree: " + headers.type(), null);
        }
        return event;
    }

    private void applyOrPark(Incoming incoming) {
        RuntimeException failure = null;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            try {
                judgeAndApply(List.of(incoming));
                return;
            } catch (RuntimeException e) {
                if (Outage.is(e)) {
                    throw e;
                }
                failure = e;
            }
        }
        park(incoming, failure);
    }

    /** First the evidence, acknowledged; then the mark; the offset follows when this returns. */
    private void park(Incoming incoming, @Nullable RuntimeException failure) {
        Source source = incoming.source();
        Position at = handler.positions(List.of(source)).getOrDefault(source, Position.START);
        deadLetters.keep(topic, incoming.record(), "bad");
        // Where the stream moved on meanwhile, another consumer has the partition: this batch is judged again.
        handler.park(source, at, at.park());
        counter.count(topic, "bad", 1);
        log.error(
                "Parked {} of {} at sequence {}: {}",
                source.aggregateId(),
                topic,
                incoming.headers().sequence(),
                failure == null ? "" : placeOf(failure));
    }

    /** An exception's message may quote the event: its kind and place are enough to find it. */
    private static String placeOf(RuntimeException failure) {
        StackTraceElement[] frames = failure.getStackTrace();
        return failure.getClass().getName() + " at " + (frames.length == 0 ? "?" : frames[0]);
    }

    private record Incoming(ConsumedRecord record, EventHeaders headers, Source source) {}

    private static final class Judged {
        private int duplicates;
        private final List<Incoming> parked = new ArrayList<>();
        private final List<Incoming> gaps = new ArrayList<>();
    }
}
