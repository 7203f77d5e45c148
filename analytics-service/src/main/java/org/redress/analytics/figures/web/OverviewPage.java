package org.redress.analytics.figures.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.figures.Figure;
import org.redress.analytics.figures.FigureReader;
import org.redress.analytics.figures.FigureReader.Volume;
import org.redress.analytics.figures.FigureSettings;
import org.redress.analytics.figures.FigureSettings.FigureSet;
import org.redress.analytics.figures.HeatMap;
import org.redress.analytics.hotspots.HotspotList;
import org.redress.platform.organisation.Directories;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One page for a leader: what came in a period, whether the figures keep their lines, what is hot, and who writes about what. */
@Controller
@PreAuthorize("hasAnyRole('officer', 'supervisor', 'auditor')")
class OverviewPage {

    private static final int HOTTEST = 5;

    private final FigureRequests requests;
    private final FigureReader figures;
    private final FigureTables tables;
    private final FigureWords words;
    private final HotspotList hotspots;
    private final Directories directories;

    OverviewPage(
            FigureRequests requests,
            FigureReader figures,
            FigureTables tables,
            FigureWords words,
            HotspotList hotspots,
            Directories directories) {
        this.requests = requests;
        this.figures = figures;
        this.tables = tables;
        this.words = words;
        this.hotspots = hotspots;
        this.directories = directories;
    }

    /**
     * A figure and how it stands to its line.
     *
     * @param name its name
     * @param title what it is called
     * @param value its value, or a dash
     * @param target its line; empty where it has none
     * @param kept whether it keeps that; absent where there is no line or no value
     */
    record Tile(
            String name,
            String title,
            String value,
            String target,
            @Nullable Boolean kept) {}

    /** A matter that is hot. */
    record Hot(String id, List<String> terms, String unit, int people, int letters) {}

    /** A column or row and its name. */
    record Named(String code, String name) {}

    @GetMapping("/overview")
    String overview(
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String set,
            Authentication reader,
            Locale locale,
            Model model) {
        FigureSet chosen = set.isEmpty() ? requests.sets().getFirst() : requests.set(set);
        String place = FigureRequests.orNull(unit);
        FigureReader.Question question = requests.question(FigureRequests.orNull(period), place, reader);
        HeatMap heat = HeatMap.of(figures.registered(question), directories.newest(), place);
        model.addAttribute("unit", unit);
        model.addAttribute("period", question.period().written());
        model.addAttribute("before", question.period().before().written());
        model.addAttribute("after", question.period().after().written());
        model.addAttribute("over", tables.over(question, place, locale));
        model.addAttribute("set", chosen.code());
        model.addAttribute("setTitle", chosen.title(locale));
        model.addAttribute("now", volume(question));
        model.addAttribute("then", volume(question.in(question.period().before())));
        model.addAttribute(
                "figures",
                figures.compute(List.of(chosen), question).getFirst().stream()
                        .map(each -> tile(each, locale))
                        .toList());
        List<Hot> hot = hot(reader, locale);
        model.addAttribute("hotCount", hot.size());
        model.addAttribute("hot", hot.subList(0, Math.min(hot.size(), HOTTEST)));
        model.addAttribute("rows", heat.rows());
        model.addAttribute(
                "columns",
                heat.units().stream()
                        .map(code -> new Named(code, tables.name("unit", code, locale)))
                        .toList());
        model.addAttribute(
                "topics",
                heat.rows().stream()
                        .map(row -> tables.name("topic", row.topic(), locale))
                        .toList());
        return "figures/overview";
    }

    private Volume volume(FigureReader.Question question) {
        return Volume.of(figures.registered(question));
    }

    private Tile tile(Figure figure, Locale locale) {
        FigureSettings.Definition definition = figure.definition();
        Double value = figure.value();
        return new Tile(
                definition.name(),
                definition.title(locale),
                value == null
                        ? "—"
                        : words.word("figures.value." + FigureTables.label(definition.measure()), locale, value),
                tables.target(definition, locale),
                figure.keepsTarget());
    }

    /** Auditors lead nobody, so they see none. */
    private List<Hot> hot(Authentication reader, Locale locale) {
        boolean overseer = reader.getAuthorities().stream()
                .anyMatch(authority -> "ROLE_supervisor".equals(authority.getAuthority()));
        return hotspots.of(new HotspotList.Caller(reader.getName(), overseer)).stream()
                .filter(each -> each.hotspot().endedOn() == null)
                .map(each -> new Hot(
                        each.hotspot().id(),
                        each.terms(),
                        tables.name("unit", each.picture().unit(), locale),
                        each.picture().people(),
                        each.picture().cases().size()))
                .toList();
    }
}
