package org.redress.routing.likeness;

import java.time.Instant;

/**
 * A petition in a group.
 *
 * @param petition its id
 * @param at when it was handed in
 * @param sketch what is kept of what it says
 */
record Member(String petition, Instant at, Sketch sketch) {}
