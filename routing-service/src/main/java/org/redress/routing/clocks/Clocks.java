package org.redress.routing.clocks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.redress.contracts.cases.Clock;
import org.redress.contracts.cases.Rung;

/**
 * The clocks of one case; immutable.
 *
 * @param all every clock it ever had, in the order they started
 */
public record Clocks(List<Clock> all) {

    /** No clock yet. */
    public static final Clocks NONE = new Clocks(List.of());

    /** Keeps its own copy. */
    public Clocks {
        all = List.copyOf(all);
    }

    /**
     * A rung and the clock it belongs to.
     *
     * @param clock the clock
     * @param rung the rung
     */
    public record Due(Clock clock, Rung rung) {}

    /** These and more. */
    public Clocks plus(List<Clock> more) {
        return new Clocks(Stream.concat(all.stream(), more.stream()).toList());
    }

    /** The clock of that kind. */
    public Optional<Clock> find(String kind) {
        return all.stream().filter(clock -> clock.kind().equals(kind)).findFirst();
    }

    /** The clocks that run. */
    public List<Clock> running() {
        return all.stream()
                .filter(clock -> clock.state() == Clock.State.RUNNING)
                .toList();
    }

    /** The running clocks whose limit had passed before the petition was handed in. */
    public List<Clock> missedBeforeImport() {
        return running().stream()
                .filter(clock -> clock.rungs().stream()
                        .anyMatch(rung -> rung.name().equals(Ladder.DUE) && rung.passedBeforeImport()))
                .toList();
    }

    /** The rung that fires next, over all running clocks. */
    public Optional<Due> next() {
        return running().stream()
                .flatMap(clock ->
                        clock.rungs().stream().filter(Clocks::isPending).map(rung -> new Due(clock, rung)))
                .min(Comparator.comparing(due -> due.rung().dueAt()));
    }

    /** The earliest due day of a running clock. */
    public Optional<LocalDate> earliestDueOn() {
        return running().stream().map(Clock::dueOn).min(Comparator.naturalOrder());
    }

    /** These with one of them in another standing. */
    public Clocks with(Clock changed) {
        return each(clock -> clock.kind().equals(changed.kind()) ? changed : clock);
    }

    /** These after something was done on a day: running clocks of these kinds are met, or late after their due day. */
    public Clocks done(Set<String> kinds, LocalDate on) {
        return each(clock -> clock.state() == Clock.State.RUNNING && kinds.contains(clock.kind())
                ? in(clock, on.isAfter(clock.dueOn()) ? Clock.State.LATE : Clock.State.MET)
                : clock);
    }

    /** These with every running clock stopped, since nothing is owed any more. */
    public Clocks stopped() {
        return each(clock -> clock.state() == Clock.State.RUNNING ? in(clock, Clock.State.STOPPED) : clock);
    }

    private Clocks each(UnaryOperator<Clock> change) {
        return new Clocks(all.stream().map(change).toList());
    }

    private static Clock in(Clock clock, Clock.State state) {
        return new Clock(clock.kind(), clock.startedOn(), clock.dueOn(), state, clock.explanation(), clock.rungs());
    }

    static boolean isPending(Rung rung) {
        return rung.firedAt() == null && !rung.passedBeforeImport();
    }

    /** The moment the next rung fires; absent when no clock runs. */
    public Optional<Instant> nextDueAt() {
        return next().map(due -> due.rung().dueAt());
    }
}
