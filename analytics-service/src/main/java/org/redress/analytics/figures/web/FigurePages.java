package org.redress.analytics.figures.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.facts.CaseFacts;
import org.redress.analytics.facts.ClockFact;
import org.redress.analytics.figures.Figure;
import org.redress.analytics.figures.FigureReader;
import org.redress.analytics.figures.FigureReader.CrossLine;
import org.redress.analytics.figures.FigureSettings;
import org.redress.analytics.figures.FigureSettings.FigureSet;
import org.redress.analytics.figures.Period;
import org.redress.analytics.volume.web.Filters;
import org.redress.contracts.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The figures of a period by two sets of definitions side by side, and the cases that a figure is made of. */
@Controller
@PreAuthorize("hasAnyRole('officer', 'supervisor', 'auditor')")
class FigurePages {

    private static final int MONTHS = 13;
    private static final int TOLD_APART_BY = 8;
    private static final int LISTED = 500;

    private final FigureRequests requests;
    private final FigureReader figures;
    private final FigureSettings settings;
    private final FigureTables tables;
    private final FigureWords words;
    private final Filters filters;
    private final String workbench;

    FigurePages(
            FigureRequests requests,
            FigureReader figures,
            FigureSettings settings,
            FigureTables tables,
            FigureWords words,
            Filters filters,
            @Value("${redress.urls.routing}") String workbench) {
        this.requests = requests;
        this.figures = figures;
        this.settings = settings;
        this.tables = tables;
        this.words = words;
        this.filters = filters;
        this.workbench = workbench;
    }

    /** What is asked for. */
    record Asked(String period, String unit, String set) {}

    /** A set as it is shown. */
    record SetView(String code, String title, List<FigureView> figures) {}

    /** A figure as it is shown; kept is absent where there is no line or no value. */
    record FigureView(
            String name,
            String title,
            String value,
            String of,
            String target,
            @Nullable Boolean kept,
            String parts,
            String beside,
            @Nullable String moved,
            String counts,
            String over,
            String date,
            String source) {}

    /** A line of the cross table. */
    record CrossView(
            String channel,
            String purpose,
            String topic,
            FigureReader.Volume now,
            FigureReader.Volume before,
            FigureReader.Volume lastYear,
            String change) {}

    /** A case of a figure. */
    record CaseView(
            String address,
            String number,
            String unit,
            String topic,
            String state,
            CaseFacts facts,
            @Nullable ClockFact limit,
            boolean counts,
            String amount,
            String part) {}

    @GetMapping("/figures")
    String figures(
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String set,
            Authentication reader,
            Locale locale,
            Model model) {
        FigureSet first = set.isEmpty() ? requests.sets().getFirst() : requests.set(set);
        FigureReader.Question question = question(period, unit, reader);
        List<FigureSet> sets = new ArrayList<>(List.of(first));
        requests.sets().stream().filter(each -> !each.equals(first)).forEach(sets::add);
        List<List<Figure>> computed = figures.compute(sets, question);
        List<SetView> shown = new ArrayList<>();
        for (int number = 0; number < sets.size(); number++) {
            FigureSet each = sets.get(number);
            shown.add(new SetView(
                    each.code(),
                    each.title(locale),
                    computed.get(number).stream()
                            .map(figure -> view(figure, locale))
                            .toList()));
        }
        fill(model, question, unit, first, locale);
        model.addAttribute("sets", shown);
        model.addAttribute(
                "cross",
                figures.cross(question).stream().map(line -> view(line, locale)).toList());
        return "figures/figures";
    }

    @GetMapping("/figures/{name}")
    String cases(
            @PathVariable String name,
            @RequestParam String set,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String unit,
            Authentication reader,
            Locale locale,
            Model model) {
        FigureSet wanted = requests.set(set);
        FigureReader.Question question = question(period, unit, reader);
        Figure figure = figures.compute(requests.definition(wanted, name), question);
        fill(model, question, unit, wanted, locale);
        model.addAttribute("setTitle", wanted.title(locale));
        model.addAttribute("figure", view(figure, locale));
        model.addAttribute("altered", figure.altered());
        model.addAttribute("total", figure.denominator());
        model.addAttribute("sum", figure.numerator());
        model.addAttribute(
                "cases",
                figure.cases().stream()
                        .limit(LISTED)
                        .map(counted -> view(counted, figure, locale))
                        .toList());
        return "figures/cases";
    }

