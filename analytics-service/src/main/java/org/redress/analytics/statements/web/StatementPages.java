package org.redress.analytics.statements.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.facts.CaseFacts;
import org.redress.analytics.facts.web.CaseRows;
import org.redress.analytics.report.Table;
import org.redress.analytics.statements.KeptStatement;
import org.redress.analytics.statements.KeptStatements;
import org.redress.analytics.statements.Statement;
import org.redress.analytics.statements.Statement.Line;
import org.redress.analytics.statements.StatementReader;
import org.redress.analytics.statements.web.StatementRequests.Asked;
import org.redress.analytics.statements.web.StatementRequests.Told;
import org.redress.analytics.volume.web.Audience;
import org.redress.analytics.volume.web.Downloads;
import org.redress.analytics.volume.web.Filters;
import org.redress.contracts.Words;
import org.redress.platform.web.Message;
import org.redress.platform.web.RefusedException;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The statement of some days as of now, the cases of each of its lines, and statements that somebody kept. */
@Controller
@PreAuthorize("hasAnyRole('officer', 'supervisor', 'auditor')")
class StatementPages {

    private static final List<String> WHICH = List.of("kept", "more", "fewer");

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final StatementRequests requests;
    private final StatementReader statements;
    private final KeptStatements kept;
    private final Audience audience;
    private final Filters filters;
    private final CaseRows rows;
    private final MessageSource words;
    private final ZoneId zone;

    StatementPages(
            StatementRequests requests,
            StatementReader statements,
            KeptStatements kept,
            Audience audience,
            Filters filters,
            CaseRows rows,
            MessageSource words,
            ZoneId organisationZone) {
        this.requests = requests;
        this.statements = statements;
        this.kept = kept;
        this.audience = audience;
        this.filters = filters;
        this.rows = rows;
        this.words = words;
        this.zone = organisationZone;
    }

    /** A line as it is shown. */
    record LineView(String kind, String value, String name, boolean inner, int cases, long people) {}

    /** A line of a kept statement beside that of another one. */
    record ComparedView(LineView line, int other, int more, int fewer) {}

    /** A kept statement in the list of them. */
    record KeptView(String id, String from, String to, String over, String asOf, int came) {}

    @GetMapping("/statement")
    String statement(Asked asked, Authentication reader, Locale locale, Model model) {
        Told told = requests.told(asked, reader);
        Statement statement = told.read().statement();
        model.addAttribute("asked", told.asked());
        model.addAttribute("units", filters.units(locale));
        model.addAttribute("over", filters.over(told.asked().unit(), "", locale));
        model.addAttribute("asOf", minute(statement.asOf()));
        model.addAttribute("keepable", KeptStatements.isKeepable(statement));
        model.addAttribute("most", KeptStatements.MOST_CASES);
        model.addAttribute(
                "lines",
                statement.lines().stream().map(line -> view(line, locale)).toList());
        model.addAttribute("lateTotal", told.read().late().size());
        model.addAttribute("dueTotal", told.read().due().size());
        model.addAttribute(
                "late",
                told.read().late().stream()
                        .limit(CaseRows.LISTED)
                        .map(each -> rows.limit(each.facts(), each.clock(), locale))
                        .toList());
        model.addAttribute(
                "due",
                told.read().due().stream()
                        .limit(CaseRows.LISTED)
                        .map(each -> rows.limit(each.facts(), each.clock(), locale))
                        .toList());
        model.addAttribute(
                "kept",
                kept.of(reader.getName()).stream()
                        .map(each -> view(each, locale))
                        .toList());
        return "statements/statement";
    }

