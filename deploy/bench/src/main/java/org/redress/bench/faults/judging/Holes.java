package org.redress.bench.faults.judging;

import static org.redress.bench.faults.judging.Finding.Kind.GAP_OPEN;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redress.contracts.Topic;

/** No history has a hole on its topic, no service still waits for an event, and nothing is set aside. */
final class Holes {

    private Holes() {}

    static List<Finding> in(Evidence evidence, TopicView topics) {
        List<Finding> findings = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            holes(topics, topic).forEach(sentence -> findings.add(new Finding(GAP_OPEN, sentence)));
        }
        evidence.openGaps().forEach(gap -> findings.add(new Finding(GAP_OPEN, gap + " is not filled")));
        for (Positions positions : evidence.positions()) {
            positions
                    .parked()
                    .forEach(id -> findings.add(new Finding(GAP_OPEN, id + " is parked by " + positions.name())));
        }
        return findings;
    }

    /** One for each history whose epoch has fewer different sequences than its last one says. */
    private static List<String> holes(TopicView topics, Topic topic) {
        Map<Place, Long> counted = new HashMap<>();
        Map<Place, Long> last = new HashMap<>();
        for (Place place : topics.byPlace(topic).keySet()) {
            Place epoch = new Place(place.aggregateId(), place.epoch(), 0);
            counted.merge(epoch, 1L, Long::sum);
            last.merge(epoch, place.sequence(), Math::max);
        }
        List<String> holes = new ArrayList<>();
        last.forEach((epoch, sequence) -> {
            long missing = sequence - counted.getOrDefault(epoch, 0L);
            if (missing > 0) {
                holes.add(missing + " before " + epoch.aggregateId() + ":" + epoch.epoch() + ":" + sequence
                        + " are not on " + topic.topicName());
            }
        });
        return holes;
    }
}
