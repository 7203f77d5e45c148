package org.redress.analytics.figures;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.facts.CaseFacts;
import org.redress.analytics.facts.ClockFact;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * All figures there are, as the file of figures says.
 *
 * @param repeatDays days within which the same petitioner and topic make a repeat
 * @param lateRegistrationDays days after receipt from which on a registration is late
 * @param answerClocks kinds of limits within which a case is answered
 * @param sets sets of definitions, each complete in itself
 */
@ConfigurationProperties("redress.figures")
public record FigureSettings(int repeatDays, int lateRegistrationDays, Set<String> answerClocks, List<FigureSet> sets) {

    /** Refuses two figures of one name in a set. */
    public FigureSettings {
        answerClocks = Set.copyOf(answerClocks);
        sets = List.copyOf(sets);
        for (FigureSet set : sets) {
            long names = set.figures().stream().map(Definition::name).distinct().count();
            if (names < set.figures().size()) {
                throw new IllegalArgumentException("two figures of one name in set " + set.code());
            }
        }
    }

    /**
     * Figures that are looked at together.
     *
     * @param code its code, as in requests
     * @param zh its Chinese name
     * @param en its English name
     * @param figures its figures, in order
     */
    public record FigureSet(String code, String zh, String en, List<Definition> figures) {

        /** Its name in a language. */
        public String title(Locale locale) {
            return in(locale, zh, en);
        }
    }

    /**
     * What a figure counts.
     *
     * @param name its name in requests, unique in its set
     * @param zh its Chinese name
     * @param en its English name
     * @param source the article it follows
     * @param cohort the date by which cases belong to a period
     * @param afterDays days after that date; a case is only judged once they are over
     * @param denominator conditions of the cases that are counted over
     * @param numerator conditions of those that count
     * @param measure what is summed
     * @param atLeast target line from below, in the measure's unit; absent without one
     * @param atMost target line from above; absent without one
     * @param parts what the denominator falls into; empty where that is not told
     */
    public record Definition(
            String name,
            String zh,
            String en,
            String source,
            Cohort cohort,
            @DefaultValue("0") int afterDays,
            @DefaultValue List<Condition> denominator,
            @DefaultValue List<Condition> numerator,
            @DefaultValue("cases") Measure measure,
            @Nullable Double atLeast,
            @Nullable Double atMost,
            @DefaultValue List<Part> parts) {

        /** Its name in a language. */
        public String title(Locale locale) {
            return in(locale, zh, en);
        }
    }

    /**
     * A part of a denominator.
     *
     * @param zh its Chinese name
     * @param en its English name
     * @param when conditions of its cases
     */
    public record Part(String zh, String en, List<Condition> when) {

        /** Its name in a language. */
        public String title(Locale locale) {
            return in(locale, zh, en);
        }
    }

    /** What a figure sums. */
    public enum Measure {
        /** The cases that count, as a share of all in percent. */
        CASES,
        /** Days from registration to the answer, as a mean over all cases. */
        DAYS_TO_ANSWER
    }

    private static String in(Locale locale, String zh, String en) {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? zh : en;
    }

    /** The set of that code; absent when there is none. */
    public @Nullable FigureSet set(String code) {
        return sets.stream().filter(set -> set.code().equals(code)).findFirst().orElse(null);
    }

    /** The newest limit within which a case is to be answered; absent when it has none. */
    public @Nullable ClockFact limit(CaseFacts facts) {
        return facts.newest(answerClocks);
    }

    /** The most days that any figure waits after its date. */
    int longestWait() {
        return sets.stream()
                .flatMap(set -> set.figures().stream())
                .mapToInt(Definition::afterDays)
                .max()
                .orElse(0);
    }
}
