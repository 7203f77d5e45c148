package org.redress.analytics.figures.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.facts.CaseFacts;
import org.redress.analytics.facts.ClockFact;
import org.redress.analytics.figures.Figure;
import org.redress.analytics.figures.FigureReader;
import org.redress.analytics.figures.FigureReader.CrossLine;
import org.redress.analytics.figures.FigureSettings;
import org.redress.analytics.figures.FigureSettings.FigureSet;
import org.redress.analytics.figures.Period;
import org.redress.analytics.report.Table;
import org.redress.analytics.volume.web.Places;
import org.redress.contracts.Words;
import org.springframework.stereotype.Component;

/** Makes tables of figures, in the reader's language, to be taken along. */
@Component
class FigureTables {

    private static final double TENTH = 10;

    private final FigureReader figures;
    private final FigureSettings settings;
    private final FigureWords words;
    private final Places places;

    FigureTables(FigureReader figures, FigureSettings settings, FigureWords words, Places places) {
        this.figures = figures;
        this.settings = settings;
        this.words = words;
        this.places = places;
    }

    /** The figures of a set, a line each, with what stands beside them and what they count. */
    Table figures(FigureSet set, FigureReader.Question question, Locale locale) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Figure figure : figures.compute(List.of(set), question).getFirst()) {
            rows.add(row(figure, locale));
        }
        List<String> head = new ArrayList<>(
                heads(locale, "title", "value", "measure", "numerator", "denominator", "target", "kept", "parts"));
        Figure.BESIDE.forEach(kind -> head.add(words.kind(kind, locale)));
        head.addAll(heads(locale, "left-out", "then", "counts", "over", "date", "source"));
        return new Table(set.title(locale), head, rows);
    }

    private List<@Nullable Object> row(Figure figure, Locale locale) {
        FigureSettings.Definition definition = figure.definition();
        Double value = figure.value();
        Boolean kept = figure.keepsTarget();
        List<@Nullable Object> row = new ArrayList<>();
        row.addAll(Arrays.asList(
                definition.title(locale),
                value == null ? null : Math.round(value * TENTH) / TENTH,
                words.word("figures.unit." + label(definition.measure()), locale),
                figure.numerator(),
                figure.denominator(),
                target(definition, locale),
                kept == null ? null : words.word(kept ? "figures.kept" : "figures.missed", locale),
                parts(figure, locale)));
        Figure.BESIDE.forEach(kind -> row.add(figure.beside().get(kind)));
        row.addAll(Arrays.asList(
                figure.leftOut(),
                figure.denominatorThen(),
                words.numerator(definition, locale),
                words.conditions(definition.denominator(), locale),
                words.cohort(definition, locale),
                definition.source()));
        return row;
    }

    static String label(FigureSettings.Measure measure) {
        return measure.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A target line in words; empty without one. */
    String target(FigureSettings.Definition definition, Locale locale) {
        String unit = words.word("figures.unit." + label(definition.measure()), locale);
        return Stream.of(bound("≥ ", definition.atLeast(), unit), bound("≤ ", definition.atMost(), unit))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String bound(String sign, @Nullable Double value, String unit) {
        return value == null
                ? ""
                : sign + (value == Math.rint(value) ? Long.toString(Math.round(value)) : value) + " " + unit;
    }

    /** The parts of a denominator in words; empty where it has none. */
    String parts(Figure figure, Locale locale) {
        List<String> parts = new ArrayList<>();
        for (int number = 0; number < figure.parts().size(); number++) {
            parts.add(figure.definition().parts().get(number).title(locale) + " "
                    + figure.parts().get(number));
        }
        return String.join(" · ", parts);
    }

    /** Every case of a figure, with the facts it is judged by: their amounts sum up to the numerator. */
    Table cases(Figure figure, Locale locale) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Figure.Counted counted : figure.cases()) {
            CaseFacts facts = counted.facts();
            ClockFact limit = settings.limit(facts);
            rows.add(Arrays.asList(
                    facts.petitionId(),
                    counted.amount(),
                    counted.part() < 0
                            ? null
                            : figure.definition().parts().get(counted.part()).title(locale),
                    name("unit", facts.unit(), locale),
                    facts.topic() == null ? null : name("topic", facts.topic(), locale),
                    Words.name("state", facts.state(), locale).orElse(facts.state()),
                    facts.receivedOn(),
                    facts.registeredOn(),
                    facts.firstStepOn(),
                    facts.acceptedOn(),
                    facts.acceptanceDueOn(),
                    limit == null ? null : limit.dueOn(),
                    facts.answeredOn(),
                    limit == null ? null : limit.state().name().toLowerCase(Locale.ROOT),
                    facts.contactedOn(),
                    facts.endedOn(),
                    facts.headCount(),
                    facts.altered() ? 1 : 0));
        }
        return new Table(
                figure.definition().title(locale),
                List.of(
                        "petition_id",
                        "amount",
                        "part",
                        "unit",
                        "topic",
                        "state",
                        "received_on",
                        "registered_on",
                        "first_step_on",
                        "accepted_on",
                        "acceptance_due_on",
                        "limit_due_on",
                        "answered_on",
                        "limit_state",
                        "contacted_on",
                        "ended_on",
                        "people",
                        "altered"),
                rows);
    }

    /** Channel by purpose by topic: cases and people, now, in the period before and a year ago. */
    Table cross(FigureReader.Question question, Locale locale) {
        Period period = question.period();
        List<String> head = new ArrayList<>(heads(locale, "channel", "purpose", "topic"));
        for (Period each : List.of(period, period.before(), period.lastYear())) {
            head.add(words.word("figures.table.cases-of", locale, each.written()));
            head.add(words.word("figures.table.people-of", locale, each.written()));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (CrossLine line : figures.cross(question)) {
            rows.add(Arrays.asList(
                    channel(line, locale),
                    purpose(line, locale),
                    name("topic", line.topic(), locale),
                    line.now().cases(),
                    line.now().people(),
                    line.before().cases(),
                    line.before().people(),
                    line.lastYear().cases(),
                    line.lastYear().people()));
        }
        return new Table(words.word("figures.cross", locale), head, rows);
    }

    static String channel(CrossLine line, Locale locale) {
        return Words.name("channel", line.channel(), locale).orElse(line.channel());
    }

    static String purpose(CrossLine line, Locale locale) {
        return Words.name("purpose", line.purpose(), locale).orElse(line.purpose());
    }

    String name(String kind, String code, Locale locale) {
        String name = places.name(kind, code, locale);
        return name == null ? code : name;
    }

    /** Over what the tables are, in a line. */
    String over(FigureReader.Question question, @Nullable String unit, Locale locale) {
        LocalDate today = figures.today();
        return words.word(
                "figures.over",
                locale,
                question.period().from().toString(),
                question.period().to().toString(),
                unit == null ? words.word("figures.all-units", locale) : name("unit", unit, locale),
                today.toString());
    }

    private List<String> heads(Locale locale, String... names) {
        return Stream.of(names)
                .map(name -> words.word("figures.table." + name, locale))
                .toList();
    }
}
