package org.redress.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The figures of one run, in the order in which they are read. */
public final class Report {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Object> figures = new LinkedHashMap<>();

    /** Names the figures in their order before they are known. */
    public Report(String... names) {
        for (String name : names) {
            figures.put(name, "not measured");
        }
    }

    public void put(String name, Object figure) {
        figures.put(name, figure);
    }

    /** All of them as one line of JSON, with no more digits than they deserve. */
    public String json() {
        return JSON.writeValueAsString(rounded(figures));
    }

    private static Object rounded(Object figure) {
        return switch (figure) {
            case Map<?, ?> group ->
                group.entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> String.valueOf(entry.getKey()),
                                entry -> rounded(entry.getValue()),
                                (one, two) -> one,
                                LinkedHashMap::new));
            case Double number when number >= 100 -> Math.round(number);
            case Double number -> Math.round(number * 100) / 100.0;
            default -> figure;
        };
    }
}
