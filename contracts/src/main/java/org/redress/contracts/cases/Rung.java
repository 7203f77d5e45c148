package org.redress.contracts.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of a clock's ladder.
 *
 * @param name name in the configuration: {@code half}, {@code eighty}, {@code due}, {@code level-2} …, or
 *     {@code standing-1} … for the weekly entry after the top
 * @param level 0 for the owner, then levels up the line of responsibility
 * @param dueAt moment computed from the clock, never from the rung before it
 * @param firedAt business time it fired; absent while it did not
 * @param passedBeforeImport true when the moment lay in the past already when the case was registered: nobody is told
 */
public record Rung(
        String name, int level, Instant dueAt, @Nullable Instant firedAt, boolean passedBeforeImport) {}
