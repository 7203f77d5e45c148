package org.redress.journey;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.starters.Repository;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The alert rules and boards that ship, and what they ask for. */
final class Monitoring {

    static final Path PROMETHEUS = Repository.root().resolve("deploy/prometheus");
    static final Path BOARDS = Repository.root().resolve("deploy/grafana/boards");

    private static final JsonMapper JSON = JsonMapper.builder().build();
    // What a query has beside names of metrics: values, matchers, the labels that are grouped by, ranges.
    private static final Pattern BESIDE_NAMES = Pattern.compile(
            "\"[^\"]*\"|\\{[^}]*}|\\[[^]]*]|\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)|\\$\\w+");
    private static final Pattern WORD = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*(?!\\w*\\s*\\()");
    private static final Set<String> KEYWORDS =
            Set.of("and", "or", "unless", "offset", "bool", "by", "without", "on", "ignoring");
    private static final Pattern DURATION = Pattern.compile("\\b\\d+(ms|[smhdwy])\\b");
    private static final Pattern SELECTOR = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)\\{([^}]*)}");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)");

    private Monitoring() {}

    /** A rule that tells somebody. */
    record Alert(String name, String query, Map<String, String> annotations, String severity) {}

    /** All alert rules, in the order of their files. */
    static List<Alert> alerts() throws IOException {
        List<Alert> alerts = new ArrayList<>();
        for (Path file : files(PROMETHEUS.resolve("rules"), ".yml")) {
            for (Map<String, List<Map<String, Object>>> group : groups(file)) {
                for (Map<String, Object> rule : group.getOrDefault("rules", List.of())) {
                    alerts.add(alert(rule));
                }
            }
        }
        return alerts;
    }

    @SuppressWarnings("unchecked") // its form is checked by promtool
    private static List<Map<String, List<Map<String, Object>>>> groups(Path file) throws IOException {
        return (List<Map<String, List<Map<String, Object>>>>) read(file).get("groups");
    }

    @SuppressWarnings("unchecked") // its form is checked by promtool
    private static Alert alert(Map<String, Object> rule) {
        return new Alert(
                String.valueOf(rule.get("alert")),
                String.valueOf(rule.get("expr")),
                (Map<String, String>) rule.getOrDefault("annotations", Map.of()),
                String.valueOf(((Map<String, Object>) rule.getOrDefault("labels", Map.of())).get("severity")));
    }

    /** For each alert that is tried out, how often it is expected to fire and not to. */
    @SuppressWarnings("unchecked") // its form is checked by promtool
    static Map<String, Set<Boolean>> tried() throws IOException {
        Map<String, Set<Boolean>> tried = new LinkedHashMap<>();
        for (Path file : files(PROMETHEUS.resolve("tests"), ".yml")) {
            for (Map<String, Object> test :
                    (List<Map<String, Object>>) read(file).get("tests")) {
                for (Map<String, Object> one : (List<Map<String, Object>>) test.get("alert_rule_test")) {
                    tried.computeIfAbsent(String.valueOf(one.get("alertname")), name -> new LinkedHashSet<>())
                            .add(!((List<?>) one.get("exp_alerts")).isEmpty());
                }
            }
        }
        return tried;
    }

    private static Map<String, Object> read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            return new Yaml().load(reader);
        }
    }

    /** All boards, by the names of their files. */
    static Map<String, JsonNode> boards() throws IOException {
        Map<String, JsonNode> boards = new LinkedHashMap<>();
        for (Path file : files(BOARDS, ".json")) {
            boards.put(file.getFileName().toString(), JSON.readTree(Files.readString(file)));
        }
        return boards;
    }

    /** The panels of a board that show something. */
    static List<JsonNode> panels(JsonNode board) {
        return board.path("panels").valueStream().toList();
    }

    /** Each query of each board, by where it stands. */
    static Map<String, String> queries() throws IOException {
        Map<String, String> queries = new LinkedHashMap<>();
        boards().forEach((file, board) -> panels(board)
                .forEach(panel -> panel.path("targets")
                        .forEach(target -> queries.put(
                                file + " " + panel.path("title").asString() + " "
                                        + target.path("refId").asString(),
                                target.path("expr").asString().replace("$__rate_interval", "5m")))));
        return queries;
    }

    /** The metrics that a query asks for. */
    static Set<String> metrics(String query) {
        String bare =
                DURATION.matcher(BESIDE_NAMES.matcher(query).replaceAll(" ")).replaceAll(" ");
        return WORD.matcher(bare)
                .results()
                .map(MatchResult::group)
                .filter(word -> !KEYWORDS.contains(word))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The labels that a query asks of each metric, where it does. */
    static Map<String, Set<String>> labels(String query) {
        Map<String, Set<String>> labels = new LinkedHashMap<>();
        SELECTOR.matcher(query)
                .results()
                .forEach(selector -> labels.computeIfAbsent(selector.group(1), metric -> new LinkedHashSet<>())
                        .addAll(MATCHER.matcher(selector.group(2).replaceAll("\"[^\"]*\"", ""))
                                .results()
                                .map(matcher -> matcher.group(1))
                                .toList()));
        return labels;
    }

    static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
