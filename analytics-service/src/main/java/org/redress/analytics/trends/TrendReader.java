package org.redress.analytics.trends;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.facts.CaseFactsProjection;
import org.redress.analytics.volume.GroupBy;
import org.redress.analytics.volume.VolumeReader;
import org.redress.contracts.calendar.WorkingCalendar;
import org.redress.platform.organisation.Reading;
import org.springframework.stereotype.Component;

/** Tells the trend of what a reader may open, over the volumes by the day of receipt. */
@Component
public class TrendReader {

    private static final int YEARS = 5;
    private static final int FOUR_WEEKS = 28;

    /** On so many days of four weeks something came where a history was imported, and not by a letter or two. */
    private static final int DAYS_OF_HISTORY = 3;

    private final VolumeReader volumes;
    private final CaseFactsProjection facts;
    private final WorkingCalendar calendar;
    private final InstantSource businessTime;
    private final ZoneId zone;

    TrendReader(
            VolumeReader volumes,
            CaseFactsProjection facts,
            WorkingCalendar calendar,
            InstantSource businessTime,
            ZoneId organisationZone) {
        this.volumes = volumes;
        this.facts = facts;
        this.calendar = calendar;
        this.businessTime = businessTime;
        this.zone = organisationZone;
    }

    /**
     * Which trend.
     *
     * @param step how long its steps are
     * @param from first day; absent for as many steps as are usually shown
     * @param to last day; absent for all that is foretold
     * @param units codes of units; absent for all
     * @param topics codes of topics; absent for all
     * @param reading only cases within this; absent for all
     */
    public record Question(
            TrendStep step,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Set<String> units,
            @Nullable Set<String> topics,
            @Nullable Reading reading) {}

    /**
     * A trend.
     *
     * @param today the day it is
     * @param first first day of which what came is known to the reader; absent while nothing is
     * @param course what came and what was to be expected
     */
    public record Trend(LocalDate today, @Nullable LocalDate first, Forecaster.Course course) {}

    /** The day it is. */
    public LocalDate today() {
        return LocalDate.ofInstant(businessTime.instant(), zone);
    }

    /** The trend. */
    public Trend read(Question question) {
        LocalDate today = today();
        TrendStep step = question.step();
        NavigableMap<LocalDate, Integer> all = days(step, today, null, null, question.reading());
        if (all.isEmpty()) {
            return new Trend(today, null, new Forecaster.Course(List.of(), Season.none(calendar)));
        }
        LocalDate first = first(all, question.reading() == null ? all : days(step, today, null, null, null));
        NavigableMap<LocalDate, Integer> own = question.units() == null && question.topics() == null
                ? all
                : days(step, today, question.units(), question.topics(), question.reading());
        LocalDate asked = question.from();
        LocalDate from = asked == null ? step.plus(step.begin(today), 1 - step.shown()) : asked;
        Forecaster.Course course = new Forecaster(step, calendar).run(all, own, first, today, from);
        LocalDate to = question.to();
        List<Forecaster.Point> points = course.points().stream()
                .filter(point -> !point.to().isBefore(from))
                .filter(point -> to == null || !point.from().isAfter(to))
                .toList();
        return new Trend(today, first, new Forecaster.Course(points, course.season()));
    }

    /**
     * The first day of which what came is known. Nothing is known of the time before the first registration, though a letter
     * may have been received in it; a history that was imported tells of it, four weeks by four weeks.
     *
     * @param own what the reader may open, by day of receipt; not empty
     * @param all what anybody may open
     */
    private LocalDate first(NavigableMap<LocalDate, Integer> own, NavigableMap<LocalDate, Integer> all) {
        LocalDate known = facts.firstRegistration().orElse(own.firstKey());
        for (LocalDate before = known.minusDays(FOUR_WEEKS);
                all.subMap(before, true, known, false).size() >= DAYS_OF_HISTORY;
                before = known.minusDays(FOUR_WEEKS)) {
            known = before;
        }
        return known.isBefore(own.firstKey()) ? own.firstKey() : known;
    }

    /** From the step on that holds the day five years ago, so that it is whole. */
    private NavigableMap<LocalDate, Integer> days(
            TrendStep step,
            LocalDate today,
            @Nullable Set<String> units,
            @Nullable Set<String> topics,
            @Nullable Reading reading) {
        NavigableMap<LocalDate, Integer> days = new TreeMap<>();
        volumes.read(new org.redress.analytics.volume.Question(
                        GroupBy.DAY, step.begin(today.minusYears(YEARS)), today, units, topics, reading))
                .forEach(row -> days.put(LocalDate.parse(row.key()), Math.toIntExact(row.count())));
        return days;
    }
}
