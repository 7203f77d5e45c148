package org.redress.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.redress.journey.stack.PageReader;
import tools.jackson.databind.JsonNode;

/** One step for three hundred cases, by the page of an officer whose service is killed in the middle. */
class BulkTest extends Journey {

    private static final int CASES = 300;
    private static final String OFFICER = "shen.qin";

    private final String subject = "加班工资未发" + UUID.randomUUID();
    private final List<JsonNode> receipts = IntStream.range(0, CASES)
            .parallel()
            .mapToObj(number -> submit("", "appeal", subject, "construction"))
            .toList();

    @Test
    void takesItOnceForEachThatAllowsItThoughRoutingIsKilledInTheMiddle() throws IOException {
        List<String> ids = ids(0, CASES);
        ids.parallelStream().forEach(Journey::caseOf);
        each(0, 7, id -> order(id, "accept", ""));
        each(7, 14, id -> {
            order(id, "accept", "{\"way\":\"simplified\"}");
            order(id, "answer", "{\"text\":\"已补发三月加班工资。\"}");
            order(id, "close", "");
        });
        each(14, 21, id -> order(id, "merge", "{\"into\":\"" + ids.getLast() + "\",\"reason\":\"同一信访事项\"}"));
        receipts.subList(21, 27)
                .forEach(receipt -> ask(
                        receipt,
                        "withdraw",
                        "\"reason\":\"已补发\"",
                        UUID.randomUUID().toString()));
        ids.subList(21, 27)
                .forEach(id -> eventually()
                        .until(() -> caseOf(id).path("state").asString().equals("withdrawn")));

        String rehearsed = officer().read(page("?scope=unit&step=accept")).body();
        String key = found("name=\"key\" value=\"([^\"]+)\"", rehearsed).getFirst();
        List<String> going = found("name=\"petition\" value=\"([^\"]+)\"", rehearsed).stream()
                .filter(seen -> ids.contains(seen.substring(0, seen.indexOf(':'))))
                .toList();
        assertThat(going).hasSize(CASES - 27);

        // Meanwhile somebody works on seven, and six are handed on; all three hundred are sent, as an old page would.
        each(27, 34, id -> order(id, "comment", "{\"text\":\"已联系。\"}"));
        each(34, 40, id -> order(id, "transfer", "{\"unit\":\"plant-2\"}"));
        String form = "key=" + key
                + ids.subList(0, 27).stream()
                        .map(id -> "&petition=" + id + ":"
                                + caseOf(id).path("version").asString())
                        .collect(Collectors.joining())
                + going.stream().map(seen -> "&petition=" + seen).collect(Collectors.joining());

        PageReader first = officer();
        CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> {
            try {
                first.submit(page("/accept"), form);
            } catch (IOException e) {
                // The service was killed.
            }
        });
        List<String> some =
                IntStream.range(2, 15).mapToObj(i -> ids.get(i * 20)).toList();
        await().pollInterval(Duration.ofMillis(10)).until(() -> accepted(some) > 1);
        ProcessHandle routing = stack.state().process("routing").orElseThrow();
        routing.destroyForcibly();
        sent.join();
        eventually().until(() -> !routing.isAlive());
        eventually().until(() -> caseOf(ids.getFirst()).isObject());
        assertThat(accepted(ids.subList(40, CASES))).as("killed in the middle").isLessThan(CASES - 40);

        String done = officer().submit(page("/accept"), form).body();
        assertThat(officer().submit(page("/accept"), form).body())
                .as("and once more")
                .contains("已办 260 件");

        assertThat(done).contains("已办 260 件，未办 34 件", "另有 6 件");
        assertThat(found("<span class=\"dim\"> · ([^<]+)</span>", done).stream().distinct())
                .as("reasons")
                .hasSize(5);
        assertThat(ids.subList(40, CASES).parallelStream().map(Journey::caseOf).toList())
                .allSatisfy(found -> assertThat(found.path("history").findValuesAsString("what"))
                        .containsOnlyOnce("accepted"));
    }

    private List<String> ids(int from, int to) {
        return receipts.subList(from, to).stream()
                .map(receipt -> receipt.path("petitionId").asString())
                .toList();
    }

    private void each(int from, int to, Consumer<String> done) {
        ids(from, to).forEach(done);
    }

    private static void order(String id, String step, String body) {
        take(id, "officer:" + OFFICER, step, body);
    }

    private static long accepted(List<String> ids) {
        return ids.stream()
                .filter(id -> stack.get("routing", "/api/cases/" + id, "supervisor")
                        .json()
                        .path("state")
                        .asString()
                        .equals("accepted"))
                .count();
    }

    private static PageReader officer() throws IOException {
        return new PageReader(
                stack.address("routing").resolve("/oauth2/authorization/redress"), OFFICER, stack.password());
    }

    private static URI page(String rest) {
        return stack.address("routing").resolve("/cases/bulk" + rest);
    }

    private static List<String> found(String pattern, String page) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map((MatchResult each) -> each.group(1))
                .toList();
    }
}
