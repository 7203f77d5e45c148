package org.redress.routing.clocks;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.redress.routing.procedure.Purpose;
import org.redress.routing.procedure.Step;
import org.redress.routing.procedure.Way;

/**
 * The clocks of an organisation and the ladder they climb.
 *
 * @param rules kinds of clocks, in the order they are shown
 * @param ladder the ladder
 */
public record ClockRules(List<ClockRule> rules, Ladder ladder) {

    /** Keeps its own copies. */
    public ClockRules {
        rules = List.copyOf(rules);
    }

    /** The rules of the clocks that start at this moment for one of these purposes and this way. */
    public List<ClockRule> starting(Beginning beginning, Set<Purpose> purposes, Way way) {
        return rules.stream()
                .filter(rule -> rule.startsAt(beginning, purposes, way))
                .toList();
    }

    /** The kinds of clocks that a step ends. */
    public Set<String> endedBy(Step step) {
        return rules.stream()
                .filter(rule -> rule.ends().contains(step))
                .map(ClockRule::kind)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The rule of that kind; absent when the configuration has none. */
    public Optional<ClockRule> rule(String kind) {
        return rules.stream().filter(rule -> rule.kind().equals(kind)).findFirst();
    }
}
