package org.redress.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.redress.bench.stack.RunningStack.Answer;
import tools.jackson.databind.JsonNode;

/** Whom a case is kept from finds no trace of it, wherever they look. */
class SecrecyTest extends Journey {

    // The accused, their head, their deputy and two colleagues; the first three oversee as well.
    private static final List<String> KEPT_OUT = List.of(
            "officer:li.wei",
            "supervisor:li.wei",
            "auditor:li.wei",
            "officer:zhao.gang",
            "supervisor:zhao.gang",
            "officer:qian.yun",
            "supervisor:qian.yun",
            "officer:cao.lei",
            "officer:feng.tao");

    // What is wrong with a body is told before who may not send it, in these.
    private static final Map<String, String> RIGHT_BODIES = Map.of(
            "POST /api/assignments/preview", "{\"subject\":\"一\",\"text\":\"二\"}",
            "POST /api/cases/{petitionId}/contact", "{\"purpose\":\"call\"}",
            "POST /api/emergencies", "{\"petitionId\":\"nothing\",\"purpose\":\"read\",\"reason\":\"来电称要轻生，承办人均联系不上\"}",
            "POST /api/matters", "{\"title\":\"一\",\"petitionIds\":[\"nothing\"]}",
            "POST /api/matters/{matterId}/give-opinion", OPINION,
            "POST /api/organisation/drafts", "{\"files\":[{\"name\":\"nothing\",\"text\":\"\"}]}",
            "POST /api/organisation/versions", "{\"digest\":\"nothing\",\"reason\":\"一\"}");

    @Test
    void showsAReportToNobodyButTheDisciplineDesk() {
        long before = volume();
        JsonNode receipt = submit("", "report", "反映采购收受回扣");
        String id = receipt.path("petitionId").asString();
        submit("", "appeal", "工资未发");

        eventually().untilAsserted(() -> assertThat(stages(receipt)).contains("registered"));
        eventually().untilAsserted(() -> assertThat(volume()).isGreaterThan(before));
        assertThat(stack.get("routing", "/api/cases/" + id, "officer:li.wei").status())
                .isIn(403, 404);
        assertThat(stack.get("routing", "/api/cases/" + id, "supervisor").status())
                .isIn(403, 404);
        assertThat(stack.get("routing", "/api/cases?limit=500", "supervisor").text())
                .doesNotContain(id);
        assertThat(stack.get("notification", "/api/deliveries?petitionId=" + id, "supervisor")
                        .json()
                        .path("total")
                        .asLong())
                .isZero();
    }

