package org.redress.analytics.outlook.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.facts.web.CaseRows;
import org.redress.analytics.outlook.DueClock;
import org.redress.analytics.outlook.Missed;
import org.redress.analytics.outlook.Outlook;
import org.redress.analytics.outlook.Pace;
import org.redress.analytics.outlook.web.OutlookRequests.Told;
import org.redress.analytics.outlook.web.OutlookResponse.OutlookWeek;
import org.redress.analytics.outlook.web.OutlookResponse.UnitOutlook;
import org.redress.analytics.report.Table;
import org.redress.analytics.volume.web.Downloads;
import org.redress.analytics.volume.web.Filters;
import org.redress.platform.organisation.Directories;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** The next six weeks as a chart and as tables, and the limits that a count is made of. */
@Controller
@PreAuthorize("hasAnyRole('officer', 'supervisor', 'auditor')")
class OutlookPages {

    private final OutlookRequests requests;
    private final OutlookViews views;
    private final CaseRows rows;
    private final Directories directories;
    private final Filters filters;
    private final MessageSource words;
    private final JsonMapper json;

    OutlookPages(
            OutlookRequests requests,
            OutlookViews views,
            CaseRows rows,
            Directories directories,
            Filters filters,
            MessageSource words,
            JsonMapper json) {
        this.requests = requests;
        this.views = views;
        this.rows = rows;
        this.directories = directories;
        this.filters = filters;
        this.words = words;
        this.json = json;
    }

    /** A week as it is shown; missed says in words that it is not known. */
    record WeekView(String monday, String name, int due, String missed, String outer) {}

    /** A unit as it is shown. */
    record UnitView(String unit, String name, int late, List<WeekView> weeks) {}

    /** Limits of one kind at one unit, as they are shown. */
    record PartView(String unit, String kind, int due, String pace, String missed) {}

    /** Limits of one kind, as they are shown. */
    record KindView(String kind, int due, int late, String share) {}

    @GetMapping("/outlook")
    String outlook(
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String topic,
            Authentication reader,
            Locale locale,
            Model model) {
        Told told = requests.told(unit, topic, reader);
        OutlookResponse outlook = views.view(told, locale);
        List<WeekView> weeks =
                outlook.weeks().stream().map(week -> view(week, locale)).toList();
        model.addAttribute("asked", told.asked());
        model.addAttribute("today", told.today());
        model.addAttribute("late", outlook.late());
        model.addAttribute("weeks", weeks);
        model.addAttribute(
                "units",
                outlook.units().stream().map(each -> view(each, locale)).toList());
        model.addAttribute(
                "kinds",
                told.outlook().kinds().stream().map(kind -> view(kind, locale)).toList());
        model.addAttribute("unitChoices", filters.units(locale));
        model.addAttribute("topicChoices", filters.topics(locale));
        model.addAttribute("chart", json.writeValueAsString(chart(outlook, weeks, locale)));
        return "outlook/outlook";
    }

    @GetMapping("/outlook/limits")
    String limits(
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(defaultValue = OutlookRequests.LATE) String week,
            @RequestParam(defaultValue = "") String at,
            Authentication reader,
            Locale locale,
            Model model) {
        Told told = requests.told(unit, topic, reader);
        Outlook.Week asked = OutlookRequests.week(told.outlook(), week);
        List<DueClock> clocks = OutlookRequests.clocks(told.outlook(), asked, at);
        model.addAttribute("asked", told.asked());
        model.addAttribute("at", at);
        model.addAttribute("week", week);
        model.addAttribute(
                "name", asked == null ? word("outlook.late", locale) : asked.from() + " – " + monthAndDay(asked));
        model.addAttribute(
                "over",
                filters.over(
                        at.isEmpty() ? told.asked().unit() : at, told.asked().topic(), locale));
        model.addAttribute("total", clocks.size());
        model.addAttribute(
                "parts",
                asked == null
                        ? List.of()
                        : told.outlook().parts(asked, at.isEmpty() ? null : at).stream()
                                .map(part -> view(part, locale))
                                .toList());
        model.addAttribute(
                "limits",
                clocks.stream()
                        .limit(CaseRows.LISTED)
                        .map(due -> rows.limit(due.facts(), due.clock(), locale))
                        .toList());
        return "outlook/limits";
    }

    @GetMapping({"/outlook/outlook.csv", "/outlook/outlook.xlsx"})
    ResponseEntity<byte[]> table(
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String topic,
            Authentication reader,
            Locale locale,
            HttpServletRequest request) {
        OutlookResponse outlook = views.view(requests.told(unit, topic, reader), locale);
        List<List<@Nullable Object>> lines = new ArrayList<>();
        for (UnitOutlook each : outlook.units()) {
            for (OutlookWeek week : each.weeks()) {
                List<@Nullable Object> line = new ArrayList<>();
                line.add(each.name());
                line.add(week.from());
                line.add(week.to());
                line.add(week.due());
                line.add(week.unknown());
                line.add(week.missed());
                line.add(week.low80());
                line.add(week.high80());
                line.add(week.low95());
                line.add(week.high95());
                lines.add(line);
            }
        }
        return Downloads.table(
                "outlook",
                new Table(
                        word("outlook.title", locale),
                        List.of(
                                word("cases.unit", locale),
                                word("trends.from", locale),
                                word("trends.to", locale),
                                word("outlook.due", locale),
                                word("outlook.unknown", locale),
                                word("outlook.missed", locale),
                                word("trends.low80", locale),
                                word("trends.high80", locale),
                                word("trends.low95", locale),
                                word("trends.high95", locale)),
                        lines),
                request);
    }

