package org.redress.platform.publishing;

import java.util.List;
import java.util.Map;

/**
 * What became of documents that were written together, each by itself; what is in neither was written.
 *
 * @param stale those that somebody else changed since they were read; nothing of them was written
 * @param failed those that cannot be written as they are; they are logged and counted
 * @param <A> the aggregate
 */
public record Saved<A extends Aggregate>(List<A> stale, Map<A, RuntimeException> failed) {

    /** Keeps its own copies. */
    public Saved {
        stale = List.copyOf(stale);
        failed = Map.copyOf(failed);
    }

    /** True when each was written. */
    public boolean whole() {
        return stale.isEmpty() && failed.isEmpty();
    }

    /**
     * Those that were stale, where none may fail.
     *
     * @throws RuntimeException the failure of one that failed
     */
    public List<A> staleUnlessFailed() {
        failed.values().stream().findFirst().ifPresent(failure -> {
            throw failure;
        });
        return stale;
    }
}
