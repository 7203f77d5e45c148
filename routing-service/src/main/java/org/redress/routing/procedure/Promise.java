package org.redress.routing.procedure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a supporting opinion promises 承诺事项; its words stand in the opinion.
 *
 * @param owner post that keeps it
 * @param dueOn day it is promised for
 * @param keptOn day its proof was noted; absent while it is open
 */
public record Promise(
        String owner, LocalDate dueOn, @Nullable LocalDate keptOn) {

    /** An open promise. */
    public static Promise of(String owner, LocalDate dueOn) {
        return new Promise(owner, dueOn, null);
    }

    /** True while it is not kept. */
    public boolean isOpen() {
        return keptOn == null;
    }

    /** This promise, kept. */
    public Promise kept(LocalDate on) {
        return new Promise(owner, dueOn, on);
    }
}
