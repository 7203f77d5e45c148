package org.redress.analytics.turnaround.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.report.Table;
import org.redress.analytics.turnaround.TurnaroundProjection;
import org.redress.analytics.turnaround.TurnaroundQuestion;
import org.redress.analytics.volume.web.Audience;
import org.redress.analytics.volume.web.Days;
import org.redress.analytics.volume.web.Downloads;
import org.redress.analytics.volume.web.Filters;
import org.redress.analytics.volume.web.Places;
import org.redress.platform.web.FieldProblem;
import org.redress.platform.web.InvalidRequestException;
import org.redress.platform.web.Message;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The stages that cases stood in, unit by unit or topic by topic, in the words of the procedure. */
@Controller
@PreAuthorize("hasAnyRole('officer', 'supervisor', 'auditor')")
class TurnaroundPage {

    private static final String UNIT = "unit";

    private final TurnaroundProjection turnaround;
    private final Filters filters;
    private final Places places;
    private final Audience audience;
    private final Days days;
    private final MessageSource words;
    private final Durations durations;

    TurnaroundPage(
            TurnaroundProjection turnaround,
            Filters filters,
            Places places,
            Audience audience,
            Days days,
            MessageSource words,
            Durations durations) {
        this.turnaround = turnaround;
        this.filters = filters;
        this.places = places;
        this.audience = audience;
        this.days = days;
        this.words = words;
        this.durations = durations;
    }

    /** What is asked for; empty means everything. */
    record Asked(String by, String from, String to, String unit, String topic) {}

    /** A line of the table; the unit or topic is named plainly in the first of its lines alone. */
    record Line(
            @Nullable String name, boolean first, String stage, long count, String median, String p80, String p95) {}

    @GetMapping("/turnaround")
    String turnaround(
            @RequestParam(defaultValue = UNIT) String by,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String topic,
            Authentication reader,
            Locale locale,
            Model model) {
        Asked asked = new Asked(by, from, to, unit, topic);
        model.addAttribute("asked", asked);
        model.addAttribute("lines", lines(rows(asked, reader), by, locale));
        model.addAttribute("units", filters.units(locale));
        model.addAttribute("topics", filters.topics(locale));
        return "turnaround/turnaround";
    }

    /** The same with its times in seconds. */
    @GetMapping({"/turnaround/stages.csv", "/turnaround/stages.xlsx"})
    ResponseEntity<byte[]> table(
            @RequestParam(defaultValue = UNIT) String by,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String topic,
            Authentication reader,
            Locale locale,
            HttpServletRequest request) {
        List<List<@Nullable Object>> lines = new ArrayList<>();
        for (TurnaroundProjection.Row row : rows(new Asked(by, from, to, unit, topic), reader)) {
            List<@Nullable Object> line = new ArrayList<>();
            line.add(places.name(by, row.key(), locale));
            line.add(stage(row, locale));
            line.add(row.count());
            line.add(row.median());
            line.add(row.p80());
            line.add(row.p95());
            lines.add(line);
        }
        return Downloads.table(
                "turnaround-" + by,
                new Table(
                        word("turnaround.title", locale),
                        List.of(
                                word("turnaround." + by, locale),
                                word("turnaround.stage", locale),
                                word("turnaround.count", locale),
                                word("turnaround.seconds", locale, word("turnaround.median", locale)),
                                word("turnaround.seconds", locale, word("turnaround.p80", locale)),
                                word("turnaround.seconds", locale, word("turnaround.p95", locale))),
                        lines),
                request);
    }

    private List<TurnaroundProjection.Row> rows(Asked asked, Authentication reader) {
        LocalDate first = days.day("from", asked.from());
        LocalDate last = days.day("to", asked.to());
        if (first != null && last != null && last.isBefore(first)) {
            throw new InvalidRequestException(List.of(new FieldProblem("to", Message.of("field.range"), null)));
        }
        return turnaround.ask(new TurnaroundQuestion(
                by(asked.by()),
                first,
                last,
                places.unit(orNull(asked.unit())),
                places.topics(orNull(asked.topic())),
                audience.reading(reader)));
    }

    private static TurnaroundQuestion.By by(String name) {
        return TurnaroundQuestion.By.named(name)
                .filter(by -> by != TurnaroundQuestion.By.STAGE)
                .orElseThrow(() -> new InvalidRequestException(List.of(new FieldProblem(
                        "by", Message.of("field.invalid"), Message.of("accepted.one-of", "unit, topic")))));
    }

    private List<Line> lines(List<TurnaroundProjection.Row> rows, String by, Locale locale) {
        List<Line> lines = new ArrayList<>();
        String before = "";
        for (TurnaroundProjection.Row row : rows) {
            lines.add(new Line(
                    places.name(by, row.key(), locale),
                    !row.key().equals(before),
                    stage(row, locale),
                    row.count(),
                    durations.told(row.median(), locale),
                    durations.told(row.p80(), locale),
                    durations.told(row.p95(), locale)));
            before = row.key();
        }
        return lines;
    }

    private String stage(TurnaroundProjection.Row row, Locale locale) {
        return Objects.requireNonNull(words.getMessage("state." + row.stage(), null, row.stage(), locale));
    }

    private String word(String key, Locale locale, Object... values) {
        return Objects.requireNonNull(words.getMessage(key, values, locale));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
