package org.redress.routing.matters;

import java.util.List;
import org.redress.platform.looping.Loop;

/**
 * Takes out of matters the cases that have come to be kept from other people than the rest: a matter tells of all its
 * members at once, so that whoever may not know of one would know nothing of the others either.
 */
final class MatterKeeper {

    private static final int AT_ONCE = 100;

    private final Matters matters;

    MatterKeeper(Matters matters) {
        this.matters = matters;
    }

    /** Looks at every matter; one that somebody changes meanwhile is looked at the next time. */
    void lookAtAll() {
        List<Matter> page = matters.newest(null, AT_ONCE);
        while (!page.isEmpty() && !Thread.currentThread().isInterrupted()) {
            Loop.comesForward();
            matters.part(page);
            page = matters.newest(page.getLast().id(), AT_ONCE);
        }
    }
}