    @GetMapping({"/outlook/limits.csv", "/outlook/limits.xlsx"})
    ResponseEntity<byte[]> limitTable(
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(defaultValue = OutlookRequests.LATE) String week,
            @RequestParam(defaultValue = "") String at,
            Authentication reader,
            Locale locale,
            HttpServletRequest request) {
        Told told = requests.told(unit, topic, reader);
        List<List<@Nullable Object>> lines = new ArrayList<>();
        OutlookRequests.clocks(told.outlook(), OutlookRequests.week(told.outlook(), week), at)
                .forEach(due -> lines.add(List.of(
                        due.facts().petitionId(),
                        directories.newest().unitName(due.facts().unit(), locale),
                        directories.newest().clockName(due.clock().kind(), locale),
                        due.clock().startedOn(),
                        due.clock().dueOn())));
        return Downloads.table(
                "outlook-" + week,
                new Table(
                        word("outlook.title", locale),
                        List.of(
                                word("cases.petition-id", locale),
                                word("cases.unit", locale),
                                word("outlook.kind", locale),
                                word("outlook.started", locale),
                                word("outlook.due-on", locale)),
                        lines),
                request);
    }

    private UnitView view(UnitOutlook each, Locale locale) {
        return new UnitView(
                each.unit(),
                each.name(),
                each.late(),
                each.weeks().stream().map(week -> view(week, locale)).toList());
    }

    private WeekView view(OutlookWeek week, Locale locale) {
        String name = week.from().toString().substring(5) + " – "
                + week.to().toString().substring(5);
        String monday = week.to().minusDays(6).toString();
        if (week.due() == 0) {
            return new WeekView(monday, name, 0, "", "");
        }
        return new WeekView(
                monday,
                name,
                week.due(),
                missed(week.low80(), week.high80(), week.unknown(), week.due(), locale),
                week.low95() == null ? "" : run(week.low95(), week.high95()));
    }

    private String missed(@Nullable Integer low, @Nullable Integer high, int unknown, int due, Locale locale) {
        if (low == null) {
            return word("outlook.not-known", locale);
        }
        return unknown == 0 ? run(low, high) : run(low, high) + " " + word("outlook.and-unknown", locale, unknown, due);
    }

    private static String run(@Nullable Integer low, @Nullable Integer high) {
        return Objects.equals(low, high) ? String.valueOf(low) : low + "–" + high;
    }

    private KindView view(Outlook.Kind kind, Locale locale) {
        Pace.Share share = kind.share();
        return new KindView(
                directories.newest().clockName(kind.kind(), locale),
                kind.due(),
                kind.late(),
                share == null
                        ? word("outlook.pace-unknown", locale, Pace.LEAST)
                        : word(
                                "outlook.share",
                                locale,
                                share.missed(),
                                share.ran(),
                                share.percent(),
                                share.low(),
                                share.high()));
    }

    private PartView view(Outlook.Part part, Locale locale) {
        Pace.Share share = part.share();
        Missed missed = Outlook.missed(List.of(part));
        return new PartView(
                directories.newest().unitName(part.unit(), locale),
                directories.newest().clockName(part.kind(), locale),
                part.due(),
                share == null
                        ? word("outlook.pace-unknown", locale, Pace.LEAST)
                        : word(
                                share.ofUnit() ? "outlook.pace-unit" : "outlook.pace-all",
                                locale,
                                share.days(),
                                share.ran(),
                                share.missed()),
                missed.inner() == null
                        ? word("outlook.not-known", locale)
                        : run(missed.inner().from(), missed.inner().to()));
    }

    private static String monthAndDay(Outlook.Week week) {
        return week.to().toString().substring(5);
    }

    /** What the chart draws, which is what the table says. */
    private Map<String, Object> chart(OutlookResponse outlook, List<WeekView> weeks, Locale locale) {
        Map<String, Object> chart = new LinkedHashMap<>();
        chart.put("kind", "outlook");
        chart.put("language", locale.getLanguage());
        chart.put("names", weeks.stream().map(WeekView::name).toList());
        chart.put("weeks", outlook.weeks());
        chart.put(
                "words",
                Map.of(
                        "due", word("outlook.due", locale),
                        "missed", word("outlook.missed", locale),
                        "inner", word("trends.interval80", locale),
                        "unknown", word("outlook.unknown", locale)));
        return chart;
    }

    private String word(String key, Locale locale, Object... values) {
        return Objects.requireNonNull(words.getMessage(key, values, locale));
    }
}
