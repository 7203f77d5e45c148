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

/** The events that the producers hold for a few petitions, and which of them demand a plan and have none. */
final class Histories {

    private static final List<Holder> PRODUCERS = List.of(Holder.INTAKE, Holder.ROUTING);

    private final Map<Holder, Map<String, List<EventHead>>> byPetition = new EnumMap<>(Holder.class);
    private final Set<String> unplanned = new HashSet<>();

    private Histories() {}

    static Histories read(Databases databases, Collection<String> petitionIds) {
        Histories histories = new Histories();
        for (Holder producer : PRODUCERS) {
            Map<String, EventHead> heads = new LinkedHashMap<>();
            databases.events(producer, petitionIds, document -> histories.take(document, heads));
            histories.byPetition.put(
                    producer, heads.values().stream().collect(Collectors.groupingBy(EventHead::aggregateId)));
        }
        histories.unplanned.removeAll(databases.planned(histories.unplanned));
        return histories;
    }

    private void take(Document document, Map<String, EventHead> heads) {
        EventHead head = EventHead.of(document);
        if (heads.putIfAbsent(head.eventId(), head) == null
                && Alerts.demandedBy(EventCodec.decode(
                        head.type(), document.get("bytes", Binary.class).getData()))) {
            unplanned.add(head.eventId());
        }
    }

    private List<EventHead> of(Holder producer, String petitionId) {
        return byPetition.getOrDefault(producer, Map.of()).getOrDefault(petitionId, List.of());
    }

    /** Sequences of the newest epoch that the producer neither holds as pending nor keeps in its archive. */
    List<Long> holes(Holder producer, Petition petition) {
        Position published = petition.published(producer);
        Set<Long> held = of(producer, petition.id()).stream()
                .filter(event -> event.epoch() == published.epoch())
                .map(EventHead::sequence)
                .collect(Collectors.toSet());
        return LongStream.rangeClosed(1, published.last())
                .filter(sequence -> !held.contains(sequence))
                .boxed()
                .toList();
    }

    /** Events that demand an alert and have no plan. */
    List<EventHead> unplanned(Holder producer, String petitionId) {
        return of(producer, petitionId).stream()
                .filter(event -> unplanned.contains(event.eventId()))
                .toList();
    }

    /** Real time of the last event any producer made for the petition. */
    Optional<Instant> lastMade(String petitionId) {
        return PRODUCERS.stream()
                .flatMap(producer -> of(producer, petitionId).stream())
                .flatMap(event -> event.madeAt().stream())
                .max(Instant::compareTo);
    }
}
