package org.redress.analytics.statements;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.facts.CaseFacts;
import org.redress.analytics.facts.CaseFactsProjection;
import org.redress.analytics.facts.Wanted;
import org.redress.analytics.figures.FigureReader;
import org.redress.analytics.outlook.DueClock;
import org.redress.platform.organisation.Reading;
import org.springframework.stereotype.Component;

/** Makes statements out of the facts of the cases that a reader may open. */
@Component
public class StatementReader {

    private final CaseFactsProjection projection;
    private final FigureReader figures;
    private final InstantSource businessTime;
    private final ZoneId zone;

    StatementReader(
            CaseFactsProjection projection, FigureReader figures, InstantSource businessTime, ZoneId organisationZone) {
        this.projection = projection;
        this.figures = figures;
        this.businessTime = businessTime;
        this.zone = organisationZone;
    }

    /**
     * Over which days and cases.
     *
     * @param from first day
     * @param to last day
     * @param units codes of units; absent for all
     * @param reading only cases within this; absent for all
     */
    public record Question(
            LocalDate from,
            LocalDate to,
            @Nullable Set<String> units,
            @Nullable Reading reading) {}

    /**
     * A statement and what it was made of.
     *
     * @param statement the statement
     * @param cases its cases by their petitions
     * @param late limits that have passed, the oldest first
     * @param due limits that fall due soon, the next first
     */
    public record Read(Statement statement, Map<String, CaseFacts> cases, List<DueClock> late, List<DueClock> due) {

        /** The cases of these petitions that are in it. */
        public List<CaseFacts> cases(Collection<String> petitionIds) {
            return petitionIds.stream()
                    .filter(cases::containsKey)
                    .map(cases::get)
                    .toList();
        }
    }

    /** The day it is. */
    public LocalDate today() {
        return LocalDate.ofInstant(businessTime.instant(), zone);
    }

    /** The statement as of now. */
    public Read read(Question question) {
        Instant now = businessTime.instant();
        LocalDate today = LocalDate.ofInstant(now, zone);
        Map<String, CaseFacts> cases = new TreeMap<>();
        Stream.concat(
                        projection
                                .find(new Wanted(
                                        question.from(),
                                        question.from(),
                                        question.to(),
                                        question.units(),
                                        question.reading()))
                                .stream(),
                        projection.openOrDueSince(today, question.reading()).stream())
                .filter(each -> question.units() == null || question.units().contains(each.unit()))
                .forEach(each -> cases.put(each.petitionId(), each));
        Statement statement = Statement.of(
                question.from(), question.to(), now, today, cases.values(), figures.repeats(cases.values()));
        return new Read(statement, cases, Statement.late(cases.values(), today), Statement.due(cases.values(), today));
    }

    /** Those of these petitions' cases that the reader may open today. */
    public List<CaseFacts> cases(Collection<String> petitionIds, @Nullable Reading reading) {
        return projection.find(petitionIds, reading);
    }
}
