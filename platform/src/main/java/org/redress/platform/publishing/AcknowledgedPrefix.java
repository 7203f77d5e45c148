package org.redress.platform.publishing;

import java.util.List;
import java.util.function.Predicate;

/** The publisher's one rule: only what the broker has, from the oldest on and without a hole, may be cleared. */
public final class AcknowledgedPrefix {

    private AcknowledgedPrefix() {}

    /**
     * The events that may be cleared.
     *
     * @param pending events of one aggregate, oldest first
     * @param acknowledged whether the broker has an event
     */
    public static <T> List<T> of(List<T> pending, Predicate<T> acknowledged) {
        return pending.stream().takeWhile(acknowledged).toList();
    }
}
