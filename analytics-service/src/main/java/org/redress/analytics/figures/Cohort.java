package org.redress.analytics.figures;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.facts.CaseFacts;
import org.redress.analytics.facts.ClockFact;

/** By which day a case belongs to a period. */
public enum Cohort {
    /** The day it was registered. */
    REGISTERED,
    /** The last day of its limit for an answer. */
    DUE,
    /** The day somebody accepted it. */
    ACCEPTED,
    /** The day of its first answer or written opinion. */
    ANSWERED,
    /** The day it ended. */
    ENDED;

    /** The day of a case; absent while it has none. */
    @Nullable
    LocalDate dayOf(CaseFacts facts, FigureSettings settings) {
        ClockFact limit = settings.limit(facts);
        return switch (this) {
            case REGISTERED -> facts.registeredOn();
            case DUE -> limit == null ? null : limit.dueOn();
            case ACCEPTED -> facts.acceptedOn();
            case ANSWERED -> facts.answeredOn();
            case ENDED -> facts.endedOn();
        };
    }

    /** Name in the file of figures, and of its words. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
