package org.redress.analytics.volume;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.platform.organisation.Reading;

/**
 * How many petitions, of which.
 *
 * @param groupBy what they are broken down by
 * @param from first day; absent for the first there is
 * @param to last day; absent for the last there is
 * @param units only these units'
 * @param topics only these topics'
 * @param reading only cases within this; absent for all
 */
public record Question(
        GroupBy groupBy,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Set<String> units,
        @Nullable Set<String> topics,
        @Nullable Reading reading) {

    /** The smallest dimension that can tell. */
    Dimension dimension() {
        boolean byUnit = groupBy == GroupBy.UNIT || units != null;
        boolean byTopic = groupBy == GroupBy.TOPIC || topics != null;
        if (reading != null || (byUnit && byTopic)) {
            return Dimension.CELL;
        }
        return byTopic ? Dimension.TOPIC : Dimension.UNIT;
    }
}
