package org.redress.routing.clocks;

import java.util.Set;
import org.redress.routing.procedure.Purpose;
import org.redress.routing.procedure.Step;
import org.redress.routing.procedure.Way;

/**
 * A kind of clock, as configured.
 *
 * @param kind its name, unique
 * @param purposes petitions it runs for
 * @param ways ways of handling it runs for
 * @param starts when it starts
 * @param ends steps that end it; at least one unless it is a window
 * @param limit its length; what a person sets a date for has it where none is set
 * @param deemsAcceptance true when the case counts as accepted from its due day while nobody decided
 * @param window true for a right that ends with it, of the petitioner or of a unit: nobody is reminded
 */
public record ClockRule(
        String kind,
        Set<Purpose> purposes,
        Set<Way> ways,
        Set<Beginning> starts,
        Set<Step> ends,
        Limit limit,
        boolean deemsAcceptance,
        boolean window) {

    /** Keeps its own copies. */
    public ClockRule {
        purposes = Set.copyOf(purposes);
        ways = Set.copyOf(ways);
        starts = Set.copyOf(starts);
        ends = Set.copyOf(ends);
    }

    /** True when it starts at this moment for this purpose and way. */
    public boolean startsAt(Beginning beginning, Purpose purpose, Way way) {
        return starts.contains(beginning) && purposes.contains(purpose) && ways.contains(way);
    }
}
