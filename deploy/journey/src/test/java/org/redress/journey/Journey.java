package org.redress.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.redress.journey.stack.RunningStack;
import org.redress.journey.stack.RunningStack.Answer;
import tools.jackson.databind.JsonNode;

/** What journeys share: one running platform for all of them, real from broker to mail, and what people do there. */
@ExtendWith(SharedStack.class)
abstract class Journey {

    static final String OPINION = "{\"outcome\":\"not-supported\",\"request\":\"补发三月加班工资\","
            + "\"facts\":\"考勤无加班记录\",\"reasons\":\"无事实依据\",\"legalBasis\":\"《工资支付暂行规定》\"}";

    /** Asked for by {@code deploy/test --thorough}: everything at its full size. */
    static final boolean THOROUGH = Boolean.parseBoolean(System.getenv("REDRESS_THOROUGH"));

    private static final Set<String> DESCRIBED_STAGES = ConcurrentHashMap.newKeySet();

    static RunningStack stack;

    /** Where the platform sends its traces. */
    static SpanCollector spans;

    static ConditionFactory eventually() {
        return await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions();
    }

    static JsonNode submit(String email, String purpose, String subject) {
        return submit(email, purpose, subject, "group");
    }

    static JsonNode submit(String email, String purpose, String subject, String unit) {
        String contact = email.isEmpty() ? "" : ",\"petitioner\":{\"name\":\"测试员\",\"email\":\"" + email + "\"}";
        Answer answer = stack.post(
                "intake",
                "/api/petitions",
                "",
                "{\"channel\":\"web\",\"purpose\":\"" + purpose + "\",\"unit\":\"" + unit + "\",\"subject\":\""
                        + subject + "\",\"text\":\"三月份加班三十小时，工资条上没有加班费。\"" + contact + "}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        return answer.json();
    }

    static JsonNode caseOf(String id) {
        return await().atMost(Duration.ofMinutes(1))
                .pollDelay(Duration.ZERO)
                .ignoreExceptions()
                .until(() -> stack.get("routing", "/api/cases/" + id, "supervisor"), answer -> answer.status() == 200)
                .json();
    }

    static int caseAs(String role, String id) {
        return stack.get("routing", "/api/cases/" + id, role).status();
    }

    static void take(String id, String step, String body) {
        caseOf(id);
        take(id, "supervisor", step, body);
    }

    static void take(String id, String role, String step, String body) {
        String path = "/api/cases/" + id;
        long version = stack.get("routing", path, role).json().path("version").asLong();
        Answer answer = stack.post("routing", path + "/" + step, role, body, "If-Match", "\"" + version + "\"");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    /** Each of which the description of the interface lists. */
    static List<String> stages(JsonNode receipt) {
        List<String> stages = track(receipt).path("stages").findValuesAsString("stage");
        if (!DESCRIBED_STAGES.containsAll(stages)) {
            stack.get("intake", "/v3/api-docs", "")
                    .json()
                    .at("/components/schemas/Step/properties/stage/enum")
                    .forEach(stage -> DESCRIBED_STAGES.add(stage.asString()));
        }
        assertThat(DESCRIBED_STAGES).containsAll(stages);
        return stages;
    }

    static JsonNode track(JsonNode receipt) {
        return stack.post("intake", "/api/tracking", "", "{" + slip(receipt) + "}")
                .json();
    }

    /** Asks for something as the petitioner; returns the id of the request. */
    static String ask(JsonNode receipt, String request, String words, String key) {
        Answer answer = stack.post(
                "intake",
                "/api/tracking/" + request,
                "",
                "{" + slip(receipt) + "," + words + "}",
                "Idempotency-Key",
                key);
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        return answer.json().path("requestId").asString();
    }

    static String slip(JsonNode receipt) {
        return "\"receipt\":\"" + receipt.path("receipt").asString() + "\",\"accessCode\":\""
                + receipt.path("accessCode").asString() + "\"";
    }

    static List<String> kinds(JsonNode found) {
        List<String> kinds = new ArrayList<>();
        found.path("clocks").forEach(clock -> kinds.add(clock.path("kind").asString()));
        return kinds;
    }

    static long volume() {
        return stack.get("analytics", "/api/volume?groupBy=topic", "supervisor")
                .json()
                .path("total")
                .asLong();
    }

    static LocalDate today() {
        String now = stack.get("routing", "/actuator/clock", "supervisor")
                .json()
                .path("now")
                .asString();
        return LocalDate.ofInstant(Instant.parse(now), ZoneId.of("Asia/Shanghai"));
    }
}
