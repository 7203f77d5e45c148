package org.redress.analytics.turnaround;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.facts.CaseFacts;
import org.redress.analytics.facts.CaseFactsProjection;
import org.redress.analytics.facts.ClockFact;
import org.redress.contracts.cases.Clock;
import org.redress.platform.organisation.Reading;
import org.springframework.stereotype.Component;

/** Draws the process map: ways of cases, and the limits that passed on them. */
@Component
public class ProcessReader {

    private static final int DAYS = 90;

    private final TurnaroundProjection turnaround;
    private final CaseFactsProjection facts;
    private final InstantSource businessTime;
    private final ZoneId zone;

    ProcessReader(
            TurnaroundProjection turnaround,
            CaseFactsProjection facts,
            InstantSource businessTime,
            ZoneId organisationZone) {
        this.turnaround = turnaround;
        this.facts = facts;
        this.businessTime = businessTime;
        this.zone = organisationZone;
    }

    /**
     * Which map.
     *
     * @param by unit or topic, by which stages are broken down
     * @param from first day; absent for 90 days before the last
     * @param to last day; absent for today
     * @param units codes of the units with which cases stood; absent for all
     * @param topics codes of topics; absent for all
     * @param reading only cases within this; absent for all
     */
    public record Question(
            TurnaroundQuestion.By by,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Set<String> units,
            @Nullable Set<String> topics,
            @Nullable Reading reading) {}

    /** The days that a question is about. */
    public ProcessMap.Span span(Question question) {
        LocalDate today = LocalDate.ofInstant(businessTime.instant(), zone);
        LocalDate to = question.to() == null ? today : question.to();
        LocalDate from = question.from() == null ? to.minusDays(DAYS) : question.from();
        return new ProcessMap.Span(from, to, question.units());
    }

    /** The map. */
    public ProcessMap read(Question question) {
        ProcessMap.Span span = span(question);
        LocalDate today = LocalDate.ofInstant(businessTime.instant(), zone);
        Map<String, List<LocalDate>> missed = facts.openOrDueSince(span.from(), question.reading()).stream()
                .collect(Collectors.toMap(CaseFacts::petitionId, each -> missed(each, span, today)));
        missed.values().removeIf(List::isEmpty);
        return turnaround.map(span, question.by(), question.topics(), question.reading(), missed);
    }

    private static List<LocalDate> missed(CaseFacts facts, ProcessMap.Span span, LocalDate today) {
        return facts.clocks().stream()
                .filter(clock -> clock.state() == Clock.State.LATE || isOverdue(clock, today))
                .map(ClockFact::dueOn)
                .filter(due -> !due.isBefore(span.from()) && !due.isAfter(span.to()))
                .toList();
    }

    private static boolean isOverdue(ClockFact clock, LocalDate today) {
        return clock.state() == Clock.State.RUNNING && clock.dueOn().isBefore(today);
    }
}
