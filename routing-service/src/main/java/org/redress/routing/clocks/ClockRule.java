package org.redress.routing.clocks;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Words;
import org.redress.routing.procedure.Purpose;
import org.redress.routing.procedure.Step;
import org.redress.routing.procedure.Way;

/**
 * A kind of clock, as configured.
 *
 * @param kind its name in events, unique
 * @param name Chinese name, where it is none of the kinds that have one already
 * @param english English name, where it has a Chinese one
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
        @Nullable String name,
        @Nullable String english,
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

    /** What people call it in a language, the kind itself where nothing else is known. */
    public String name(Locale locale) {
        boolean chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
        return Optional.ofNullable(chinese || english == null ? name : english)
                .or(() -> Words.name("clock", kind, locale))
                .orElse(kind);
    }

    /** True when it starts at this moment for one of these purposes and this way. */
    public boolean startsAt(Beginning beginning, Set<Purpose> asked, Way way) {
        return starts.contains(beginning) && asked.stream().anyMatch(purposes::contains) && ways.contains(way);
    }

    /** True for the limit of a suggestion that an appeal makes beside: it is no limit of the appeal. */
    public boolean isOfSuggestionsAlone() {
        return purposes.contains(Purpose.SUGGESTION) && !purposes.contains(Purpose.APPEAL) && !window;
    }
}