    @GetMapping({"/statement/statement.csv", "/statement/statement.xlsx"})
    ResponseEntity<byte[]> table(Asked asked, Authentication reader, Locale locale, HttpServletRequest request) {
        Told told = requests.told(asked, reader);
        List<List<@Nullable Object>> lines = new ArrayList<>();
        for (Line line : told.read().statement().lines()) {
            lines.add(List.of(name(line, locale), line.cases().size(), line.people()));
        }
        return Downloads.table(
                "statement-" + told.asked().from() + "-" + told.asked().to(),
                new Table(
                        word("statement.title", locale),
                        List.of(
                                word(
                                        "statement.as-of",
                                        locale,
                                        minute(told.read().statement().asOf())),
                                word("statement.cases", locale),
                                word("statement.people", locale)),
                        lines),
                request);
    }

    @GetMapping("/statement/cases")
    String cases(
            Asked asked,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String value,
            Authentication reader,
            Locale locale,
            Model model) {
        Told told = requests.told(asked, reader);
        Line line = requests.line(told.read().statement(), kind, value);
        model.addAttribute("asked", told.asked());
        model.addAttribute("kind", kind);
        model.addAttribute("value", value);
        model.addAttribute(
                "over",
                days(told.asked().from(), told.asked().to(), told.asked().unit(), locale));
        return list(line, line.cases().size(), told.read().cases(line.cases()), locale, model);
    }

    @GetMapping({"/statement/cases.csv", "/statement/cases.xlsx"})
    ResponseEntity<byte[]> caseTable(
            Asked asked,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String value,
            Authentication reader,
            Locale locale,
            HttpServletRequest request) {
        Told told = requests.told(asked, reader);
        Line line = requests.line(told.read().statement(), kind, value);
        return Downloads.table(
                "statement-" + kind + "-" + told.asked().from(),
                rows.table(name(line, locale), told.read().cases(line.cases()), locale),
                request);
    }

    /** Keeps the statement as it is now. */
    @PostMapping("/statements")
    String keep(Asked asked, Authentication reader) {
        Told told = requests.told(asked, reader);
        Statement statement = told.read().statement();
        if (!KeptStatements.isKeepable(statement)) {
            throw new RefusedException(
                    HttpStatus.UNPROCESSABLE_CONTENT, Message.of("statement.too-large", KeptStatements.MOST_CASES));
        }
        return "redirect:/statements/" + kept.keep(statement, told.asked().unitOrNull(), reader.getName());
    }

    /** A kept statement beside the one of now, or beside another that was kept. */
    @GetMapping("/statements/{statementId}")
    String kept(
            @PathVariable String statementId,
            @RequestParam(defaultValue = "") String with,
            Authentication reader,
            Locale locale,
            Model model) {
        KeptStatement found = found(statementId, reader);
        Statement other = other(found, with, reader);
        model.addAttribute("kept", view(found, locale));
        model.addAttribute("with", with);
        model.addAttribute("otherAsOf", minute(other.asOf()));
        model.addAttribute(
                "others",
                kept.of(reader.getName()).stream()
                        .filter(each -> !each.id().equals(statementId) && each.isOfTheSame(found))
                        .map(each -> view(each, locale))
                        .toList());
        model.addAttribute(
                "lines",
                together(found.statement(), other).stream()
                        .map(line -> compared(line, found.statement(), other, locale))
                        .toList());
        return "statements/kept";
    }

    /** The cases of a kept line that the reader may open today, or those by which another statement differs. */
    @GetMapping("/statements/{statementId}/cases")
    String keptCases(
            @PathVariable String statementId,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String with,
            @RequestParam(defaultValue = "kept") String which,
            Authentication reader,
            Locale locale,
            Model model) {
        KeptStatement found = found(statementId, reader);
        Line line = requests.line(found.statement(), kind, value);
        StatementRequests.requireOneOf("which", which, WHICH);
        List<String> cases = which.equals("kept")
                ? line.cases()
                : difference(line, other(found, with, reader).like(line), which.equals("more"));
        model.addAttribute("kept", view(found, locale));
        model.addAttribute("which", which);
        model.addAttribute("over", days(found.from().toString(), found.to().toString(), unit(found), locale));
        return list(line, cases.size(), statements.cases(cases, audience.reading(reader)), locale, model);
    }

