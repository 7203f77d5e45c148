package org.redress.analytics.facts;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.platform.organisation.Reading;

/**
 * Which facts are read.
 *
 * @param registeredFrom cases that were registered from this day on, or something of which happened or was due from {@code from} on
 * @param from first day
 * @param to last day
 * @param units codes of the units they are with, or were; absent for all
 * @param reading only cases within this; absent for all
 */
public record Wanted(
        LocalDate registeredFrom,
        LocalDate from,
        LocalDate to,
        @Nullable Set<String> units,
        @Nullable Reading reading) {}
