package org.redress.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.journey.Monitoring.Alert;
import org.redress.starters.Repository;
import tools.jackson.databind.JsonNode;

/** The page of metrics, the alert rules with their runbook, and the boards agree with each other and with the code. */
class MonitoringFilesTest {

    private static final Pattern IN_CODE = Pattern.compile("\\(\"(redress\\.[a-z.]+)\"\\)");
    private static final Pattern IN_PAGE = Pattern.compile("(?m)^\\| `(redress_[a-z_]+)` \\| (counter|gauge) \\|");
    private static final Pattern COMMAND = Pattern.compile("deploy/redress ([a-z]+)");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)[^)]*\\)");
    private static final Path DOCS = Repository.root().resolve("deploy/docs");

    @TempDir
    private Path folder;

    @Test
    void pageNamesEachMetricOfTheCodeAndNoOther() throws IOException {
        Set<String> code = new TreeSet<>();
        for (Path file : Monitoring.files(Repository.root(), "Metric.java")) {
            Matcher names = IN_CODE.matcher(Files.readString(file));
            while (names.find()) {
                code.add(names.group(1).replace('.', '_'));
            }
        }
        Set<String> page = new TreeSet<>();
        Matcher rows = IN_PAGE.matcher(Files.readString(DOCS.resolve("metrics.md")));
        while (rows.find()) {
            String name = rows.group(1).replaceFirst("_(seconds|bytes)$", "");
            assertThat(name.endsWith("_total")).as(name).isEqualTo(rows.group(2).equals("counter"));
            page.add(name.replaceFirst("_total$", ""));
        }

        assertThat(page).isEqualTo(code).hasSizeGreaterThan(40);
    }

    @Test
    void rulesAreSoundAndFireWhenTheyShould() throws IOException {
        Promtool.run("deploy/prometheus", "check", "config", "prometheus.yml");
        List<String> tests = new ArrayList<>(List.of("test", "rules"));
        Monitoring.files(Monitoring.PROMETHEUS.resolve("tests"), ".yml").forEach(file -> tests.add(file.toString()));
        Promtool.run("deploy/prometheus", tests.toArray(String[]::new));
    }

    @Test
    void eachRuleIsTriedBothWaysAndHasItsPageInTheRunbook() throws IOException {
        List<Alert> alerts = Monitoring.alerts();
        Map<String, Set<Boolean>> tried = Monitoring.tried();

        assertThat(alerts).extracting(Alert::name).doesNotHaveDuplicates().hasSizeGreaterThan(20);
        assertThat(alerts).allSatisfy(alert -> {
            assertThat(tried.get(alert.name())).as(alert.name()).containsExactlyInAnyOrder(true, false);
            assertThat(alert.severity()).isIn("page", "ticket");
            assertThat(alert.annotations()).containsOnlyKeys("summary", "summary_zh", "runbook");
            assertThat(alert.annotations().get("summary_zh")).containsPattern("\\p{IsHan}");
            assertThat(alert.annotations().get("runbook")).isEqualTo("deploy/docs/runbook/" + alert.name() + ".md");
        });
        try (Stream<Path> pages = Files.list(DOCS.resolve("runbook"))) {
            assertThat(pages.map(page -> page.getFileName().toString().replace(".md", "")))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(Stream.of("README"), alerts.stream().map(Alert::name))
                                    .toList());
        }
    }

    @Test
    void pagesOfTheRunbookSayAllThatIsNeeded() throws IOException {
        for (Alert alert : Monitoring.alerts()) {
            String page = Files.readString(DOCS.resolve("runbook").resolve(alert.name() + ".md"));
            assertThat(page)
                    .as(alert.name())
                    .startsWith("# " + alert.name() + "\n")
                    .containsSubsequence(
                            "**What it means**",
                            "**What petitioners and officers notice**",
                            "**Look at**",
                            "**Do**",
                            "**Over when**");
        }
    }

    @Test
    void runbookNamesCommandsAndPagesThatExist() throws IOException {
        String tools = Files.readString(Repository.root().resolve("deploy/redress"));
        List<String> wrong = new ArrayList<>();
        for (Path page : Monitoring.files(DOCS, ".md")) {
            String text = Files.readString(page);
            COMMAND.matcher(text).results().forEach(command -> {
                if (!tools.contains("|" + command.group(1))
                        && !tools.contains(" deploy/redress " + command.group(1) + "|")) {
                    wrong.add(page.getFileName() + " " + command.group());
                }
            });
            LINK.matcher(text).results().forEach(link -> {
                if (!Files.exists(page.resolveSibling(link.group(1)))) {
                    wrong.add(page.getFileName() + " " + link.group());
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void boardsCanBeLoadedBesideEachOther() throws IOException {
        Map<String, JsonNode> boards = Monitoring.boards();

        assertThat(boards).containsOnlyKeys("today.json", "flow.json", "machine.json");
        assertThat(boards.values())
                .extracting(board -> board.path("uid").asString())
                .doesNotHaveDuplicates();
        boards.forEach((file, board) -> {
            assertThat(board.path("uid").asString()).isEqualTo("redress-" + file.replace(".json", ""));
            assertThat(board.path("templating").path("list").findValuesAsString("name"))
                    .contains("datasource");
            List<JsonNode> panels = Monitoring.panels(board);
            assertThat(panels).extracting(panel -> panel.path("id").asInt()).doesNotHaveDuplicates();
            assertThat(panels).allSatisfy(panel -> {
                assertThat(panel.path("title").asString()).isNotBlank();
                assertThat(panel.path("datasource").path("uid").asString()).isEqualTo("${datasource}");
                assertThat(panel.path("targets").isEmpty()).isFalse();
            });
            assertThat(overlapping(panels)).as(file).isEmpty();
        });
    }

    private static List<String> overlapping(List<JsonNode> panels) {
        List<String> wrong = new ArrayList<>();
        boolean[][] taken = new boolean[24][1_000];
        for (JsonNode panel : panels) {
            JsonNode place = panel.path("gridPos");
            for (int x = 0; x < place.path("w").asInt(); x++) {
                for (int y = 0; y < place.path("h").asInt(); y++) {
                    int column = place.path("x").asInt() + x;
                    int row = place.path("y").asInt() + y;
                    if (column >= taken.length || taken[column][row]) {
                        wrong.add(panel.path("title").asString() + " at " + column + ", " + row);
                    } else {
                        taken[column][row] = true;
                    }
                }
            }
        }
        return wrong;
    }

    @Test
    void queriesOfBoardsAreSound() throws IOException {
        StringBuilder rules = new StringBuilder("groups:\n- name: boards\n  rules:\n");
        int number = 0;
        for (String query : Monitoring.queries().values()) {
            rules.append("  - record: board:query:n%d\n    expr: '%s'\n".formatted(number++, query.replace("'", "''")));
        }
        assertThat(number).isGreaterThan(20);
        Path file = Files.writeString(folder.resolve("boards.yml"), rules);

        Promtool.run("deploy/prometheus", "check", "rules", file.toString());
    }

    @Test
    void readsNamesAndLabelsOutOfQueries() {
        String query =
                "sum by (service, le) (rate(a_seconds_count{b=\"c\",d!~\"e_f\"}[5m])) > 0.05 * max(g_h offset 1d)";

        assertThat(Monitoring.metrics(query)).containsExactly("a_seconds_count", "g_h");
        assertThat(Monitoring.labels(query)).containsOnlyKeys("a_seconds_count");
        assertThat(Monitoring.labels(query).get("a_seconds_count")).containsExactly("b", "d");
    }
}
