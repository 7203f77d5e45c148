package org.redress.analytics.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table.
 *
 * @param title what it shows
 * @param head names of its columns
 * @param rows its lines, each as wide as the head; an empty cell is absent, a number stays one
 */
public record Table(String title, List<String> head, List<List<@Nullable Object>> rows) {

    private static final String BEGINS_A_FORMULA = "=+-@\t\r";

    /** As comma-separated lines (RFC 4180), marked as UTF-8 for spreadsheets; no text is taken for a formula. */
    public String csv() {
        List<List<@Nullable Object>> lines = new ArrayList<>();
        lines.add(new ArrayList<>(head));
        lines.addAll(rows);
        return "\uFEFF"
                + lines.stream()
                        .map(line -> line.stream().map(Table::cell).collect(Collectors.joining(",")))
                        .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        boolean formula =
                !(value instanceof Number) && !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(each -> each == '"' || each == ',' || each == '\n' || each == '\r');
        return plain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
