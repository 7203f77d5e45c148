package org.redress.intake.petitions;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.contracts.cases.Clock;
import org.redress.contracts.cases.Explanation;

/**
 * A limit that runs for a case and concerns its petitioner; those among officers are nobody else's.
 *
 * @param kind name in the configuration
 * @param dueOn last day in time
 * @param explanation how that day was counted, without who decided on it
 */
public record Limit(String kind, LocalDate dueOn, Explanation explanation) {

    /** When the petitioner is told whether it is accepted. */
    public static final String NOTICE = "notice";

    /** The petitioner's own rights, which end with their last day. */
    public static final Set<String> RIGHTS = Set.of("ask-review", "ask-re-review");

    private static final Set<String> OWED =
            Set.of(NOTICE, "handle", "simplified", "answer", "service", "review", "re-review");

    /** True for the last day of a right of the petitioner's. */
    public boolean isRight() {
        return RIGHTS.contains(kind);
    }

    /** Those that run and concern the petitioner, by their days; of each kind the one that ends first. */
    static List<Limit> of(List<Clock> clocks) {
        return clocks.stream()
                .filter(clock -> clock.state() == Clock.State.RUNNING)
                .filter(clock -> OWED.contains(clock.kind()) || RIGHTS.contains(clock.kind()))
                .sorted(Comparator.comparing(Clock::dueOn))
                .map(clock -> new Limit(
                        clock.kind(), clock.dueOn(), clock.explanation().unnamed()))
                .collect(Collectors.collectingAndThen(
                        Collectors.toMap(Limit::kind, Function.identity(), (first, later) -> first, LinkedHashMap::new),
                        each -> List.copyOf(each.values())));
    }
}
