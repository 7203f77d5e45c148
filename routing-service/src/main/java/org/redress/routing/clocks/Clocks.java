package org.redress.routing.clocks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
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

    /** These and more; one of a kind that was there before is counted on. */
    public Clocks plus(List<Clock> more) {
        List<Clock> clocks = new ArrayList<>(all);
        for (Clock clock : more) {
            int before = (int) clocks.stream()
                    .filter(each -> each.kind().equals(clock.kind()))
                    .count();
            clocks.add(before == 0 ? clock : numbered(clock, before + 1));
        }
        return new Clocks(clocks);
    }

    private static Clock numbered(Clock clock, int number) {
        return new Clock(
                clock.kind(),
                clock.startedOn(),
                clock.dueOn(),
                clock.state(),
                clock.explanation(),
                clock.rungs(),
                number);
    }

    /** The newest clock of that kind. */
    public Optional<Clock> find(String kind) {
        return all.stream().filter(clock -> clock.kind().equals(kind)).reduce((first, second) -> second);
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

    /** The earliest due day of a running clock that is more than a right. */
    public Optional<LocalDate> earliestDueOn() {
        return running().stream()
                .filter(clock -> !clock.isWindow())
                .map(Clock::dueOn)
                .min(Comparator.naturalOrder());
    }

    /** These with one of them in another standing. */
    public Clocks with(Clock changed) {
        return each(clock -> isSame(clock, changed) ? changed : clock);
    }

    /** These after something was done on a day: running clocks of these kinds are met, or late after their due day. */
    public Clocks done(Set<String> kinds, LocalDate on) {
        return each(clock -> clock.state() == Clock.State.RUNNING && kinds.contains(clock.kind())
                ? clock.in(on.isAfter(clock.dueOn()) ? Clock.State.LATE : Clock.State.MET)
                : clock);
    }

    /** These with every running clock stopped, since nothing is owed any more and no right is left. */
    public Clocks stopped() {
        return stopped(clock -> true);
    }

    /** These with what is owed stopped; the rights of the petitioner or of a unit go on. */
    public Clocks stoppedButRights() {
        return stopped(clock -> !clock.isWindow());
    }

    /** These with the rights of the petitioner or of a unit stopped; what is owed goes on. */
    public Clocks withoutRights() {
        return stopped(Clock::isWindow);
    }

    private Clocks stopped(Predicate<Clock> which) {
        return each(clock ->
                clock.state() == Clock.State.RUNNING && which.test(clock) ? clock.in(Clock.State.STOPPED) : clock);
    }

    /**
     * These with the clock before the newest of a kind running again, as it was: what was handed back is owed by the day
     * it was owed before.
     */
    public Clocks resumed(String kind) {
        List<Clock> ofKind =
                all.stream().filter(clock -> clock.kind().equals(kind)).toList();
        if (ofKind.size() < 2) {
            return this;
        }
        Clock newest = ofKind.getLast();
        Clock before = ofKind.get(ofKind.size() - 2);
        return with(newest.in(Clock.State.STOPPED)).with(before.in(Clock.State.RUNNING));
    }

    private Clocks each(UnaryOperator<Clock> change) {
        return new Clocks(all.stream().map(change).toList());
    }

    private static boolean isSame(Clock one, Clock other) {
        return one.kind().equals(other.kind()) && Objects.equals(one.number(), other.number());
    }

    static boolean isPending(Rung rung) {
        return rung.firedAt() == null && !rung.passedBeforeImport();
    }

    /** The moment the next rung fires; absent when no clock runs. */
    public Optional<Instant> nextDueAt() {
        return next().map(due -> due.rung().dueAt());
    }
}
