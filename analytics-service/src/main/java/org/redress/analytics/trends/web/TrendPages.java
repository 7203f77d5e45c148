package org.redress.analytics.trends.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.facts.web.CaseRows;
import org.redress.analytics.report.Table;
import org.redress.analytics.trends.TrendReader;
import org.redress.analytics.trends.TrendReader.Trend;
import org.redress.analytics.trends.TrendStep;
import org.redress.analytics.trends.web.TrendRequests.Asked;
import org.redress.analytics.trends.web.TrendResponse.TrendPoint;
import org.redress.analytics.volume.web.Downloads;
import org.redress.analytics.volume.web.Filters;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** The trend of a topic and a unit as a chart and as the table of the same figures, and the cases of one step. */
@Controller
@PreAuthorize("hasAnyRole('officer', 'supervisor', 'auditor')")
class TrendPages {

    private static final List<String> COLUMNS =
            List.of("from", "to", "count", "expected", "low80", "high80", "low95", "high95", "verdict");

    private final TrendRequests requests;
    private final TrendReader trends;
    private final TrendSteps steps;
    private final CaseRows rows;
    private final Filters filters;
    private final MessageSource words;
    private final JsonMapper json;

    TrendPages(
            TrendRequests requests,
            TrendReader trends,
            TrendSteps steps,
            CaseRows rows,
            Filters filters,
            MessageSource words,
            JsonMapper json) {
        this.requests = requests;
        this.trends = trends;
        this.steps = steps;
        this.rows = rows;
        this.filters = filters;
        this.words = words;
        this.json = json;
    }

    /**
     * A line of the table.
     *
     * @param at the first day of the step, as in addresses
     * @param name what the step is called
     * @param edge how its row is marked
     */
    record Line(String at, String name, TrendPoint point, String edge) {}

    @GetMapping("/trends")
    String trends(
            @RequestParam(defaultValue = "week") String step,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String topic,
            Authentication reader,
            Locale locale,
            Model model) {
        Asked asked = new Asked(step, from, to, unit, topic);
        Trend trend = trends.read(requests.question(asked, reader));
        List<Line> lines = lines(asked, trend);
        model.addAttribute("asked", asked);
        model.addAttribute("units", filters.units(locale));
        model.addAttribute("topics", filters.topics(locale));
        model.addAttribute("trend", trend);
        model.addAttribute("steps", trend.first() == null ? 0 : known(asked, trend));
        model.addAttribute("lines", lines.reversed());
        model.addAttribute(
                "last",
                lines.stream()
                        .filter(line -> line.point().over())
                        .reduce((first, second) -> second)
                        .orElse(null));
        model.addAttribute(
                "running",
                lines.stream().filter(line -> !line.point().over()).findFirst().orElse(null));
        model.addAttribute(
                "next",
                lines.stream()
                        .filter(line -> !line.point().over() && line.point().count() == null)
                        .findFirst()
                        .orElse(null));
        model.addAttribute("chart", json.writeValueAsString(chart(lines, locale)));
        return "trends/trends";
    }

    @GetMapping("/trends/cases")
    String cases(
            @RequestParam(defaultValue = "week") String step,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String topic,
            Authentication reader,
            Locale locale,
            Model model) {
        Asked asked = new Asked(step, "", "", unit, topic);
        TrendSteps.Opened opened = steps.open(requests.question(asked, reader), requests.at(at));
        TrendPoint point = TrendPoint.of(opened.point());
        model.addAttribute("asked", asked);
        model.addAttribute(
                "name",
                name(
                        TrendStep.valueOf(step.toUpperCase(Locale.ROOT)),
                        opened.point().from()));
        model.addAttribute("at", opened.point().from());
        model.addAttribute("point", point);
        model.addAttribute("basis", TrendResponse.TrendBasis.of(opened.point()));
        model.addAttribute("since", opened.trend().first());
        model.addAttribute("over", filters.over(asked.unit(), asked.topic(), locale));
        model.addAttribute("total", opened.cases().size());
        model.addAttribute("rows", rows.rows(opened.cases(), locale));
        return "trends/cases";
    }

