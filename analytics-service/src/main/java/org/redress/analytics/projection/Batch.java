package org.redress.analytics.projection;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.cases.CaseEvent;
import org.redress.platform.consuming.Position;
import org.redress.platform.consuming.Received;

/**
 * What a batch of events comes to.
 *
 * @param changes the change of each case, by its id
 * @param deltas what is added to each cell; negative where it is taken away
 */
record Batch<F>(Map<String, Change<F>> changes, Map<Cell, Long> deltas) {

    /**
     * A case before and after the batch.
     *
     * @param before where the stream stood
     * @param after where it stands then
     * @param facts its facts then
     */
    record Change<F>(Position before, Position after, F facts) {}

    /**
     * Folds events in their order, several of one case included.
     *
     * @param known facts of these cases, as far as anything is known
     */
    static <F> Batch<F> of(Folding<F> folding, Map<String, F> known, List<Received<CaseEvent>> events) {
        Map<String, Change<F>> changes = new LinkedHashMap<>();
        Map<Cell, Long> deltas = new HashMap<>();
        for (Received<CaseEvent> received : events) {
            String id = received.source().aggregateId();
            Change<F> earlier = changes.get(id);
            @Nullable F facts = earlier == null ? known.get(id) : earlier.facts();
            F next = folding.apply(facts, received.event(), received.partition());
            folding.cells(next).forEach((cell, count) -> deltas.merge(cell, count, Long::sum));
            if (facts != null) {
                folding.cells(facts).forEach((cell, count) -> deltas.merge(cell, -count, Long::sum));
            }
            Position before = earlier == null ? received.before() : earlier.before();
            changes.put(id, new Change<>(before, received.after(), next));
        }
        deltas.values().removeIf(delta -> delta == 0);
        return new Batch<>(changes, deltas);
    }
}
