package org.redress.bench.decisions.judging;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.redress.bench.faults.judging.Place;
import org.redress.bench.faults.judging.TopicRecord;

/** How often the topic of cases tells of each rung; copies of one event are one. */
final class Firings {

    private final Map<String, Map<String, Set<Place>>> places = new HashMap<>();

    static Firings of(Collection<TopicRecord> records) {
        Firings firings = new Firings();
        records.stream().filter(each -> !each.rung().isBlank()).forEach(firings::add);
        return firings;
    }

    private void add(TopicRecord told) {
        places.computeIfAbsent(told.place().aggregateId(), id -> new HashMap<>())
                .computeIfAbsent(told.rung(), rung -> new HashSet<>())
                .add(told.place());
    }

    /** Events that tell of this rung of the judged clock of a case. */
    int count(CaseOutcome outcome, String clock, String rung) {
        String name = clock + " of " + outcome.startedOn() + " " + rung;
        return places.getOrDefault(outcome.petitionId(), Map.of())
                .getOrDefault(name, Set.of())
                .size();
    }

    /** Events that tell of rungs of this clock, over all cases. */
    long ofClock(String clock, String rung) {
        return places.values().stream()
                .flatMap(each -> each.entrySet().stream())
                .filter(each -> each.getKey().startsWith(clock + " of ")
                        && each.getKey().endsWith(" " + rung))
                .mapToLong(each -> each.getValue().size())
                .sum();
    }
}
