package org.redress.bench.faults.judging;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.redress.contracts.Topic;

/** The records of the topics by their places, copies of one event taken as one. */
final class TopicView {

    private final Map<Topic, Map<Place, List<TopicRecord>>> byPlace = new EnumMap<>(Topic.class);
    private final Map<Topic, Map<String, Place>> last = new EnumMap<>(Topic.class);

    private TopicView() {}

    static TopicView of(List<TopicRecord> records) {
        TopicView view = new TopicView();
        for (Topic topic : Topic.values()) {
            view.byPlace.put(topic, new LinkedHashMap<>());
            view.last.put(topic, new LinkedHashMap<>());
        }
        records.forEach(view::add);
        return view;
    }

    private void add(TopicRecord added) {
        List<TopicRecord> known = byPlace(added.topic()).computeIfAbsent(added.place(), place -> new ArrayList<>(1));
        if (known.stream().noneMatch(added::sameEventAs)) {
            known.add(added);
        }
        last(added.topic()).merge(added.place().aggregateId(), added.place(), TopicView::later);
    }

    private static Place later(Place one, Place other) {
        boolean later =
                other.epoch() > one.epoch() || (other.epoch() == one.epoch() && other.sequence() > one.sequence());
        return later ? other : one;
    }

    /** Different events of each place: one, unless something is wrong. */
    Map<Place, List<TopicRecord>> byPlace(Topic topic) {
        return byPlace.getOrDefault(topic, Map.of());
    }

    /** The last place of each aggregate. */
    Map<String, Place> last(Topic topic) {
        return last.getOrDefault(topic, Map.of());
    }

    boolean has(Topic topic, Place place) {
        return byPlace(topic).containsKey(place);
    }

    /** Whether the topic tells the history of an aggregate, in whichever epoch, from its begin on. */
    boolean hasBegin(Topic topic, String aggregateId) {
        Place end = last(topic).get(aggregateId);
        return end != null && has(topic, new Place(aggregateId, end.epoch(), 1));
    }

    /** All different events of a topic that are still true: a history told again in a newer epoch replaces the older. */
    List<TopicRecord> events(Topic topic) {
        return byPlace(topic).entrySet().stream()
                .filter(events -> isNewest(topic, events.getKey()))
                .flatMap(events -> events.getValue().stream())
                .toList();
    }

    private boolean isNewest(Topic topic, Place place) {
        Place end = last(topic).get(place.aggregateId());
        return end == null || end.epoch() == place.epoch();
    }
}
