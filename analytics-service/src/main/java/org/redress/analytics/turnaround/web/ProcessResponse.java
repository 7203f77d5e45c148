package org.redress.analytics.turnaround.web;

import java.time.LocalDate;
import java.util.List;
import org.redress.analytics.turnaround.ProcessMap;

/**
 * How cases go from stage to stage.
 *
 * @param from first day on which a stay ended or a limit passed
 * @param to last day
 * @param stages the stages, in the order of the procedure
 * @param moves from which stage to which, the most frequent first
 * @param handOvers from which unit to which, the most frequent first
 * @param breakdown the stages by unit or topic, as asked
 */
record ProcessResponse(
        LocalDate from,
        LocalDate to,
        List<StageOnMap> stages,
        List<Move> moves,
        List<HandOver> handOvers,
        List<StageOf> breakdown) {

    /**
     * A stage.
     *
     * @param stage its name
     * @param stays stays that ended
     * @param median half of the stays were no longer, in seconds
     * @param p90 nine of ten were no longer, in seconds
     * @param standing cases that stand in it now
     * @param overdue limits that passed while their case stood in it
     */
    record StageOnMap(String stage, long stays, long median, long p90, long standing, long overdue) {}

    /**
     * From a stage to another.
     *
     * @param from the stage
     * @param to the stage it went to; {@code ended} when it was handled to its end, {@code left} when it was declined, led elsewhere,
     *     withdrawn or joined to another
     * @param count how often
     * @param median half of the stays before were no longer, in seconds
     * @param p90 nine of ten were no longer, in seconds
     */
    record Move(String from, String to, long count, long median, long p90) {}

    /**
     * From a unit to another.
     *
     * @param from code of the unit
     * @param to code of the unit it went to
     * @param count how often
     * @param median half of the stays before were no longer, in seconds
     * @param p90 nine of ten were no longer, in seconds
     */
    record HandOver(String from, String to, long count, long median, long p90) {}

    /**
     * A stage with one unit, or of one topic.
     *
     * @param key code of the unit or topic
     * @param stage the stage
     * @param stays stays that ended
     * @param median half of the stays were no longer, in seconds
     * @param p90 nine of ten were no longer, in seconds
     */
    record StageOf(String key, String stage, long stays, long median, long p90) {}

    static ProcessResponse of(ProcessMap.Span span, ProcessMap map) {
        return new ProcessResponse(
                span.from(),
                span.to(),
                map.stages().stream()
                        .map(each -> new StageOnMap(
                                each.stage(), each.stays(), each.median(), each.p90(), each.standing(), each.overdue()))
                        .toList(),
                map.moves().stream()
                        .map(each -> new Move(each.from(), each.to(), each.count(), each.median(), each.p90()))
                        .toList(),
                map.handOvers().stream()
                        .map(each -> new HandOver(each.from(), each.to(), each.count(), each.median(), each.p90()))
                        .toList(),
                map.broken().stream()
                        .map(each -> new StageOf(each.from(), each.to(), each.count(), each.median(), each.p90()))
                        .toList());
    }
}
