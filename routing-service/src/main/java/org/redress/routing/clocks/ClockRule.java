package org.redress.routing.clocks;

import java.util.Set;

/**
 * A kind of clock, as configured.
 *
 * @param kind its name, unique
 * @param purposes petitions it runs for
 * @param starts when it starts
 * @param ends steps that end it, at least one
 * @param limit its length
 * @param deemsAcceptance true when the case counts as accepted from its due day while nobody decided
 */
public record ClockRule(
        String kind, Set<Purpose> purposes, Beginning starts, Set<Step> ends, Limit limit, boolean deemsAcceptance) {

    /** Keeps its own copies. */
    public ClockRule {
        purposes = Set.copyOf(purposes);
        ends = Set.copyOf(ends);
    }

    /** True when it starts at this moment for this purpose. */
    public boolean startsAt(Beginning beginning, Purpose purpose) {
        return starts == beginning && purposes.contains(purpose);
    }
}
