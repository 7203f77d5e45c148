package org.redress.tools.verifying;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Documents in the order of their ids, asked for page by page. */
final class Pages implements Iterator<Stored> {

    private final Function<@Nullable String, List<Stored>> pageAfter;
    private Iterator<Stored> page = List.<Stored>of().iterator();
    private @Nullable String last;
    private boolean ended;

    Pages(Function<@Nullable String, List<Stored>> pageAfter) {
        this.pageAfter = pageAfter;
    }

    @Override
    public boolean hasNext() {
        if (!page.hasNext() && !ended) {
            List<Stored> next = pageAfter.apply(last);
            ended = next.isEmpty();
            page = next.iterator();
        }
        return page.hasNext();
    }

    @Override
    public Stored next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Stored stored = page.next();
        last = stored.id();
        return stored;
    }
}
