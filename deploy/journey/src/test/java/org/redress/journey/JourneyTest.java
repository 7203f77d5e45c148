package org.redress.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.journey.stack.RunningStack.Answer;
import org.redress.journey.stack.RunningStack.Output;
import tools.jackson.databind.JsonNode;

/** Petitions travel through the whole platform as it ships: real processes, broker, database, sign-in and mail. */
@Order(2)
class JourneyTest extends Journey {

    private static final int ROWS = 3_000;
    private static final int MEMBERS = THOROUGH ? 250 : 100;
    private static final String COLUMNS = "externalId=id,subject=subject,text=text";

    // These live in the launcher itself.
    private static final Set<String> LAUNCHED = Set.of("mail", "sign-in");

    @TempDir
    private static Path folder;

    @Test
    void carriesAPetitionFromTheReceiptToTheAnswer() {
        String email = UUID.randomUUID() + "@example.org";
        JsonNode receipt = submit(email, "appeal", "加班工资未发");
        String id = receipt.path("petitionId").asString();
        JsonNode registered = caseOf(id);
        String owner = registered.path("owner").asString();

        assertThat(registered.path("ownerReason").asString()).isNotBlank();
        assertThat(registered.path("topicReason").asString()).isNotBlank();
        assertThat(kinds(registered)).contains("notice");

        take(id, "accept", "{\"way\":\"simplified\"}");
        assertThat(kinds(caseOf(id))).contains("notice", "simplified");
        take(id, "answer", "{\"text\":\"已补发三月加班工资。\"}");
        take(id, "close", "");

        eventually()
                .untilAsserted(() -> assertThat(stages(receipt))
                        .containsSubsequence("submitted", "registered", "accepted", "answered", "closed"));
        eventually().untilAsserted(() -> assertThat(stack.mailsWith(email)).hasSize(3));
        JsonNode opened = stack.post("intake", "/api/tracking/unsealings", "", "{" + slip(receipt) + "}")
                .json();
        assertThat(opened.findValuesAsString("role")).contains("routing", "集团公司 董事长");
        assertThat(opened.findValuesAsString("why")).contains("registration", "reading-case");
        assertThat(stack.get("notification", "/api/deliveries?petitionId=" + id, "supervisor")
                        .json()
                        .toString())
                .contains("\"recipient\":\"" + owner + "\"", "\"recipient\":\"petitioner\"");
    }

    @Test
    void carriesAnOpinionThroughServiceAndReviewToTheEnd() {
        String email = UUID.randomUUID() + "@example.org";
        JsonNode receipt = submit(email, "appeal", "加班工资未发", "plant-1-assembly");
        String id = receipt.path("petitionId").asString();
        String proof = "{\"how\":\"in-person\",\"servedOn\":\"%s\",\"proof\":\"送达回证\"}";
        caseOf(id);

        take(id, "accept", "");
        take(id, "give-opinion", OPINION);
        take(id, "serve", proof.formatted(today()));
        ask(receipt, "review", "\"text\":\"有考勤机记录。\"", UUID.randomUUID().toString());
        eventually().until(() -> caseOf(id).path("state").asString().equals("under-review"));
        assertThat(caseOf(id).path("unit").asString()).isEqualTo("plant-1");
        assertThat(kinds(caseOf(id))).contains("ask-review", "review");
        take(id, "officer:qian.yun", "give-opinion", OPINION);
        take(id, "serve", proof.formatted(today()));
        ask(receipt, "review", "\"text\":\"仍然不服。\"", UUID.randomUUID().toString());
        eventually().until(() -> caseOf(id).path("state").asString().equals("under-re-review"));
        assertThat(caseOf(id).path("unit").asString()).isEqualTo("machinery");
        take(id, "officer:luo.min", "give-opinion", OPINION);
        take(id, "serve", proof.formatted(today()));
        ask(receipt, "review", "\"text\":\"再次申请。\"", UUID.randomUUID().toString());

        eventually()
                .untilAsserted(() -> assertThat(stages(receipt))
                        .containsSubsequence(
                                "accepted",
                                "give-opinion",
                                "serve",
                                "ask-review",
                                "give-opinion",
                                "serve",
                                "ask-review",
                                "give-opinion",
                                "serve",
                                "refused"));
        assertThat(caseOf(id).path("state").asString()).isEqualTo("final");
        JsonNode clocks = stack.get("routing", "/api/cases/" + id + "/clocks", "supervisor")
                .json();
        assertThat(clocks).allSatisfy(clock -> {
            assertThat(clock.path("steps").path("zh").get(0).asString()).startsWith("依据");
            assertThat(clock.path("steps").path("en").get(0).asString()).startsWith("By ");
        });
    }

