package org.redress.analytics.volume.web;

import java.util.List;
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
     * @param count petitions
     */
    record Volume(String key, long count) {}

    static VolumeResponse of(List<VolumeReader.Row> rows) {
        return new VolumeResponse(
                rows.stream().map(row -> new Volume(row.key(), row.count())).toList(),
                rows.stream().mapToLong(VolumeReader.Row::count).sum());
    }
}