    private void fill(Model model, FigureReader.Question question, String unit, FigureSet set, Locale locale) {
        Period period = question.period();
        model.addAttribute("asked", new Asked(period.written(), unit, set.code()));
        model.addAttribute("over", tables.over(question, FigureRequests.orNull(unit), locale));
        model.addAttribute("periods", periods(period));
        model.addAttribute("before", period.before().written());
        model.addAttribute("after", period.after().written());
        model.addAttribute("lastYear", period.lastYear().written());
        model.addAttribute("units", filters.units(locale));
        model.addAttribute(
                "choices",
                requests.sets().stream()
                        .map(each -> new Filters.Option(each.code(), each.title(locale)))
                        .toList());
    }

    /** This month and the twelve before it, their quarters and years, and what is asked for. */
    private List<String> periods(Period asked) {
        List<Period> months = new ArrayList<>();
        for (Period month = Period.monthOf(figures.today()); months.size() < MONTHS; month = month.before()) {
            months.add(month);
        }
        Set<String> periods = new LinkedHashSet<>();
        months.forEach(month -> periods.add(month.written()));
        months.forEach(month -> periods.add(month.quarter().written()));
        months.forEach(month -> periods.add(month.year().written()));
        periods.add(asked.written());
        return List.copyOf(periods);
    }

    private FigureView view(Figure figure, Locale locale) {
        FigureSettings.Definition definition = figure.definition();
        Double value = figure.value();
        Integer then = figure.denominatorThen();
        boolean days = definition.measure() == FigureSettings.Measure.DAYS_TO_ANSWER;
        String beside = figure.beside().entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .map(each -> words.kind(each.getKey(), locale) + " " + each.getValue())
                .collect(Collectors.joining(" · "));
        return new FigureView(
                definition.name(),
                definition.title(locale),
                value == null
                        ? "—"
                        : words.word("figures.value." + FigureTables.label(definition.measure()), locale, value),
                words.word(
                        days ? "figures.days-of" : "figures.cases-of",
                        locale,
                        figure.numerator(),
                        figure.denominator()),
                tables.target(definition, locale),
                figure.keepsTarget(),
                tables.parts(figure, locale),
                beside,
                then != null && figure.isMoved()
                        ? words.word("figures.moved", locale, then, figure.denominator())
                        : null,
                words.numerator(definition, locale),
                words.conditions(definition.denominator(), locale),
                words.cohort(definition, locale),
                definition.source());
    }

    private CrossView view(CrossLine line, Locale locale) {
        long change = line.now().cases() - line.before().cases();
        return new CrossView(
                FigureTables.channel(line, locale),
                FigureTables.purpose(line, locale),
                tables.name("topic", line.topic(), locale),
                line.now(),
                line.before(),
                line.lastYear(),
                change > 0 ? "+" + change : change < 0 ? "−" + -change : "0");
    }

    private CaseView view(Figure.Counted counted, Figure figure, Locale locale) {
        CaseFacts facts = counted.facts();
        String id = facts.petitionId();
        boolean days = figure.definition().measure() == FigureSettings.Measure.DAYS_TO_ANSWER;
        return new CaseView(
                workbench + "/cases/" + id,
                id.substring(Math.max(0, id.length() - TOLD_APART_BY)),
                tables.name("unit", facts.unit(), locale),
                facts.topic() == null ? "" : tables.name("topic", facts.topic(), locale),
                Words.name("state", facts.state(), locale).orElse(facts.state()),
                facts,
                settings.limit(facts),
                !days && counted.amount() > 0,
                days
                        ? Long.toString(counted.amount())
                        : words.word(counted.amount() > 0 ? "figures.counts" : "figures.counts-not", locale),
                counted.part() < 0
                        ? ""
                        : figure.definition().parts().get(counted.part()).title(locale));
    }

    private FigureReader.Question question(String period, String unit, Authentication reader) {
        return requests.question(FigureRequests.orNull(period), FigureRequests.orNull(unit), reader);
    }
}