    @Test
    void carriesASupplementAndAWithdrawalAndRefusesWhatComesTooLate() {
        String email = UUID.randomUUID() + "@example.org";
        JsonNode receipt = submit(email, "appeal", "加班工资未发", "plant-1-assembly");
        String id = receipt.path("petitionId").asString();
        String key = UUID.randomUUID().toString();
        caseOf(id);

        String first = ask(receipt, "supplement", "\"text\":\"另附工资条三张。\"", key);
        assertThat(ask(receipt, "supplement", "\"text\":\"另附工资条三张。\"", key)).isEqualTo(first);
        assertThat(stages(receipt)).containsOnlyOnce("supplement-taken");
        ask(receipt, "withdraw", "\"reason\":\"已补发\"", UUID.randomUUID().toString());
        String second = ask(
                receipt, "supplement", "\"text\":\"还有一张。\"", UUID.randomUUID().toString());

        eventually()
                .untilAsserted(() -> assertThat(stages(receipt))
                        .containsSubsequence(
                                "submitted", "supplement-taken", "withdrawal-taken", "supplement-taken", "refused")
                        .containsSubsequence("registered", "supplemented", "withdrawn", "refused")
                        .hasSize(8));
        JsonNode refused = track(receipt).path("stages").get(7);
        assertThat(refused.path("requestId").asString()).isEqualTo(second);
        assertThat(refused.path("reason").asString()).isEqualTo("该信访件此前已撤回。");
        JsonNode withdrawn = caseOf(id);
        assertThat(withdrawn.path("state").asString()).isEqualTo("withdrawn");
        assertThat(withdrawn.path("clocks").findValuesAsString("state")).containsOnly("stopped");
        assertThat(withdrawn.hasNonNull("nextDueAt")).isFalse();
        assertThat(stack.get("routing", "/api/cases/" + id + "/texts/" + first, "officer:li.wei")
                        .json()
                        .path("text")
                        .asString())
                .isEqualTo("另附工资条三张。");
        for (String told : List.of("【新分派】", "【补充材料】", "【已撤回】")) {
            eventually()
                    .untilAsserted(() -> assertThat(stack.mailsWith("To: li.wei@example.org", told, id))
                            .hasSize(1));
        }
        for (String told : List.of("已收到", "已撤回", "未能办理")) {
            eventually()
                    .untilAsserted(() ->
                            assertThat(stack.mailsWith("To: " + email, told)).isNotEmpty());
        }
    }

    @Test
    void givesOneOpinionToEveryMemberThoughRoutingIsKilledInTheMiddle() throws IOException {
        List<String> members = IntStream.range(0, MEMBERS)
                .parallel()
                .mapToObj(number -> submit("", "appeal", "加班工资未发", "plant-1-assembly")
                        .path("petitionId")
                        .asString())
                .toList();
        members.parallelStream().forEach(id -> take(id, "accept", ""));
        Answer opened = stack.post(
                "routing",
                "/api/matters",
                "supervisor",
                "{\"title\":\"三月加班工资\",\"petitionIds\":[\"" + String.join("\",\"", members) + "\"]}");
        String matter = "/api/matters/" + opened.json().path("matterId").asString();
        Answer given = stack.post(
                "routing",
                matter + "/give-opinion",
                "supervisor",
                OPINION,
                "If-Match",
                "\"0\"",
                "Idempotency-Key",
                "a");
        assertThat(given.status()).as(given.text()).isEqualTo(202);

        await().pollInterval(Duration.ofMillis(10)).until(() -> standing(matter, "given") > 0);
        assertThat(standing(matter, "pending")).isGreaterThan(MEMBERS / 5);
        ProcessHandle routing = stack.state().process("routing").orElseThrow();
        routing.destroyForcibly();

        eventually().until(() -> standing(matter, "given") == MEMBERS);
        assertThat(stack.state().process("routing")).isPresent().get().isNotEqualTo(routing);
        assertThat(members.parallelStream().map(Journey::caseOf).toList()).allSatisfy(kept -> {
            assertThat(kept.path("state").asString()).isEqualTo("opinion-given");
            assertThat(kept.path("texts")).hasSize(1);
            assertThat(kept.path("history").findValuesAsString("what")).containsOnlyOnce("opinion-given");
        });
    }

