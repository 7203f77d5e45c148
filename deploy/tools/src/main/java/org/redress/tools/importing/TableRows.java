package org.redress.tools.importing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Turns the rows of a table into petitions. */
final class TableRows {

    private final Mapping mapping;
    private final int width;
    private final Map<String, Integer> places;

    TableRows(Mapping mapping, int width, Map<String, Integer> places) {
        this.mapping = mapping;
        this.width = width;
        this.places = places;
    }

    /** Whether the values of a column are days or moments. */
    boolean isDate(int column) {
        return places.entrySet().stream()
                .anyMatch(place -> place.getValue() == column && Fields.isDate(place.getKey()));
    }

    /** Hands a row on; one without any value is none. */
    void take(List<String> values, long line, RowHandler handler) throws InterruptedException {
        if (values.stream().allMatch(String::isBlank)) {
            return;
        }
        int last = places.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        boolean more = values.stream().skip(width).anyMatch(value -> !value.isBlank());
        if (more || values.size() <= last) {
            handler.unreadable(line, values.size() + " values where the first line names " + width + " columns");
        } else {
            handler.row(row(values, line));
        }
    }

    private Row row(List<String> values, long line) {
        Map<String, Object> petition = new LinkedHashMap<>();
        mapping.defaults().forEach((field, text) -> Fields.put(petition, field, text));
        mapping.columns().keySet().forEach(field -> {
            String text = value(values, field);
            if (!text.isBlank()) {
                Fields.put(petition, field, mapping.dates().iso(field, text));
            }
        });
        return new Row(line, value(values, Fields.EXTERNAL_ID).strip(), petition);
    }

    private String value(List<String> values, String field) {
        return values.get(Objects.requireNonNull(places.get(field), field));
    }
}
