package org.redress.routing.likeness;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A petition in a group.
 *
 * @param petition its id
 * @param at when it was handed in
 * @param writer token of who wrote it; absent when unknown
 * @param sketch what is kept of what it says
 */
record Member(String petition, Instant at, @Nullable String writer, Sketch sketch) {}
