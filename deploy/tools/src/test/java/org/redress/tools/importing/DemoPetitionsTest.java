package org.redress.tools.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sample petitions, as the importer reads them. */
class DemoPetitionsTest {

    private static final Path DEMO = Path.of("../demo");

    @Test
    void readAsPetitionsWithNumbersOfTheirOwn() throws InterruptedException {
        List<Row> rows = rows();

        assertThat(rows).hasSizeGreaterThanOrEqualTo(40);
        assertThat(rows.stream().map(Row::externalId)).doesNotHaveDuplicates().doesNotContain("");
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.petition()).containsKeys("channel", "subject", "text", "receivedAt");
            assertThat(ReceivedAt.parse(row.petition().get("receivedAt").toString()))
                    .isPresent();
        });
    }

    @Test
    void comeThroughEveryChannelForEveryPurpose() throws InterruptedException {
        List<Row> rows = rows();

        assertThat(rows.stream().map(row -> row.petition().get("channel")).collect(Collectors.toSet()))
                .isEqualTo(Set.of("letter", "visit", "phone", "web", "hotline", "box", "email", "wechat", "on-behalf"));
        assertThat(rows.stream()
                        .map(row -> row.petition().getOrDefault("purpose", "appeal"))
                        .collect(Collectors.toSet()))
                .isEqualTo(Set.of("appeal", "suggestion", "report"));
    }

    @Test
    void nameUnitsOfTheSampleOrganisation() throws InterruptedException, IOException {
        String organisation = Files.readString(DEMO.resolve("configuration/organisation.yaml"));

        assertThat(rows().stream().filter(row -> row.petition().containsKey("unit")))
                .allSatisfy(row -> assertThat(organisation)
                        .contains("- {code: " + row.petition().get("unit") + ","));
    }

    @Test
    void takeOnlyStepsThatFollowEachOther() throws InterruptedException, IOException {
        Set<String> numbers = rows().stream().map(Row::externalId).collect(Collectors.toSet());
        for (String line : Files.readAllLines(DEMO.resolve("steps.jsonl"))) {
            JsonNode way = JsonMapper.shared().readTree(line);
            String steps = way.get("steps")
                    .valueStream()
                    .map(step -> step.get("step").asString())
                    .collect(Collectors.joining(" "));
            assertThat(numbers).contains(way.get("externalId").asString());
            assertThat(steps).matches("accept( answer( close)?| give-opinion( serve)?)?|decline( close)?");
        }
    }

    private static List<Row> rows() throws InterruptedException {
        List<Row> rows = new ArrayList<>();
        new JsonLinesFile(DEMO.resolve("petitions.jsonl")).forEach(new RowHandler() {
            @Override
            public void row(Row row) {
                rows.add(row);
            }

            @Override
            public void unreadable(long line, String reason) {
                throw new AssertionError("line " + line + ": " + reason);
            }
        });
        return rows;
    }
}
