package org.redress.analytics.turnaround.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.turnaround.TurnaroundProjection;
import org.redress.analytics.turnaround.TurnaroundQuestion;
import org.redress.analytics.volume.web.Audience;
import org.redress.analytics.volume.web.Days;
import org.redress.analytics.volume.web.Filters;
import org.redress.analytics.volume.web.Places;
import org.redress.platform.web.FieldProblem;
import org.redress.platform.web.InvalidRequestException;
import org.redress.platform.web.Message;
import org.springframework.context.MessageSource;
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
        LocalDate first = days.day("from", from);
        LocalDate last = days.day("to", to);
        if (first != null && last != null && last.isBefore(first)) {
            throw new InvalidRequestException(List.of(new FieldProblem("to", Message.of("field.range"), null)));
        }
        model.addAttribute("asked", new Asked(by, from, to, unit, topic));
        model.addAttribute("units", filters.units(locale));
        model.addAttribute("topics", filters.topics(locale));
        model.addAttribute(
                "lines",
                lines(
                        turnaround.ask(new TurnaroundQuestion(
                                by(by),
                                first,
                                last,
                                places.unit(orNull(unit)),
                                places.topics(orNull(topic)),
                                audience.reading(reader))),
                        by,
                        locale));
        return "turnaround/turnaround";
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
                    Objects.requireNonNull(words.getMessage("state." + row.stage(), null, row.stage(), locale)),
                    row.count(),
                    durations.told(row.median(), locale),
                    durations.told(row.p80(), locale),
                    durations.told(row.p95(), locale)));
            before = row.key();
        }
        return lines;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