    private String list(Line line, int total, List<CaseFacts> cases, Locale locale, Model model) {
        model.addAttribute("line", view(line, locale));
        model.addAttribute("total", total);
        model.addAttribute("open", cases.size());
        model.addAttribute("rows", rows.rows(cases, locale));
        return "statements/cases";
    }

    /** What is not there and what somebody else kept look alike. */
    private KeptStatement found(String id, Authentication reader) {
        return kept.find(id, reader.getName()).orElseThrow(StatementPages::notFound);
    }

    private static RefusedException notFound() {
        return new RefusedException(HttpStatus.NOT_FOUND, Message.of("statement.not-found"));
    }

    private Statement other(KeptStatement found, String with, Authentication reader) {
        return with.isEmpty()
                ? requests.told(new Asked(found.from().toString(), found.to().toString(), unit(found)), reader)
                        .read()
                        .statement()
                : kept.find(with, reader.getName())
                        .filter(found::isOfTheSame)
                        .orElseThrow(StatementPages::notFound)
                        .statement();
    }

    private static List<Line> together(Statement one, Statement other) {
        return Stream.concat(
                        one.lines().stream(),
                        other.lines().stream()
                                .filter(line -> one.lines().stream().noneMatch(line::isLike)))
                .map(one::like)
                .sorted((first, second) -> first.kind().compareTo(second.kind()))
                .toList();
    }

    private ComparedView compared(Line line, Statement one, Statement other, Locale locale) {
        Line now = other.like(line);
        return new ComparedView(
                view(one.like(line), locale),
                now.cases().size(),
                difference(line, now, true).size(),
                difference(line, now, false).size());
    }

    /** The cases that the other line has more, or those it has not. */
    private static List<String> difference(Line line, Line other, boolean more) {
        Set<String> rest = new LinkedHashSet<>(more ? other.cases() : line.cases());
        (more ? line : other).cases().forEach(rest::remove);
        return List.copyOf(rest);
    }

    private LineView view(Line line, Locale locale) {
        boolean inner = switch (line.kind()) {
            case CHANNEL, PURPOSE, FIRST, REPEAT, GROUP_VISIT -> true;
            case CAME, ACCEPTED, ANSWERED, ENDED, OPEN, LATE, DUE -> false;
        };
        return new LineView(
                line.kind().label(),
                Objects.requireNonNullElse(line.value(), ""),
                name(line, locale),
                inner,
                line.cases().size(),
                line.people());
    }

    private KeptView view(KeptStatement each, Locale locale) {
        return new KeptView(
                each.id(),
                each.from().toString(),
                each.to().toString(),
                filters.over(unit(each), "", locale),
                minute(each.asOf()),
                each.came());
    }

    private String name(Line line, Locale locale) {
        String value = line.value();
        return switch (line.kind()) {
            case CHANNEL, PURPOSE ->
                Words.name(line.kind().label(), Objects.requireNonNull(value), locale)
                        .orElse(value);
            case ENDED ->
                word(
                        "statement.ended",
                        locale,
                        Words.name("state", Objects.requireNonNull(value), locale)
                                .orElse(value));
            case CAME, FIRST, REPEAT, GROUP_VISIT, ACCEPTED, ANSWERED, OPEN, LATE, DUE ->
                word("statement." + line.kind().label(), locale);
        };
    }

    private String days(String from, String to, String unit, Locale locale) {
        return word("statement.days", locale, from, to, filters.over(unit, "", locale));
    }

    private static String unit(KeptStatement kept) {
        return Objects.requireNonNullElse(kept.unit(), "");
    }

    private String minute(Instant moment) {
        return MINUTE.format(moment.atZone(zone));
    }

    private String word(String key, Locale locale, Object... values) {
        return Objects.requireNonNull(words.getMessage(key, values, locale));
    }
}
