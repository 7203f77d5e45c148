package org.redress.platform.consuming;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Event;
import org.redress.contracts.NewerEventException;
import org.redress.contracts.Topic;
import org.redress.platform.messaging.ConsumedRecord;
import org.redress.platform.messaging.TopicsChecked;
import org.redress.platform.time.RealTime;
import org.redress.platform.tracing.Traces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.messaging.Message;

/**
 * Applies the records of one topic exactly once and in order per aggregate. A batch is applied at once; when that
 * fails, in halves, and the one that fails alone is tried again for a while; when it fails still, it goes to the dead
 * letters and parks its aggregate. One that a newer version wrote holds its partition. An outage of store or broker is
 * thrown on, so that the container pauses and tries the same batch again.
 */
final class EventConsumer<E extends Event> implements Consumer<Message<List<byte[]>>> {

    private static final Logger log = LoggerFactory.getLogger(EventConsumer.class);
    private static final int STALE_TRIES = 20;

    private final EventHandler<E> handler;
    private final Consumption consumption;
    private final Topic topic;
    private final SetAside aside;
    private final ConsumedCounter counter;
    private final TopicsChecked topics;
    private final Traces traces;
    private final boolean patient;

    EventConsumer(
            EventHandler<E> handler, SetAside aside, ConsumedCounter counter, TopicsChecked topics, Traces traces) {
        this(handler, aside, counter, topics, traces, true);
    }

    /**
     * With or without patience.
     *
     * @param patient false for one that parks at once what fails: nobody would try it again for this handler
     */
    EventConsumer(
            EventHandler<E> handler,
            SetAside aside,
            ConsumedCounter counter,
            TopicsChecked topics,
            Traces traces,
            boolean patient) {
        this.handler = handler;
        this.consumption = handler.consumption();
        this.topic = consumption.topic();
        this.aside = aside;
        this.counter = counter;
        this.topics = topics;
        this.traces = traces;
        this.patient = patient;
    }

    @Override
    public void accept(Message<List<byte[]>> message) {
        if (!topics.passed()) {
            throw new TransientDataAccessResourceException("the topics are not checked yet");
        }
        accept(ConsumedRecord.of(message));
    }

    /** Deals with records in their order, of one partition or several. */
    void accept(List<ConsumedRecord> records) {
        List<Incoming> batch = new ArrayList<>();
        for (ConsumedRecord record : records) {
            Incoming.of(record).ifPresentOrElse(batch::add, () -> {
                aside.letters().keep(topic, consumption.name(), record, "no-headers", null);
                counter.count(consumption, "bad", 1);
            });
        }
        Held held = new Held();
        applyOrHalve(batch, held);
        aside.held()
                .passed(
                        consumption,
                        held.without(batch).stream()
                                .map(incoming -> incoming.record().partition())
                                .toList());
        held.tell(consumption);
    }

    /** A bad record is found in as many steps as the batch can be halved: the others are still applied together. */
    private void applyOrHalve(List<Incoming> given, Held held) {
        List<Incoming> batch = held.without(given);
        if (batch.isEmpty()) {
            return;
        }
        try {
            judgeAndApply(batch);
        } catch (RuntimeException e) {
            if (passes(e)) {
                throw e;
            }
            if (batch.size() == 1) {
                holdOrDoubt(batch.getFirst(), e, held);
                return;
            }
            log.warn(
                    "{} of {} records: in halves, since together they failed: {}",
                    consumption,
                    batch.size(),
                    placeOf(e));
            int half = batch.size() / 2;
            applyOrHalve(batch.subList(0, half), held);
            applyOrHalve(batch.subList(half, batch.size()), held);
        }
    }

    private void holdOrDoubt(Incoming incoming, RuntimeException failure, Held held) {
        Optional<NewerEventException> newer = newer(failure);
        if (newer.isPresent()) {
            held.from(incoming.record(), newer.get());
        } else {
            doubtOrPark(incoming, failure);
        }
    }

    private static Optional<NewerEventException> newer(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(NewerEventException.class::isInstance)
                .map(NewerEventException.class::cast)
                .findFirst();
    }

    /** One that was kept because it failed. */
    void tryAgain(Incoming incoming) {
        try {
            judgeAndApply(List.of(incoming));
            aside.doubts().forget(consumption, incoming);
        } catch (RuntimeException e) {
            if (passes(e)) {
                throw e;
            }
            if (newer(e).isEmpty()) {
                doubtOrPark(incoming, e);
            }
        }
    }

    /** What fails may apply a little later: its followers wait behind a gap until it does, or until it is parked. */
    private void doubtOrPark(Incoming incoming, RuntimeException failure) {
        if (patient && aside.doubts().keep(consumption, incoming, failure)) {
            log.warn("{} of {} is tried again: {}", incoming.source().aggregateId(), consumption, placeOf(failure));
            perform(new Step.NoteGap<>(incoming), null);
            return;
        }
        Position at = positions(List.of(incoming)).getOrDefault(incoming.source(), Position.START);
        perform(Steps.ofBad(incoming, at), placeOf(failure));
        if (patient) {
            aside.doubts().forget(consumption, incoming);
        }
    }