    /** What {@code deploy/local/up --demo} runs: each step has to be open to the owner, and each state is reached. */
    @Test
    void loadsTheSamplePetitionsOnceHoweverOften() throws IOException {
        Output loaded = stack.command("deploy/demo/load");

        assertThat(loaded.exit()).as(loaded.toString()).isZero();
        assertThat(loaded.out()).contains("sample petitions", "opinion-given", "served", "closed");
        Output again = stack.command("deploy/demo/load");
        assertThat(again.exit()).as(again.toString()).isZero();
        assertThat(again.out()).isEqualTo(loaded.out());
    }

    private long standing(String matter, String standing) {
        return stack.get("routing", matter, "supervisor")
                .json()
                .path("standings")
                .path(standing)
                .asLong();
    }

    @Test
    void losesNothingWhenEveryProcessIsKilledDuringAnImport() throws IOException, InterruptedException {
        Path file = rows();
        Map<String, Long> processes = stack.processes();
        // So few at once that it lasts until the last is killed.
        Process importing = stack.start("deploy/local/import", file.toString(), "--map", COLUMNS, "--in-flight", "2");
        for (String name : List.of("mongod", "broker", "routing", "notification", "analytics", "intake")) {
            double before = taken();
            eventually().until(() -> taken() > before);
            assertThat(importing.isAlive())
                    .as("still importing when %s is killed", name)
                    .isTrue();
            ProcessHandle.of(processes.get(name)).ifPresent(ProcessHandle::destroyForcibly);
        }
        importing.waitFor();
        Output imported = stack.output(importing);
        assertThat(imported.exit()).as(imported.toString()).isZero();
        assertThat(imported.json().path("rejected").asInt()).isZero();

        JsonNode again = stack.command("deploy/local/import", file.toString(), "--map", COLUMNS)
                .json();

        assertThat(again.path("repeated").asInt()).isEqualTo(ROWS);
        assertThat(again.path("accepted").asInt()).isZero();
        await().atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofSeconds(5))
                .untilAsserted(() -> {
                    Output verified = stack.command("deploy/redress", "verify");
                    assertThat(verified.exit()).as(verified.out()).isZero();
                    assertThat(verified.json().path("inFlight").asInt()).isZero();
                    assertThat(verified.json().path("parked").asInt()).isZero();
                    assertThat(verified.json().path("receipts").asLong()).isGreaterThanOrEqualTo(ROWS);
                });
        assertThat(stack.processes())
                .allSatisfy((name, pid) -> assertThat(LAUNCHED.contains(name) || !pid.equals(processes.get(name)))
                        .as("%s was killed", name)
                        .isTrue());
    }

    /** Petitions that intake took since it started. */
    private double taken() {
        return stack.get("intake", "/actuator/prometheus", "")
                .text()
                .lines()
                .filter(line -> line.startsWith("redress_intake_submissions_total{outcome=\"taken\"}"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static Path rows() throws IOException {
        StringBuilder csv = new StringBuilder("id,subject,text\n");
        for (int i = 1; i <= ROWS; i++) {
            csv.append("row-%d,第%d件：工资未按时发放,第%d名职工反映上月工资至今未发。\n".formatted(i, i, i));
        }
        return Files.writeString(folder.resolve("rows.csv"), csv);
    }

    @Test
    void climbsTheLadderOnceInDueOrderWhenTimePasses() throws IOException {
        String id = submit("", "appeal", "加班工资未发", "plant-1-assembly")
                .path("petitionId")
                .asString();
        assertThat(caseOf(id).path("owner").asString()).isEqualTo("plant-1.labour");

        Output advanced = stack.command("deploy/local/clock", "advance", "90d", "--wait");

        assertThat(advanced.exit()).as(advanced.toString()).isZero();
        JsonNode notice = caseOf(id).path("clocks").get(0);
        List<String> fired = new ArrayList<>();
        List<Instant> dueAt = new ArrayList<>();
        List<Instant> firedAt = new ArrayList<>();
        for (JsonNode rung : notice.path("rungs")) {
            if (rung.hasNonNull("firedAt")) {
                fired.add(rung.path("rung").asString());
                dueAt.add(Instant.parse(rung.path("dueAt").asString()));
                firedAt.add(Instant.parse(rung.path("firedAt").asString()));
            }
        }
        assertThat(fired).containsExactly("half", "eighty", "due", "level-2");
        assertThat(dueAt).isSorted();
        assertThat(firedAt).isSorted();
        String dueOn = notice.path("dueOn").asString();
        String explanation = notice.path("explanation").asString();
        // One level up the line from the owner's unit, and then the top.
        for (String recipient : List.of("lin.feng@example.org", "zhou.mingyuan@example.org")) {
            eventually()
                    .untilAsserted(() -> assertThat(stack.mailsWith("To: " + recipient, id, dueOn, explanation))
                            .hasSize(1));
        }
    }
}
