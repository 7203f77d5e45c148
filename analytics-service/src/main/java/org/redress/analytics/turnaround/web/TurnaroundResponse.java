package org.redress.analytics.turnaround.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.turnaround.TurnaroundProjection;

/**
 * How long cases stood in each stage.
 *
 * @param rows a line for each stage, and unit or topic, in which a stay ended
 */
record TurnaroundResponse(List<StageTime> rows) {

    /**
     * A line.
     *
     * @param key unit or topic, as asked; absent where the stages are not broken down
     * @param name what the unit or topic is called, in the reader's language; absent with the key
     * @param stage the stage
     * @param count stays that ended in the period, from 1; one case may stand in a stage several times
     * @param median half of the stays were no longer, in seconds
     * @param p80 eight of ten were no longer, in seconds
     * @param p95 nineteen of twenty were no longer, in seconds
     */
    record StageTime(
            @Nullable String key,
            @Nullable String name,
            String stage,
            long count,

            @Schema(description = "Half of the stays were no longer than this, in seconds")
            long median,

            @Schema(description = "80 % of the stays were no longer than this, in seconds")
            long p80,

            @Schema(description = "95 % of the stays were no longer than this, in seconds")
            long p95) {

        static StageTime of(TurnaroundProjection.Row row, Function<String, @Nullable String> names) {
            String key = row.key().isEmpty() ? null : row.key();
            return new StageTime(
                    key, names.apply(row.key()), row.stage(), row.count(), row.median(), row.p80(), row.p95());
        }
    }

    /** With the names of the keys, where they have any. */
    static TurnaroundResponse of(List<TurnaroundProjection.Row> rows, Function<String, @Nullable String> names) {
        return new TurnaroundResponse(
                rows.stream().map(row -> StageTime.of(row, names)).toList());
    }
}
