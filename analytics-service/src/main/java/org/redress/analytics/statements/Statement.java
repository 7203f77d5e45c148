package org.redress.analytics.statements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.facts.CaseFacts;
import org.redress.analytics.outlook.DueClock;
import org.redress.contracts.cases.Clock;

/**
 * What an office states of some days: what was registered, what became of cases, and what stands as of a moment. Each line
 * names the cases it counts, so that two statements can be told apart case by case.
 *
 * @param from first day
 * @param to last day
 * @param asOf the moment
 * @param lines its lines, in order
 */
public record Statement(LocalDate from, LocalDate to, Instant asOf, List<Line> lines) {

    /** Days after the moment within which a limit falls due soon. */
    public static final int DAYS_AHEAD = 7;

    /** Visits of so many people are counted as group visits 集体访 too: statistics, not law. */
    private static final int GROUP_VISIT = 5;

    private static final String VISIT = "visit";

    /** Copies the lines. */
    public Statement {
        lines = List.copyOf(lines);
    }

    /** What a line counts. */
    public enum Kind {
        /** All that was registered on these days. */
        CAME,
        /** Of one channel. */
        CHANNEL,
        /** Of one purpose. */
        PURPOSE,
        /** Whose petitioner had not come before with the same topic. */
        FIRST,
        /** Whose petitioner had. */
        REPEAT,
        /** Visits of five people and more 集体访. */
        GROUP_VISIT,
        /** Accepted on these days, whenever they came. */
        ACCEPTED,
        /** Answered on these days for the first time. */
        ANSWERED,
        /** Ended on these days, in one state. */
        ENDED,
        /** Open at the moment. */
        OPEN,
        /** With a limit that has passed at the moment. */
        LATE,
        /** With a limit whose last day comes within the seven days after the moment. */
        DUE;

        /** Its name in addresses, and of its words. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A line.
     *
     * @param kind what it counts
     * @param value the channel, purpose or state; absent for other kinds
     * @param people the people behind its cases
     * @param cases its cases, in the order of their petitions' ids
     */
    public record Line(Kind kind, @Nullable String value, long people, List<String> cases) {

        /** Copies the cases. */
        public Line {
            cases = List.copyOf(cases);
        }

        static Line of(Kind kind, @Nullable String value, Collection<CaseFacts> cases) {
            return new Line(
                    kind,
                    value,
                    cases.stream().mapToLong(CaseFacts::headCount).sum(),
                    cases.stream().map(CaseFacts::petitionId).sorted().toList());
        }

        /** True when it counts the same of another statement. */
        public boolean isLike(Line other) {
            return kind == other.kind && Objects.equals(value, other.value);
        }
    }

    /**
     * Counts.
     *
     * @param cases everything that was registered, accepted, answered or ended on these days, or is open
     * @param repeats petitions whose petitioner had come before with the same topic
     * @param today the day of the moment, in the organisation's zone
     */
    static Statement of(
            LocalDate from,
            LocalDate to,
            Instant asOf,
            LocalDate today,
            Collection<CaseFacts> cases,
            Set<String> repeats) {
        Predicate<@Nullable LocalDate> within = day -> day != null && !day.isBefore(from) && !day.isAfter(to);
        List<CaseFacts> came =
                cases.stream().filter(each -> within.test(each.registeredOn())).toList();
        Predicate<CaseFacts> again = each -> repeats.contains(each.petitionId());
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(Kind.CAME, null, came));
        lines.addAll(grouped(Kind.CHANNEL, came, CaseFacts::channel));
        lines.addAll(grouped(Kind.PURPOSE, came, CaseFacts::purpose));
        lines.add(Line.of(Kind.FIRST, null, among(came, again.negate())));
        lines.add(Line.of(Kind.REPEAT, null, among(came, again)));
        lines.add(Line.of(
                Kind.GROUP_VISIT,
                null,
                among(came, each -> each.channel().equals(VISIT) && each.headCount() >= GROUP_VISIT)));
        lines.add(Line.of(Kind.ACCEPTED, null, among(cases, each -> within.test(each.acceptedOn()))));
        lines.add(Line.of(Kind.ANSWERED, null, among(cases, each -> within.test(each.answeredOn()))));
        lines.addAll(grouped(Kind.ENDED, among(cases, each -> within.test(each.endedOn())), CaseFacts::state));
        lines.add(Line.of(Kind.OPEN, null, among(cases, each -> each.endedOn() == null)));
        lines.add(Line.of(
                Kind.LATE,
                null,
                among(cases, each -> !late(List.of(each), today).isEmpty())));
        lines.add(Line.of(
                Kind.DUE, null, among(cases, each -> !due(List.of(each), today).isEmpty())));
        return new Statement(from, to, asOf, lines);
    }

    /** The limits of these cases that have passed, the oldest first. */
    static List<DueClock> late(Collection<CaseFacts> cases, LocalDate today) {
        return running(cases, day -> day.isBefore(today));
    }

    /** The limits of these cases whose last day comes soon, today's too, the next first. */
    static List<DueClock> due(Collection<CaseFacts> cases, LocalDate today) {
        return running(cases, day -> !day.isBefore(today) && !day.isAfter(today.plusDays(DAYS_AHEAD)));
    }

    private static List<DueClock> running(Collection<CaseFacts> cases, Predicate<LocalDate> when) {
        return cases.stream()
                .filter(each -> each.endedOn() == null)
                .flatMap(each -> each.clocks().stream()
                        .filter(clock -> clock.state() == Clock.State.RUNNING && when.test(clock.dueOn()))
                        .map(clock -> new DueClock(each, clock)))
                .sorted(Comparator.comparing((DueClock each) -> each.clock().dueOn())
                        .thenComparing(each -> each.facts().petitionId()))
                .toList();
    }

    private static List<CaseFacts> among(Collection<CaseFacts> cases, Predicate<CaseFacts> which) {
        return cases.stream().filter(which).toList();
    }

    /** A line for each value there is, the most first. */
    private static List<Line> grouped(Kind kind, Collection<CaseFacts> cases, Function<CaseFacts, String> by) {
        Map<String, List<CaseFacts>> groups = cases.stream().collect(Collectors.groupingBy(by));
        return groups.entrySet().stream()
                .map(group -> Line.of(kind, group.getKey(), group.getValue()))
                .sorted(Comparator.comparingInt((Line line) -> -line.cases().size())
                        .thenComparing(line -> String.valueOf(line.value())))
                .toList();
    }

    /** The line that counts the same; one without cases where there is none, since nothing of that kind was there. */
    public Line like(Line wanted) {
        return lines.stream()
                .filter(wanted::isLike)
                .findFirst()
                .orElseGet(() -> new Line(wanted.kind(), wanted.value(), 0, List.of()));
    }
}
