package org.redress.analytics.turnaround.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.organisation.Organisations;
import org.redress.analytics.turnaround.TurnaroundProjection;
import org.redress.analytics.turnaround.TurnaroundQuestion;
import org.redress.analytics.volume.web.Audience;
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

/** The stages that cases stood in, unit by unit, in the words of the procedure. */
@Controller
@PreAuthorize("hasAnyRole('officer', 'supervisor', 'auditor')")
class TurnaroundPage {

    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private final TurnaroundProjection turnaround;
    private final Organisations organisations;
    private final Places places;
    private final Audience audience;
    private final MessageSource words;

    TurnaroundPage(
            TurnaroundProjection turnaround,
            Organisations organisations,
            Places places,
            Audience audience,
            MessageSource words) {
        this.turnaround = turnaround;
        this.organisations = organisations;
        this.places = places;
        this.audience = audience;
        this.words = words;
    }

    /** What is asked for; empty means everything. */
    record Asked(String from, String to, String unit, String topic) {}

    /** A value to choose and its name. */
    record Option(String value, String name) {}

    /** A line of the table; the unit is named in the first of its lines alone. */
    record Line(String unit, boolean first, String stage, long count, String median, String p80, String p95) {}

    @GetMapping("/turnaround")
    String turnaround(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String topic,
            Authentication reader,
            Locale locale,
            Model model) {
        LocalDate first = day("from", from);
        LocalDate last = day("to", to);
        if (first != null && last != null && last.isBefore(first)) {
            throw new InvalidRequestException(List.of(new FieldProblem("to", Message.of("field.range"), null)));
        }
        model.addAttribute("asked", new Asked(from, to, unit, topic));
        model.addAttribute("units", units());
        model.addAttribute(
                "lines",
                lines(
                        turnaround.ask(new TurnaroundQuestion(
                                TurnaroundQuestion.By.UNIT,
                                first,
                                last,
                                places.unit(orNull(unit)),
                                places.topics(orNull(topic)),
                                audience.reading(reader))),
                        locale));
        return "turnaround/turnaround";
    }

    /** A form sends what was left empty, too. */
    private static @Nullable LocalDate day(String field, String written) {
        try {
            return written.isEmpty() ? null : LocalDate.parse(written);
        } catch (DateTimeParseException e) {
            throw new InvalidRequestException(
                    List.of(new FieldProblem(field, Message.of("field.invalid"), Message.of("accepted.date"))));
        }
    }

    private List<Option> units() {
        return organisations.unitNames().entrySet().stream()
                .map(unit -> new Option(unit.getKey(), unit.getValue()))
                .sorted(Comparator.comparing(Option::value))
                .toList();
    }

    private List<Line> lines(List<TurnaroundProjection.Row> rows, Locale locale) {
        Map<String, String> names = organisations.unitNames();
        List<Line> lines = new ArrayList<>();
        String before = "";
        for (TurnaroundProjection.Row row : rows) {
            lines.add(new Line(
                    names.getOrDefault(row.key(), row.key()),
                    !row.key().equals(before),
                    Objects.requireNonNull(words.getMessage("state." + row.stage(), null, row.stage(), locale)),
                    row.count(),
                    told(row.median(), locale),
                    told(row.p80(), locale),
                    told(row.p95(), locale)));
            before = row.key();
        }
        return lines;
    }

    private String told(long seconds, Locale locale) {
        if (seconds < MINUTE) {
            return words.getMessage("turnaround.moment", null, locale);
        }
        if (seconds < HOUR) {
            return told("turnaround.minutes", seconds, MINUTE, locale);
        }
        return seconds < 2 * DAY
                ? told("turnaround.hours", seconds, HOUR, locale)
                : told("turnaround.days", seconds, DAY, locale);
    }

    private String told(String unit, long seconds, long length, Locale locale) {
        return words.getMessage(unit, new Object[] {seconds / (double) length}, locale);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