    /** An outage, or others who keep moving the position: the container waits and brings the same batch. */
    private static boolean passes(RuntimeException e) {
        return e instanceof StalePositionException || Outage.is(e);
    }

    /** A guard that did not match only means that positions must be read again. */
    private void judgeAndApply(List<Incoming> batch) {
        for (int attempt = 1; ; attempt++) {
            try {
                int dealtWith = perform(Steps.of(batch, positions(batch), Gate::judge), null);
                counter.count(consumption, "duplicate", batch.size() - dealtWith);
                return;
            } catch (StalePositionException e) {
                if (attempt == STALE_TRIES) {
                    throw e;
                }
            } catch (StackOverflowError | LinkageError | AssertionError e) {
                // The container would end with it; the record is judged like any other that fails.
                throw new FailedWithErrorException(e);
            }
        }
    }

    private Map<Source, Position> positions(List<Incoming> batch) {
        Set<Source> sources = new LinkedHashSet<>();
        batch.forEach(incoming -> sources.add(incoming.source()));
        return handler.positions(sources);
    }

    private int perform(List<Step<Incoming>> steps, @Nullable String cause) {
        return steps.stream().mapToInt(step -> perform(step, cause)).sum();
    }

    /** Does one step and tells how many records it dealt with. */
    private int perform(Step<Incoming> step, @Nullable String cause) {
        switch (step) {
            case Step.Apply<Incoming> apply -> {
                Instant began = RealTime.now();
                handler.apply(apply.events().stream().map(this::receive).toList());
                apply.events().forEach(next -> tell(next.record(), began, null));
                return counter.count(consumption, "applied", apply.events().size());
            }
            case Step.KeepLetter<Incoming>(Incoming incoming, boolean bad) -> {
                String reason = bad ? "bad" : "parked";
                aside.letters().keep(topic, consumption.name(), incoming.record(), reason, bad ? cause : null);
                return counter.count(consumption, reason, 1);
            }
            case Step.NoteCause<Incoming>(Incoming incoming) ->
                aside.parked().note(consumption, incoming.source(), incoming.headers(), String.valueOf(cause));
            case Step.NoteFollower<Incoming>(Incoming incoming) ->
                aside.parked().follow(consumption, incoming.source(), incoming.headers());
            case Step.Mark<Incoming> mark -> mark(mark, cause);
            case Step.Damage<Incoming>(Incoming incoming, Position before) -> {
                if (incoming.isEvent(topic)) {
                    keepDamage(incoming, before);
                    return counter.count(consumption, "damage", 1);
                }
            }
            case Step.Rest<Incoming>(List<Incoming> records) -> {
                if (!records.isEmpty()) {
                    judgeAndApply(records);
                }
                return records.size();
            }
            case Step.NoteGap<Incoming>(Incoming incoming) -> {
                aside.gaps().open(consumption, incoming.source(), incoming.epoch(), incoming.sequence());
                return counter.count(consumption, "gap", 1);
            }
        }
        return 0;
    }

    private void tell(Incoming incoming, Instant began, @Nullable String cause) {
        traces.consumed(incoming.traceparent(), incoming.headers(), consumption.name(), began, cause);
    }

    private void keepDamage(Incoming incoming, Position before) {
        String cause = "damage: another event, " + before.eventId() + ", was applied at the place of "
                + incoming.eventId() + "; was its producer restored from a backup?";
        aside.letters().keep(topic, consumption.name(), incoming.record(), "damage", cause);
        aside.parked().noteDamage(consumption, incoming.source(), incoming.headers(), cause);
        mark(new Step.Mark<>(incoming, before, before.park()), cause);
    }

    private void mark(Step.Mark<Incoming> mark, @Nullable String cause) {
        Incoming incoming = mark.record();
        // Where the stream moved on meanwhile, another consumer has the partition: this batch is judged again.
        handler.park(incoming.source(), mark.before(), mark.after());
        log.error(
                "Parked {} of {} at sequence {}: {}",
                incoming.source().aggregateId(),
                consumption,
                incoming.sequence(),
                cause);
        tell(incoming, RealTime.now(), cause);
    }

    private Received<E> receive(Step.Next<Incoming> next) {
        Incoming incoming = next.record();
        @SuppressWarnings("unchecked") // it belongs to this topic, or the record is bad
        E event = (E) incoming.open(topic);
        return new Received<>(
                event,
                incoming.source(),
                next.before(),
                next.after(),
                incoming.record().partition(),
                incoming.record().offset(),
                next.snapshot(),
                incoming.traceparent().isPresent());
    }

    /** An exception's message may quote the event: its kind and place are enough to find it. */
    private static String placeOf(RuntimeException failure) {
        StackTraceElement[] frames = failure.getStackTrace();
        Throwable kind = failure instanceof FailedWithErrorException ? failure.getCause() : failure;
        return Objects.requireNonNull(kind).getClass().getName() + " at " + (frames.length == 0 ? "?" : frames[0]);
    }
}
