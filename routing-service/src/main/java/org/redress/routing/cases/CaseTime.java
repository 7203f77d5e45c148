package org.redress.routing.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.redress.contracts.cases.Clock;
import org.redress.contracts.cases.Explanation;
import org.redress.routing.clocks.Beginning;
import org.redress.routing.clocks.ClockRule;
import org.redress.routing.clocks.ClockRules;
import org.redress.routing.clocks.Clocks;
import org.redress.routing.organisation.LoadedRulebook;
import org.redress.routing.procedure.Purpose;
import org.redress.routing.procedure.Step;
import org.redress.routing.procedure.Way;

/**
 * What the rules a case keeps say of its clocks.
 *
 * @param edition the version of the rules
 * @param found whose case it is
 * @param way how it is handled
 */
record CaseTime(LoadedRulebook edition, Registration found, Way way) {

    /** The clocks with those that start now. */
    Clocks begin(Clocks clocks, Beginning beginning, LocalDate on) {
        return clocks.plus(starting(beginning).stream()
                .map(rule -> edition.clockwork()
                        .start(rule, on, levels(), found.petition().takenAt()))
                .toList());
    }

    /** The clocks with those that start now, each until the day that a person set; rights keep their own length. */
    Clocks beginUntil(Clocks clocks, Beginning beginning, LocalDate on, LocalDate dueOn) {
        return beginUntil(clocks, beginning, on, on, List.of(dueOn));
    }

    /**
     * The same where a person set several days, each of which has a clock of its own.
     *
     * @param on the day rights start on
     * @param setOn the day the others were set on, before them
     */
    Clocks beginUntil(Clocks clocks, Beginning beginning, LocalDate on, LocalDate setOn, List<LocalDate> days) {
        Instant takenAt = found.petition().takenAt();
        return clocks.plus(starting(beginning).stream()
                .flatMap(rule -> rule.window()
                        ? Stream.of(edition.clockwork().start(rule, on, levels(), takenAt))
                        : days.stream().map(day -> edition.clockwork().until(rule, setOn, day, levels(), takenAt)))
                .toList());
    }

    /** The clocks after a step that ends some of them. */
    Clocks end(Clocks clocks, Step step, LocalDate on) {
        return clocks.done(rules().endedBy(step), on);
    }

    /** The clocks with days added to those that run since a beginning. */
    Clocks extend(Clocks clocks, Beginning beginning, Explanation.Addition addition, Instant now) {
        Clocks extended = clocks;
        for (Clock clock : running(clocks, beginning)) {
            boolean rolls = rules().rule(clock.kind()).orElseThrow().limit().rolls();
            extended = extended.with(edition.clockwork().extend(clock, rolls, addition, levels(), now));
        }
        return extended;
    }

    /** The running clocks of a beginning that are more than rights. */
    List<Clock> running(Clocks clocks, Beginning beginning) {
        return clocks.running().stream()
                .filter(clock -> !clock.isWindow() && startsAt(clock, beginning))
                .toList();
    }

    /** The clocks that ever began there and are more than rights, in their order. */
    List<Clock> begun(Clocks clocks, Beginning beginning) {
        return clocks.all().stream()
                .filter(clock -> !clock.isWindow() && startsAt(clock, beginning))
                .toList();
    }

    /** True when a right that began there is over on a day; one that never began, or whose day is unknown, is not. */
    boolean isRightOver(Clocks clocks, Beginning beginning, LocalDate on) {
        return clocks.all().stream()
                .filter(clock -> clock.isWindow() && startsAt(clock, beginning))
                .reduce((first, second) -> second)
                .filter(right -> right.state() == Clock.State.RUNNING && on.isAfter(right.dueOn()))
                .isPresent();
    }

    /** True when a running clock asks for a step. */
    boolean asksFor(Clocks clocks, Step step) {
        return clocks.running().stream().anyMatch(clock -> rules().endedBy(step).contains(clock.kind()));
    }

    /** The running limits of suggestions that an appeal makes beside what it asks for. */
    List<Clock> ofSuggestions(Clocks clocks) {
        return found.petition().purpose() == Purpose.APPEAL
                ? clocks.running().stream()
                        .filter(clock -> rules().rule(clock.kind())
                                .filter(ClockRule::isOfSuggestionsAlone)
                                .isPresent())
                        .toList()
                : List.of();
    }

    /** True when a case counts as accepted once this clock was missed. */
    boolean deemsAcceptance(Clock missed) {
        return rules().rule(missed.kind()).filter(ClockRule::deemsAcceptance).isPresent();
    }

    /** The kinds of clocks whose silence accepts, which resume when a case is handed back. */
    List<String> deeming() {
        return rules().rules().stream()
                .filter(ClockRule::deemsAcceptance)
                .map(ClockRule::kind)
                .toList();
    }

    /** The moment a case with these clocks is listed by: the earliest running limit, or the latest once none runs. */
    Optional<Instant> listedBy(Clocks clocks) {
        return clocks.earliestDueOn()
                .or(() -> clocks.all().stream()
                        .filter(clock -> !clock.isWindow())
                        .map(Clock::dueOn)
                        .max(Comparator.naturalOrder()))
                .map(this::missedAt);
    }

    /** The moment from which on what was owed by a day is missed. */
    Instant missedAt(LocalDate dueOn) {
        return edition.clockwork().missedAt(dueOn);
    }

    /** The day of a moment in the organisation's zone. */
    LocalDate dayOf(Instant moment) {
        return edition.clockwork().dayOf(moment);
    }

    private List<ClockRule> starting(Beginning beginning) {
        return rules().starting(beginning, found.petition().purposes(), way);
    }

    private boolean startsAt(Clock clock, Beginning beginning) {
        return rules().rule(clock.kind())
                .filter(rule -> rule.starts().contains(beginning))
                .isPresent();
    }

    private int levels() {
        return edition.organisation().lineOf(found.assignment()).levels();
    }

    private ClockRules rules() {
        return edition.rulebook().clocks();
    }
}
