package org.redress.routing.configuration;

import java.util.Locale;

/** How names of enumerations are written outside the code: lower case with hyphens. */
public final class Names {

    private Names() {}

    /** The written name. */
    public static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
