package org.redress.analytics.figures.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.figures.FigureReader;
import org.redress.analytics.figures.FigureSettings.FigureSet;
import org.redress.analytics.report.Paper;
import org.redress.analytics.report.Spreadsheet;
import org.redress.analytics.report.Table;
import org.redress.analytics.volume.web.Downloads;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Tables of figures, and the report of a period 月报 (Reg. 41), as files; over the cases that the reader may open. */
@Controller
@PreAuthorize("hasAnyRole('officer', 'supervisor', 'auditor')")
class FigureDownloads {

    private final FigureRequests requests;
    private final FigureReader figures;
    private final FigureTables tables;
    private final FigureWords words;

    FigureDownloads(FigureRequests requests, FigureReader figures, FigureTables tables, FigureWords words) {
        this.requests = requests;
        this.figures = figures;
        this.tables = tables;
        this.words = words;
    }

    @GetMapping({"/figures/figures.csv", "/figures/figures.xlsx"})
    ResponseEntity<byte[]> figures(
            @RequestParam String set,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String unit,
            Authentication reader,
            Locale locale,
            HttpServletRequest request) {
        FigureReader.Question question = question(period, unit, reader);
        return table("figures-" + set, question, tables.figures(requests.set(set), question, locale), request);
    }

    @GetMapping({"/figures/cross.csv", "/figures/cross.xlsx"})
    ResponseEntity<byte[]> cross(
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String unit,
            Authentication reader,
            Locale locale,
            HttpServletRequest request) {
        FigureReader.Question question = question(period, unit, reader);
        return table("cross", question, tables.cross(question, locale), request);
    }

    @GetMapping({"/figures/{name}/cases.csv", "/figures/{name}/cases.xlsx"})
    ResponseEntity<byte[]> cases(
            @PathVariable String name,
            @RequestParam String set,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String unit,
            Authentication reader,
            Locale locale,
            HttpServletRequest request) {
        FigureReader.Question question = question(period, unit, reader);
        return table(
                set + "-" + name,
                question,
                tables.cases(figures.compute(requests.definition(requests.set(set), name), question), locale),
                request);
    }

    @GetMapping("/figures/report.xlsx")
    ResponseEntity<byte[]> spreadsheet(
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String unit,
            Authentication reader,
            Locale locale) {
        FigureReader.Question question = question(period, unit, reader);
        List<Table> sheets = new ArrayList<>();
        for (FigureSet set : requests.sets()) {
            Table table = tables.figures(set, question, locale);
            sheets.add(new Table(words.word("figures.set", locale, set.code()), table.head(), table.rows()));
        }
        sheets.add(tables.cross(question, locale));
        sheets.add(new Table(
                words.word("figures.about", locale),
                List.of(title(question, locale)),
                List.of(
                        List.of(tables.over(question, FigureRequests.orNull(unit), locale)),
                        List.of(words.word("figures.rights", locale)))));
        return Downloads.file(called("report", question), "xlsx", Spreadsheet.TYPE, Spreadsheet.of(sheets));
    }

    @GetMapping("/figures/report.docx")
    ResponseEntity<byte[]> paper(
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String unit,
            Authentication reader,
            Locale locale) {
        FigureReader.Question question = question(period, unit, reader);
        List<Table> shown = new ArrayList<>();
        requests.sets().forEach(set -> shown.add(first(tables.figures(set, question, locale))));
        shown.add(tables.cross(question, locale));
        List<String> lines = List.of(
                tables.over(question, FigureRequests.orNull(unit), locale), words.word("figures.rights", locale));
        return Downloads.file(
                called("report", question), "docx", Paper.TYPE, Paper.of(title(question, locale), lines, shown));
    }

    /** As many columns as a page has room for. */
    private static Table first(Table table) {
        int width = 8;
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> row : table.rows()) {
            rows.add(row.subList(0, width));
        }
        return new Table(table.title(), table.head().subList(0, width), rows);
    }

    private String title(FigureReader.Question question, Locale locale) {
        return words.word("figures.report", locale, question.period().written());
    }

    private FigureReader.Question question(String period, String unit, Authentication reader) {
        return requests.question(FigureRequests.orNull(period), FigureRequests.orNull(unit), reader);
    }

    private static ResponseEntity<byte[]> table(
            String name, FigureReader.Question question, Table table, HttpServletRequest request) {
        return Downloads.table(called(name, question), table, request);
    }

    private static String called(String name, FigureReader.Question question) {
        return name + "-" + question.period().written();
    }
}
