package org.redress.platform.publishing;

import java.util.List;

/**
 * What was found of documents that were asked for together, each by itself.
 *
 * @param read those that were read
 * @param unreadable those that are there and cannot be read; they are logged and counted
 * @param <A> the aggregate
 */
public record Found<A extends Aggregate>(List<A> read, List<UnreadableDocumentException> unreadable) {

    /** Keeps its own copies. */
    public Found {
        read = List.copyOf(read);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * All, where none may be left out.
     *
     * @throws UnreadableDocumentException for the first that cannot be read
     */
    public List<A> all() {
        if (!unreadable.isEmpty()) {
            throw unreadable.getFirst();
        }
        return read;
    }
}
