package org.redress.tools.verifying;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.redress.contracts.EventCodec;

/** The events that the producers hold for a few ids, and which of them demand a plan and have none. */
final class Histories {

    private final Map<Holder, Map<String, List<EventHead>>> byAggregate = new EnumMap<>(Holder.class);
    private final Set<String> unplanned = new HashSet<>();

    private Histories() {}

    static Histories read(Databases databases, Family family, Collection<String> ids) {
        Histories histories = new Histories();
        for (Holder producer : family.producers()) {
            Map<String, EventHead> heads = new LinkedHashMap<>();
            databases.events(producer, ids, document -> histories.take(document, heads));
            histories.byAggregate.put(
                    producer, heads.values().stream().collect(Collectors.groupingBy(EventHead::aggregateId)));
        }
        histories.unplanned.removeAll(databases.planned(histories.unplanned));
        return histories;
    }

    private void take(Document document, Map<String, EventHead> heads) {
        EventHead head = EventHead.of(document);
        if (heads.putIfAbsent(head.place(), head) == null
                && Alerts.demandedBy(EventCodec.decode(
                        head.type(), document.get("bytes", Binary.class).getData()))) {
            unplanned.add(head.eventId());
        }
    }

    private List<EventHead> of(Holder producer, String id) {
        return byAggregate.getOrDefault(producer, Map.of()).getOrDefault(id, List.of());
    }

    /** Key of the events the producer holds of an aggregate; empty when it holds none. */
    Optional<String> key(Holder producer, String id) {
        return of(producer, id).stream().map(EventHead::key).findFirst();
    }

    /** Sequences of the newest epoch that the producer neither holds as pending nor keeps in its archive. */
    List<Long> holes(Holder producer, Subject subject) {
        Position published = subject.published(producer);
        Set<Long> held = of(producer, subject.id()).stream()
                .filter(event -> event.epoch() == published.epoch())
                .map(EventHead::sequence)
                .collect(Collectors.toSet());
        return LongStream.rangeClosed(1, published.last())
                .filter(sequence -> !held.contains(sequence))
                .boxed()
                .toList();
    }

    /** Events that demand an alert and have no plan. */
    List<EventHead> unplanned(Holder producer, String id) {
        return of(producer, id).stream()
                .filter(event -> unplanned.contains(event.eventId()))
                .toList();
    }

    /** Real time of the last event any producer made under the id. */
    Optional<Instant> lastMade(String id) {
        return byAggregate.keySet().stream()
                .flatMap(producer -> of(producer, id).stream())
                .flatMap(event -> event.madeAt().stream())
                .max(Instant::compareTo);
    }
}
