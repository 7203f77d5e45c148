package org.redress.analytics.volume;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** By what cases are counted. */
public enum Dimension {
    /** The unit that answers. */
    UNIT,
    /** The topic. */
    TOPIC,
    /** Scope, owner, unit and topic together, for readers who may see only some cases and for two conditions at once. */
    CELL,
    /** Reports and restricted cases, which are in no other dimension. */
    RESTRICTED;

    /** Name in the database. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All names in the database. */
    static List<String> labels() {
        return Arrays.stream(values()).map(Dimension::label).toList();
    }
}
