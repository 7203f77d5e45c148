package org.redress.analytics.volume;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a volume is broken down by. */
public enum GroupBy {
    /** The topic. */
    TOPIC,
    /** The unit that answers. */
    UNIT,
    /** The day the organisation received the petition. */
    DAY;

    /** The breakdown of this name. */
    public static Optional<GroupBy> named(String name) {
        return Arrays.stream(values())
                .filter(value -> value.label().equals(name))
                .findFirst();
    }

    /** Name in requests, and of the field in a bucket. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
