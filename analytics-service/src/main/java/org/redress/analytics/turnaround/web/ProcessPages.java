package org.redress.analytics.turnaround.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.report.Table;
import org.redress.analytics.turnaround.ProcessMap;
import org.redress.analytics.turnaround.ProcessReader;
import org.redress.analytics.turnaround.web.ProcessRequests.Asked;
import org.redress.analytics.volume.web.Downloads;
import org.redress.analytics.volume.web.Filters;
import org.redress.analytics.volume.web.Places;
import org.redress.contracts.Words;
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

/** The process map as a graph and as the tables of the same figures. */
@Controller
@PreAuthorize("hasAnyRole('officer', 'supervisor', 'auditor')")
class ProcessPages {

    private static final String NOTHING = "—";

    private final ProcessRequests requests;
    private final ProcessReader processes;
    private final Durations durations;
    private final Places places;
    private final Directories directories;
    private final Filters filters;
    private final MessageSource words;
    private final JsonMapper json;

    ProcessPages(
            ProcessRequests requests,
            ProcessReader processes,
            Durations durations,
            Places places,
            Directories directories,
            Filters filters,
            MessageSource words,
            JsonMapper json) {
        this.requests = requests;
        this.processes = processes;
        this.durations = durations;
        this.places = places;
        this.directories = directories;
        this.filters = filters;
        this.words = words;
        this.json = json;
    }

    /** A stage as it is shown; worst where most limits passed. */
    record StageView(
            String code,
            String name,
            long stays,
            String median,
            String p90,
            long standing,
            long overdue,
            boolean worst) {}

    /** A line as it is shown. */
    record LineView(String from, String fromName, String to, String toName, long count, String median, String p90) {}

    @GetMapping("/process")
    String process(
            @RequestParam(defaultValue = "unit") String by,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String topic,
            Authentication reader,
            Locale locale,
            Model model) {
        Asked asked = new Asked(by, from, to, unit, topic);
        ProcessReader.Question question = requests.question(asked, reader);
        ProcessMap map = processes.read(question);
        List<StageView> stages = stages(map, locale);
        List<LineView> moves = map.moves().stream()
                .map(line -> view(line, stage(line.from(), locale), stage(line.to(), locale), locale))
                .toList();
        model.addAttribute("asked", asked);
        model.addAttribute("span", processes.span(question));
        model.addAttribute("stages", stages);
        model.addAttribute(
                "worst", stages.stream().filter(StageView::worst).findFirst().orElse(null));
        model.addAttribute("moves", moves);
        model.addAttribute(
                "handOvers",
                map.handOvers().stream()
                        .map(line -> view(
                                line,
                                directories.newest().unitName(line.from(), locale),
                                directories.newest().unitName(line.to(), locale),
                                locale))
                        .toList());
        model.addAttribute(
                "broken",
                map.broken().stream()
                        .map(line -> view(
                                line,
                                String.valueOf(places.name(by, line.from(), locale)),
                                stage(line.to(), locale),
                                locale))
                        .toList());
        model.addAttribute("units", filters.units(locale));
        model.addAttribute("topics", filters.topics(locale));
        model.addAttribute("chart", json.writeValueAsString(chart(stages, moves, locale)));
        return "turnaround/process";
    }

    @GetMapping({"/process/stages.csv", "/process/stages.xlsx"})
    ResponseEntity<byte[]> table(
            @RequestParam(defaultValue = "unit") String by,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String topic,
            Authentication reader,
            Locale locale,
            HttpServletRequest request) {
        ProcessMap map = processes.read(requests.question(new Asked(by, from, to, unit, topic), reader));
        List<List<@Nullable Object>> lines = new ArrayList<>();
        map.broken()
                .forEach(line -> lines.add(List.of(
                        String.valueOf(places.name(by, line.from(), locale)),
                        stage(line.to(), locale),
                        line.count(),
                        line.median(),
                        line.p90())));
        Table table = new Table(
                word("process.title", locale),
                List.of(
                        word("turnaround." + by, locale),
                        word("turnaround.stage", locale),
                        word("turnaround.count", locale),
                        word("process.median-s", locale),
                        word("process.p90-s", locale)),
                lines);
        return Downloads.table("process-" + by, table, request);
    }

    private List<StageView> stages(ProcessMap map, Locale locale) {
        List<ProcessMap.Stage> stages = map.stages();
        long most = stages.stream()
                .map(ProcessMap.Stage::overdue)
                .max(Comparator.naturalOrder())
                .orElse(0L);
        return stages.stream()
                .map(each -> new StageView(
                        each.stage(),
                        stage(each.stage(), locale),
                        each.stays(),
                        each.stays() == 0 ? NOTHING : durations.told(each.median(), locale),
                        each.stays() == 0 ? NOTHING : durations.told(each.p90(), locale),
                        each.standing(),
                        each.overdue(),
                        most > 0 && each.overdue() == most))
                .toList();
    }

    private LineView view(ProcessMap.Line line, String from, String to, Locale locale) {
        return new LineView(
                line.from(),
                from,
                line.to(),
                to,
                line.count(),
                durations.told(line.median(), locale),
                durations.told(line.p90(), locale));
    }

    private String stage(String stage, Locale locale) {
        return switch (stage) {
            case ProcessMap.ENDED, ProcessMap.LEFT -> word("process." + stage, locale);
            default -> Words.name("state", stage, locale).orElse(stage);
        };
    }

    /** What the graph draws, which is what the tables say. */
    private Map<String, Object> chart(List<StageView> stages, List<LineView> moves, Locale locale) {
        Map<String, Object> chart = new LinkedHashMap<>();
        chart.put("kind", "process");
        chart.put("language", locale.getLanguage());
        chart.put("stages", stages);
        chart.put("moves", moves);
        chart.put(
                "words",
                Map.of(
                        "ended", word("process.ended", locale),
                        "left", word("process.left", locale),
                        "median", word("process.median", locale),
                        "p90", word("process.p90", locale),
                        "stays", word("turnaround.count", locale),
                        "standing", word("process.standing", locale),
                        "overdue", word("process.overdue", locale)));
        return chart;
    }

    private String word(String key, Locale locale) {
        return Objects.requireNonNull(words.getMessage(key, null, locale));
    }
}
