package org.redress.analytics.figures.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.facts.CaseFacts;
import org.redress.analytics.facts.ClockFact;
import org.redress.analytics.figures.Figure;
import org.redress.analytics.figures.FigureSettings;
import org.redress.analytics.figures.Period;

/**
 * Figures of a set in a period.
 *
 * @param set code of the set
 * @param period the period, as it is asked for
 * @param from its first day
 * @param to its last day
 * @param asOf the day it is: what is not over then can still change
 * @param figures the figures, in order
 */
record FiguresResponse(
        String set, String period, LocalDate from, LocalDate to, LocalDate asOf, List<FigureLine> figures) {

    private static final double TENTH = 10;

    /**
     * A figure.
     *
     * @param name its name
     * @param title what it is called, in the reader's language
     * @param value a share in percent or a mean in days, to a tenth; absent where it counts over nothing
     * @param measure {@code cases} for a share, {@code days-to-answer} for a mean
     * @param numerator what the cases add up to
     * @param denominator how many cases it counts over
     * @param atLeast target line from below; absent without one
     * @param atMost target line from above; absent without one
     * @param keepsTarget whether the line is kept; absent without a line or a value
     * @param parts what the denominator falls into
     * @param beside how many cases of that date were registered late, withdrawn, merged, declined, or answered and not
     *     resolved
     * @param leftOut cases of that date that it does not count over
     * @param denominatorThen the denominator by what was known when the period ended; absent while it runs
     * @param moved true when the denominator has moved by more than 20 % since the period ended
     * @param altered how many of its cases somebody changed in the database, from 1; absent where nobody did
     * @param definition what it counts
     */
    record FigureLine(
            String name,
            String title,
            @Nullable Double value,
            String measure,
            long numerator,
            int denominator,
            @Nullable Double atLeast,
            @Nullable Double atMost,
            @Nullable Boolean keepsTarget,
            List<PartLine> parts,
            Map<String, Integer> beside,
            int leftOut,
            @Nullable Integer denominatorThen,
            boolean moved,
            @Nullable Long altered,
            Account definition) {

        static FigureLine of(Figure figure, FigureWords words, Locale locale) {
            FigureSettings.Definition definition = figure.definition();
            Double value = figure.value();
            return new FigureLine(
                    definition.name(),
                    definition.title(locale),
                    value == null ? null : Math.round(value * TENTH) / TENTH,
                    definition.measure().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    figure.numerator(),
                    figure.denominator(),
                    definition.atLeast(),
                    definition.atMost(),
                    figure.keepsTarget(),
                    parts(figure, locale),
                    beside(figure),
                    figure.leftOut(),
                    figure.denominatorThen(),
                    figure.isMoved(),
                    figure.altered() == 0 ? null : figure.altered(),
                    new Account(
                            words.numerator(definition, locale),
                            words.conditions(definition.denominator(), locale),
                            words.cohort(definition, locale),
                            definition.source()));
        }

        private static List<PartLine> parts(Figure figure, Locale locale) {
            List<PartLine> parts = new ArrayList<>();
            for (int number = 0; number < figure.parts().size(); number++) {
                parts.add(new PartLine(
                        figure.definition().parts().get(number).title(locale),
                        figure.parts().get(number)));
            }
            return parts;
        }

        private static Map<String, Integer> beside(Figure figure) {
            Map<String, Integer> beside = new LinkedHashMap<>();
            figure.beside().forEach((kind, count) -> beside.put(kind.label(), count));
            return beside;
        }
    }

    /**
     * A part of a denominator.
     *
     * @param title what it is called
     * @param count its cases
     */
    record PartLine(String title, int count) {}

    /**
     * What a figure counts, in words made of its definition.
     *
     * @param numerator which cases count
     * @param denominator over which cases
     * @param date by which date a case belongs to the period
     * @param source the article it follows
     */
    record Account(String numerator, String denominator, String date, String source) {}

    /**
     * Why a figure is what it is.
     *
     * @param set code of the set
     * @param period the period
     * @param from its first day
     * @param to its last day
     * @param asOf the day it is
     * @param figure the figure
     * @param cases every case it counts over: their amounts sum up to the numerator
     */
    record Why(
            String set,
            String period,
            LocalDate from,
            LocalDate to,
            LocalDate asOf,
            FigureLine figure,
            List<CaseLine> cases) {

        static Why of(
                String set, Period period, LocalDate asOf, Figure figure, FigureSettings settings, FigureLine line) {
            return new Why(
                    set,
                    period.written(),
                    period.from(),
                    period.to(),
                    asOf,
                    line,
                    figure.cases().stream()
                            .map(counted -> CaseLine.of(counted, settings, line.parts()))
                            .toList());
        }
    }

    /**
     * A case that a figure counts over, with the facts it is judged by.
     *
     * @param petitionId its petition
     * @param amount what it adds to the numerator
     * @param part the part it is in; absent where the figure has none
     * @param unit code of the unit that answers for it
     * @param topic code of its topic
     * @param state where it stands
     * @param receivedOn day of receipt
     * @param registeredOn day of registration
     * @param firstStepOn day an office took it on; absent while none did
     * @param acceptedOn day somebody accepted it; absent while nobody did
     * @param acceptanceDueOn last day in time of the limit the acceptance ended
     * @param dueOn last day of the limit for an answer
     * @param answeredOn day of the first answer
     * @param limitState how that limit ended, or that it runs
     * @param endedOn day it ended
     * @param altered true when somebody changed what is kept of it in the database; absent otherwise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CaseLine(
            String petitionId,
            long amount,
            @Nullable String part,
            String unit,
            @Nullable String topic,
            String state,
            LocalDate receivedOn,
            LocalDate registeredOn,
            @Nullable LocalDate firstStepOn,
            @Nullable LocalDate acceptedOn,
            @Nullable LocalDate acceptanceDueOn,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate answeredOn,
            @Nullable String limitState,
            @Nullable LocalDate endedOn,
            @Nullable Boolean altered) {

        static CaseLine of(Figure.Counted counted, FigureSettings settings, List<PartLine> parts) {
            CaseFacts facts = counted.facts();
            ClockFact limit = settings.limit(facts);
            return new CaseLine(
                    facts.petitionId(),
                    counted.amount(),
                    counted.part() < 0 ? null : parts.get(counted.part()).title(),
                    facts.unit(),
                    facts.topic(),
                    facts.state(),
                    facts.receivedOn(),
                    facts.registeredOn(),
                    facts.firstStepOn(),
                    facts.acceptedOn(),
                    facts.acceptanceDueOn(),
                    limit == null ? null : limit.dueOn(),
                    facts.answeredOn(),
                    limit == null ? null : limit.state().name().toLowerCase(Locale.ROOT),
                    facts.endedOn(),
                    facts.altered() ? true : null);
        }
    }
}
