package org.redress.analytics.volume.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.volume.VolumeReader;

/**
 * How many petitions there are.
 *
 * @param rows a line for each key that has any
 * @param total the sum of the lines
 */
record VolumeResponse(List<Volume> rows, long total) {

    /**
     * A line.
     *
     * @param key topic, unit or day, as asked
     * @param name what the topic or unit is called, in the reader's language; absent for a day
     * @param count petitions
     */
    record Volume(String key, @Nullable String name, long count) {}

    /** With the names of the keys, where they have any. */
    static VolumeResponse of(List<VolumeReader.Row> rows, Function<String, @Nullable String> names) {
        return new VolumeResponse(
                rows.stream()
                        .map(row -> new Volume(row.key(), names.apply(row.key()), row.count()))
                        .toList(),
                rows.stream().mapToLong(VolumeReader.Row::count).sum());
    }
}
