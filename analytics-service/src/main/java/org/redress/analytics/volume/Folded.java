package org.redress.analytics.volume;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.platform.consuming.Position;

/**
 * What a batch of events comes to.
 *
 * @param changes the change of each case, at most one a case
 * @param deltas what is added to each bucket
 */
record Folded(List<Change> changes, Map<Bucket, Long> deltas) {

    /**
     * A case before and after the batch.
     *
     * @param fresh true where nothing was kept of it before, so that its document is inserted
     * @param before where the stream stood
     * @param after where it stands then
     * @param facts its facts then
     */
    record Change(boolean fresh, Position before, Position after, Facts facts) {}

    /**
     * Folds events in their order, several of one case included.
     *
     * @param known facts of these cases, empty for a stub that only keeps a position
     */
    static Folded of(Fold fold, Map<String, Optional<Facts>> known, List<Step> batch) {
        Map<String, Change> changes = new LinkedHashMap<>();
        Map<Bucket, Long> deltas = new HashMap<>();
        for (Step step : batch) {
            Change earlier = changes.get(step.petitionId());
            @Nullable
            Facts facts = earlier == null
                    ? known.getOrDefault(step.petitionId(), Optional.empty()).orElse(null)
                    : earlier.facts();
            Facts next = fold.apply(facts, step.event(), step.lane());
            Fold.difference(facts, next).forEach((bucket, delta) -> deltas.merge(bucket, delta, Long::sum));
            Position before = earlier == null ? step.before() : earlier.before();
            boolean fresh = !known.containsKey(step.petitionId());
            changes.put(step.petitionId(), new Change(fresh, before, step.after(), next));
        }
        deltas.values().removeIf(delta -> delta == 0);
        return new Folded(List.copyOf(changes.values()), deltas);
    }
}
