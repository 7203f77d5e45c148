package org.redress.bench.faults.judging;

import static org.redress.bench.faults.judging.Finding.Kind.TORN;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A document, its events and the positions others hold in them belong together. */
final class Tears {

    private final TopicView topics;
    private final List<Finding> findings = new ArrayList<>();

    private Tears(TopicView topics) {
        this.topics = topics;
    }

    static List<Finding> in(Evidence evidence, TopicView topics) {
        Tears tears = new Tears(topics);
        evidence.histories().forEach(tears::judge);
        evidence.positions().forEach(tears::judge);
        return tears.findings;
    }

    private void found(String sentence) {
        findings.add(new Finding(TORN, sentence));
    }

    private void judge(History history) {
        history.heads().forEach((id, head) -> {
            for (long sequence = 1; sequence <= head.sequence(); sequence++) {
                Place place = new Place(id, head.epoch(), sequence);
                if (!history.held().contains(place) && !topics.has(history.topic(), place)) {
                    found(place + " of " + history.name() + " is neither pending nor archived nor on the topic");
                }
            }
        });
        Set<Place> events = new LinkedHashSet<>(history.held());
        events.addAll(topics.byPlace(history.topic()).keySet());
        events.stream()
                .filter(place -> !covers(history.heads().get(place.aggregateId()), place))
                .forEach(place -> found(place + " has no document in " + history.name()));
    }

    private void judge(Positions positions) {
        positions.reached().forEach((id, reached) -> {
            Place last = topics.last(positions.topic()).get(id);
            if (reached.sequence() > 0 && !covers(last, reached)) {
                found(positions.name() + " stands at " + reached + ", which is on no topic");
            }
            if (reached.sequence() > 0 && !positions.effective().contains(id)) {
                found(positions.name() + " stands at " + reached + " and shows no effect of it");
            }
        });
    }

    private static boolean covers(@Nullable Place last, Place place) {
        return last != null && last.covers(place);
    }
}