    @Test
    void letsEachRoleInWhereTheTableSaysAndKnowsEveryEndpoint() throws IOException {
        List<String> served = new ArrayList<>();
        for (String service : List.of("intake", "routing", "notification", "analytics")) {
            stack.get(service, "/v3/api-docs", "")
                    .json()
                    .path("paths")
                    .properties()
                    .forEach(path -> path.getValue()
                            .propertyNames()
                            .forEach(method ->
                                    served.add(service + "," + method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        }
        List<String> table = roles();
        // Pages are for people with a session and described nowhere.
        assertThat(table.stream()
                        .filter(row -> !row.endsWith("session"))
                        .map(row -> row.substring(0, row.lastIndexOf(','))))
                .containsExactlyInAnyOrderElementsOf(served);

        List<String> wrong = new ArrayList<>();
        for (String row : table) {
            String[] cells = row.split(",");
            String[] endpoint = cells[1].split(" ");
            List<String> let = List.of(cells[2].split(" "));
            for (String role : List.of("none", "officer", "supervisor", "auditor", "admin", "adapter", "service")) {
                // The volume needs this, and nobody else minds.
                String path = endpoint[1].replaceAll("\\{\\w+}", "nothing") + "?groupBy=topic";
                String body = RIGHT_BODIES.getOrDefault(cells[1], "{}");
                int status = stack.ask(endpoint[0], cells[0], path, role.equals("none") ? "" : role, body)
                        .status();
                List<Integer> refused =
                        let.contains("session") ? List.of(401, 403) : List.of(role.equals("none") ? 401 : 403);
                if (let.contains(role) ? status == 401 || status == 403 || status >= 500 : !refused.contains(status)) {
                    wrong.add(role + " at " + cells[0] + " " + cells[1] + ": " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Every endpoint of every service, and who may use it. */
    private static List<String> roles() throws IOException {
        try (InputStream table = Objects.requireNonNull(SecrecyTest.class.getResourceAsStream("/roles.csv"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        }
    }

    @Test
    void leavesNoTraceOfACaseToWhomItIsAboutTheirHeadTheirDeputyAndTheirColleagues() throws IOException {
        long counted = volume();
        Map<String, Long> listed = totals("routing", "/api/cases");
        Map<String, Long> delivered = totals("notification", "/api/deliveries");
        String word = "扣发" + UUID.randomUUID();
        Answer answer = stack.post("intake", "/api/petitions", "", """
                {"channel":"web","unit":"plant-1","subject":"%s","text":"连续三个月扣发奖金，没有任何说明。","about":[{"officer":"li.wei"}]}""".formatted(word));
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        String id = answer.json().path("petitionId").asString();
        String receipt = answer.json().path("receipt").asString();
        eventually()
                .untilAsserted(() -> assertThat(stack.mailsWith("To: luo.min@example.org", id))
                        .hasSize(1));
        assertThat(caseAs("officer:luo.min", id)).isEqualTo(200);
        String matter = opened(
                "officer:luo.min",
                "/api/matters",
                "{\"title\":\"" + word + "\",\"petitionIds\":[\"" + id + "\"]}",
                "matterId");
        String emergency = opened(
                "supervisor:chen.jing",
                "/api/emergencies",
                "{\"petitionId\":\"" + id + "\",\"purpose\":\"read\",\"reason\":\"" + word + "\"}",
                "emergencyId");
        take(id, "officer:luo.min", "comment", "{\"text\":\"" + word + "\"}");
        String text = stack.get("routing", "/api/cases/" + id, "officer:luo.min")
                .json()
                .path("texts")
                .get(0)
                .path("textId")
                .asString();
        assertThat(totals("routing", "/api/cases")).isEqualTo(listed);
        assertThat(totals("notification", "/api/deliveries")).isEqualTo(delivered);

        String late =
                submit("", "appeal", "加班工资未发", "plant-1").path("petitionId").asString();
        eventually()
                .untilAsserted(() -> assertThat(stack.mailsWith("To: li.wei@example.org", late))
                        .hasSize(1));
        take(late, "screen", "{\"accused\":[\"li.wei\"],\"note\":\"来电说明\"}");
        assertThat(caseAs("supervisor", late)).isEqualTo(404);
        assertThat(stack.command("deploy/local/clock", "advance", "90d", "--wait")
                        .exit())
                .isZero();
        eventually()
                .untilAsserted(() -> assertThat(stack.mailsWith("To: zhou.mingyuan@example.org", id))
                        .isNotEmpty());

        List<String> traces = new ArrayList<>();
        for (String reader : KEPT_OUT) {
            traces.addAll(tracesFor(
                    reader,
                    Map.of("petitionId", id, "textId", text, "matterId", matter, "emergencyId", emergency),
                    word,
                    id,
                    receipt));
            traces.addAll(tracesFor(reader, Map.of("petitionId", late), late));
            String person = reader.substring(reader.indexOf(':') + 1);
            assertThat(stack.mailsWith("To: " + person + "@example.org", id))
                    .as(person)
                    .isEmpty();
            assertThat(stack.mailsWith("To: " + person + "@example.org", late))
                    .as(person)
                    .hasSizeLessThanOrEqualTo(1);
        }
        assertThat(traces).isEmpty();
        assertThat(totals("routing", "/api/cases")).isEqualTo(listed);
        eventually().untilAsserted(() -> assertThat(volume()).isEqualTo(counted));
        assertThat(tracesFor("officer:luo.min", Map.of("petitionId", id, "matterId", matter), id, word))
                .as("whom it is not kept from sees it everywhere")
                .hasSizeGreaterThan(4);
        assertThat(tracesFor("supervisor", Map.of("petitionId", late), late)).isEmpty();
    }

    /** How much each of those it is kept from counts in a list. */
    private static Map<String, Long> totals(String service, String list) {
        Map<String, Long> totals = new TreeMap<>();
        for (String reader : KEPT_OUT) {
            totals.put(
                    reader,
                    stack.get(service, list + "?limit=1", reader)
                            .json()
                            .path("total")
                            .asLong());
        }
        return totals;
    }

    /** Where a reader who walks every endpoint finds one of these words, or anything at all about this petition. */
    private static List<String> tracesFor(String reader, Map<String, String> ids, String... words) throws IOException {
        List<String> traces = new ArrayList<>();
        for (String row : roles()) {
            String[] cells = row.split(",");
            String[] endpoint = cells[1].split(" ");
            String path = endpoint[1];
            for (Map.Entry<String, String> each : ids.entrySet()) {
                path = path.replace("{" + each.getKey() + "}", each.getValue());
            }
            boolean about = !path.equals(endpoint[1]);
            if (!path.contains("{") && !path.startsWith("/internal") && (about || endpoint[0].equals("GET"))) {
                String query = "?groupBy=unit&limit=100&petitionId=" + ids.get("petitionId");
                Answer answer = stack.ask(
                        endpoint[0], cells[0], path + query, reader, RIGHT_BODIES.getOrDefault(cells[1], "{}"));
                // What is asked for by its id comes back as the path that was not found.
                boolean found = about
                        ? answer.status() != 404 && answer.status() != 403
                        : Stream.of(words).anyMatch(answer.text()::contains);
                if (found) {
                    traces.add(reader + " at " + cells[1] + ": " + answer.status() + " " + answer.text());
                }
            }
        }
        return traces;
    }

    private static String opened(String role, String path, String body, String id) {
        Answer answer = stack.post("routing", path, role, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path(id).asString();
    }
}
