package org.redress.analytics.trends.web;

import java.time.LocalDate;
import java.util.List;
import org.redress.analytics.facts.CaseFacts;
import org.redress.analytics.facts.CaseFactsProjection;
import org.redress.analytics.trends.Forecaster.Point;
import org.redress.analytics.trends.TrendReader;
import org.redress.analytics.trends.TrendReader.Question;
import org.redress.analytics.trends.TrendReader.Trend;
import org.springframework.stereotype.Component;

/** Opens one step of a trend: what was expected of it, and the cases it counts. */
@Component
class TrendSteps {

    private final TrendReader trends;
    private final CaseFactsProjection facts;

    TrendSteps(TrendReader trends, CaseFactsProjection facts) {
        this.trends = trends;
        this.facts = facts;
    }

    /**
     * A step and its cases.
     *
     * @param trend the trend it is of
     * @param point the step
     * @param cases what it counts
     */
    record Opened(Trend trend, Point point, List<CaseFacts> cases) {}

    /** The step in which a day lies. */
    Opened open(Question question, LocalDate at) {
        LocalDate begin = question.step().begin(at);
        LocalDate end = question.step().plus(begin, 1).minusDays(1);
        Trend trend = trends.read(
                new Question(question.step(), begin, end, question.units(), question.topics(), question.reading()));
        Point point = trend.course().points().stream()
                .filter(each -> each.from().equals(begin))
                .findFirst()
                .orElse(new Point(begin, end, null, end.isBefore(trend.today()), false, null));
        return new Opened(
                trend, point, facts.received(begin, end, question.units(), question.topics(), question.reading()));
    }
}
