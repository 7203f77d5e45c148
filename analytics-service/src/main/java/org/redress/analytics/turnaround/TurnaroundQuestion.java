package org.redress.analytics.turnaround;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.platform.organisation.Reading;

/**
 * How long cases stood, and which.
 *
 * @param by what the stages are broken down by
 * @param from first day on which a stay ended; absent for the first there is
 * @param to last day; absent for the last there is
 * @param unit only with this unit
 * @param topics only these topics
 * @param reading only cases within this; absent for all
 */
public record TurnaroundQuestion(
        By by,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String unit,
        @Nullable Set<String> topics,
        @Nullable Reading reading) {

    /** What the stages are broken down by. */
    public enum By {
        /** By nothing else. */
        STAGE,
        /** The unit with which a case stood. */
        UNIT,
        /** The topic. */
        TOPIC;

        /** The breakdown of this name. */
        public static Optional<By> named(String name) {
            return Arrays.stream(values())
                    .filter(value -> value.label().equals(name))
                    .findFirst();
        }

        /** Name in requests, and of the field in a cell. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
