package org.redress.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What rules and boards ask for is what running services expose. */
class MonitoringTest extends Journey {

    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? \\S+$");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"(?:[^\"\\\\]|\\\\.)*\"");
    // Those that Prometheus itself adds, and what the tool writes that takes backups.
    private static final Map<String, Set<String>> OF_OTHERS =
            Map.of("up", Set.of(), "redress_backup_completed_timestamp_seconds", Set.of("service"));
    private static final Set<String> TARGET = Set.of("job", "service", "instance");

    @Test
    void rulesAndBoardsAskForNothingThatNoServiceExposes() throws IOException {
        String id = submit("watcher@example.org", "appeal", "加班费未发")
                .path("petitionId")
                .asString();
        caseOf(id);
        eventually()
                .untilAsserted(
                        () -> assertThat(stack.mailsWith("watcher@example.org")).isNotEmpty());
        Map<String, String> asked = new LinkedHashMap<>(Monitoring.queries());
        Monitoring.alerts().forEach(alert -> asked.put(alert.name(), alert.query()));

        eventually().untilAsserted(() -> {
            Map<String, Set<String>> exposed = exposed();
            assertThat(asked).allSatisfy((where, query) -> {
                assertThat(exposed.keySet()).as(where).containsAll(Monitoring.metrics(query));
                Monitoring.labels(query).forEach((metric, labels) -> {
                    Set<String> known = new HashSet<>(exposed.getOrDefault(metric, Set.of()));
                    known.addAll(TARGET);
                    assertThat(known).as(where + " " + metric).containsAll(labels);
                });
            });
        });
    }

    /** The names of all samples with the labels that any of them has. */
    private static Map<String, Set<String>> exposed() {
        Map<String, Set<String>> exposed = new HashMap<>(OF_OTHERS);
        for (String service : List.of("intake", "routing", "notification", "analytics")) {
            Matcher samples = SAMPLE.matcher(
                    stack.get(service, "/actuator/prometheus", "").text());
            while (samples.find()) {
                Set<String> labels = exposed.computeIfAbsent(samples.group(1), name -> new HashSet<>());
                if (samples.group(2) != null) {
                    LABEL.matcher(samples.group(2)).results().forEach(label -> labels.add(label.group(1)));
                }
            }
        }
        return exposed;
    }
}
