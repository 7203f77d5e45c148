package org.redress.routing.cases.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.cases.Clock;
import org.redress.contracts.cases.Rung;
import org.redress.routing.clocks.Ladder;
import org.redress.routing.configuration.Names;

/**
 * A clock of a case with how each of its dates came about, in both languages.
 *
 * @param kind its kind
 * @param number counts the clocks of that kind in the case, from 1
 * @param state running, met, late or stopped; lapsed for a right whose last day is over
 * @param right true when it runs against the petitioner or is a unit's right: nobody is reminded of it
 * @param startedOn day of its start, not counted
 * @param dueOn last day in time
 * @param provisional true when a year was counted that has no holiday notice yet
 * @param steps how the due day was counted
 * @param rungs its ladder
 */
record ClockAccount(
        String kind,
        int number,
        String state,
        boolean right,
        LocalDate startedOn,
        LocalDate dueOn,
        boolean provisional,
        Steps steps,
        List<RungAccount> rungs) {

    private static final Locale ENGLISH = Locale.ENGLISH;
    private static final Locale CHINESE = Locale.CHINESE;

    /**
     * The same in two languages.
     *
     * @param zh Chinese
     * @param en English
     */
    record Steps(List<String> zh, List<String> en) {}

    /**
     * A rung and why it fires when it does.
     *
     * @param rung its name
     * @param level levels above the owner's unit
     * @param dueAt when it fires
     * @param firedAt when it fired; absent while it did not
     * @param passedBeforeImport true when it had passed before the petition came
     * @param zh why, Chinese
     * @param en why, English
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record RungAccount(
            String rung,
            int level,
            Instant dueAt,
            @Nullable Instant firedAt,
            boolean passedBeforeImport,
            String zh,
            String en) {

        private static RungAccount of(Rung rung, Ladder ladder) {
            return new RungAccount(
                    rung.name(),
                    rung.level(),
                    rung.dueAt(),
                    rung.firedAt(),
                    rung.passedBeforeImport(),
                    ladder.explain(rung, CHINESE),
                    ladder.explain(rung, ENGLISH));
        }
    }

    static ClockAccount of(Clock clock, Ladder ladder, LocalDate today) {
        Integer number = clock.number();
        boolean lapsed = clock.isWindow() && clock.state() == Clock.State.RUNNING && today.isAfter(clock.dueOn());
        return new ClockAccount(
                clock.kind(),
                number == null ? 1 : number,
                lapsed ? "lapsed" : Names.of(clock.state()),
                clock.isWindow(),
                clock.startedOn(),
                clock.dueOn(),
                clock.explanation().provisional(),
                new Steps(
                        clock.explanation().steps(CHINESE), clock.explanation().steps(ENGLISH)),
                clock.rungs().stream().map(rung -> RungAccount.of(rung, ladder)).toList());
    }
}