    @GetMapping({"/trends/trends.csv", "/trends/trends.xlsx"})
    ResponseEntity<byte[]> table(
            @RequestParam(defaultValue = "week") String step,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String topic,
            Authentication reader,
            Locale locale,
            HttpServletRequest request) {
        Trend trend = trends.read(requests.question(new Asked(step, from, to, unit, topic), reader));
        List<List<@Nullable Object>> lines = new ArrayList<>();
        trend.course().points().stream().map(TrendPoint::of).forEach(point -> lines.add(line(point, locale)));
        Table table = new Table(
                word("trends.title", locale),
                COLUMNS.stream().map(column -> word("trends." + column, locale)).toList(),
                lines);
        return Downloads.table("trends-" + step, table, request);
    }

    @GetMapping({"/trends/cases.csv", "/trends/cases.xlsx"})
    ResponseEntity<byte[]> caseTable(
            @RequestParam(defaultValue = "week") String step,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String topic,
            Authentication reader,
            Locale locale,
            HttpServletRequest request) {
        TrendSteps.Opened opened =
                steps.open(requests.question(new Asked(step, "", "", unit, topic), reader), requests.at(at));
        return Downloads.table(
                "trends-" + step + "-" + opened.point().from(),
                rows.table(word("trends.title", locale), opened.cases(), locale),
                request);
    }

    private List<@Nullable Object> line(TrendPoint point, Locale locale) {
        List<@Nullable Object> line = new ArrayList<>();
        line.add(point.from());
        line.add(point.to());
        line.add(point.count());
        line.add(point.expected());
        line.add(point.low80());
        line.add(point.high80());
        line.add(point.low95());
        line.add(point.high95());
        String verdict = point.partial() ? "partial" : point.verdict();
        line.add(verdict == null ? null : word("trends.verdict." + verdict, locale));
        return line;
    }

    private static List<Line> lines(Asked asked, Trend trend) {
        TrendStep step = step(asked);
        return trend.course().points().stream()
                .map(TrendPoint::of)
                .map(point -> new Line(
                        point.from().toString(),
                        name(step, point.from()),
                        point,
                        "above".equals(point.verdict()) ? "soon" : ""))
                .toList();
    }

    /** How many whole steps are known. */
    private static long known(Asked asked, Trend trend) {
        TrendStep step = step(asked);
        LocalDate first = Objects.requireNonNull(trend.first());
        LocalDate begin = step.begin(first).equals(first) ? first : step.plus(step.begin(first), 1);
        LocalDate running = step.begin(trend.today());
        return switch (step) {
            case DAY -> ChronoUnit.DAYS.between(begin, running);
            case WEEK -> ChronoUnit.WEEKS.between(begin, running);
            case MONTH -> ChronoUnit.MONTHS.between(begin, running);
        };
    }

    private static TrendStep step(Asked asked) {
        return TrendStep.named(asked.step()).orElseThrow();
    }

    private static String name(TrendStep step, LocalDate from) {
        return switch (step) {
            case DAY -> from.toString();
            case WEEK -> from + " – " + from.plusDays(6).toString().substring(5);
            case MONTH -> from.toString().substring(0, 7);
        };
    }

    /** What the chart draws, which is what the table says. */
    private Map<String, Object> chart(List<Line> lines, Locale locale) {
        Map<String, Object> chart = new LinkedHashMap<>();
        chart.put("kind", "trend");
        chart.put("language", locale.getLanguage());
        chart.put("names", lines.stream().map(Line::name).toList());
        chart.put("points", lines.stream().map(Line::point).toList());
        chart.put(
                "words",
                Map.of(
                        "count", word("trends.count", locale),
                        "running", word("trends.so-far", locale),
                        "partial", word("trends.verdict.partial", locale),
                        "expected", word("trends.expected", locale),
                        "inner", word("trends.interval80", locale),
                        "outer", word("trends.interval95", locale)));
        return chart;
    }

    private String word(String key, Locale locale) {
        return Objects.requireNonNull(words.getMessage(key, null, locale));
    }
}
