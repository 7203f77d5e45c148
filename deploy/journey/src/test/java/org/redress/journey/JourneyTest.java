package org.redress.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.bench.stack.RunningStack;
import org.redress.bench.stack.RunningStack.Answer;
import org.redress.bench.stack.RunningStack.Output;
import tools.jackson.databind.JsonNode;

/** Petitions travel through the whole platform as it ships: real processes, broker, database, sign-in and mail. */
class JourneyTest {

    private static final int ROWS = 5_000;
    private static final int MEMBERS = 500;
    private static final String OPINION = "{\"outcome\":\"not-supported\",\"request\":\"补发三月加班工资\","
            + "\"facts\":\"考勤无加班记录\",\"reasons\":\"无事实依据\",\"legalBasis\":\"《工资支付暂行规定》\"}";
    private static final String COLUMNS = "externalId=id,subject=subject,text=text";

    // What is wrong with a body is told before who may not send it, in these.
    private static final Map<String, String> RIGHT_BODIES = Map.of(
            "POST /api/assignments/preview", "{\"subject\":\"一\",\"text\":\"二\"}",
            "POST /api/cases/{petitionId}/contact", "{\"purpose\":\"call\"}",
            "POST /api/emergencies", "{\"petitionId\":\"nothing\",\"purpose\":\"read\",\"reason\":\"来电称要轻生，承办人均联系不上\"}",
            "POST /api/matters", "{\"title\":\"一\",\"petitionIds\":[\"nothing\"]}",
            "POST /api/matters/{matterId}/give-opinion", OPINION);

    // These live in the launcher itself.
    private static final Set<String> LAUNCHED = Set.of("mail", "sign-in");

    private static RunningStack stack;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void start() throws IOException {
        stack = new RunningStack(folder.resolve("run"));
    }

    @AfterAll
    static void stop() throws IOException {
        if (stack != null) {
            stack.close();
        }
    }

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
        take(id, "give-opinion", OPINION);
        take(id, "serve", proof.formatted(today()));
        ask(receipt, "review", "\"text\":\"仍然不服。\"", UUID.randomUUID().toString());
        eventually().until(() -> caseOf(id).path("state").asString().equals("under-re-review"));
        assertThat(caseOf(id).path("unit").asString()).isEqualTo("machinery");
        take(id, "give-opinion", OPINION);
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
    void givesOneOpinionToFiveHundredThoughRoutingIsKilledInTheMiddle() throws IOException {
        List<String> members = new ArrayList<>();
        for (int number = 0; number < MEMBERS; number++) {
            members.add(submit("", "appeal", "加班工资未发", "plant-1-assembly")
                    .path("petitionId")
                    .asString());
        }
        members.forEach(id -> take(id, "accept", ""));
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
        assertThat(members).allSatisfy(id -> {
            JsonNode kept = caseOf(id);
            assertThat(kept.path("state").asString()).isEqualTo("opinion-given");
            assertThat(kept.path("texts")).hasSize(1);
            assertThat(kept.path("history").findValuesAsString("what")).containsOnlyOnce("opinion-given");
        });
    }

    private long standing(String matter, String standing) {
        return stack.get("routing", matter, "supervisor")
                .json()
                .path("standings")
                .path(standing)
                .asLong();
    }

    private LocalDate today() {
        String now = stack.get("routing", "/actuator/clock", "supervisor")
                .json()
                .path("now")
                .asString();
        return LocalDate.ofInstant(Instant.parse(now), ZoneId.of("Asia/Shanghai"));
    }

    private void take(String id, String step, String body) {
        String version = "\"" + caseOf(id).path("version").asLong() + "\"";
        Answer answer = stack.post("routing", "/api/cases/" + id + "/" + step, "supervisor", body, "If-Match", version);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
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
        assertThat(table.stream().map(row -> row.substring(0, row.lastIndexOf(','))))
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
                int refused = role.equals("none") ? 401 : 403;
                if (let.contains(role) ? status == 401 || status == 403 || status >= 500 : status != refused) {
                    wrong.add(role + " at " + cells[0] + " " + cells[1] + ": " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<String> roles() throws IOException {
        try (InputStream table = Objects.requireNonNull(JourneyTest.class.getResourceAsStream("/roles.csv"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        }
    }

    @Test
    void leavesNamesPhonesAndWordsNowhereInTheClear() throws IOException {
        String canary = "金丝雀" + UUID.randomUUID().toString().substring(0, 8);
        String phone = "13877%06d".formatted(Math.floorMod(canary.hashCode(), 1_000_000));
        List<String> ids = new ArrayList<>();
        for (String purpose : List.of("appeal", "suggestion", "report", "appeal")) {
            Answer taken = stack.post("intake", "/api/petitions", "", """
                    {"channel":"web","unit":"plant-1","purpose":"%s","subject":"%s 的奖金","text":"%s 说的话","place":"%s 门",
                     "petitioner":{"name":"%s","phone":"%s","representatives":["%s"]}}""".formatted(
                            purpose, canary, canary, canary, canary, phone, canary));
            assertThat(taken.status()).as(taken.text()).isEqualTo(202);
            ids.add(taken.json().path("petitionId").asString());
            if (purpose.equals("appeal")) {
                ask(
                        taken.json(),
                        "supplement",
                        "\"text\":\"" + canary + " 补充\"",
                        UUID.randomUUID().toString());
            }
            if (ids.size() == 4) {
                ask(
                        taken.json(),
                        "withdraw",
                        "\"reason\":\"" + canary + " 撤回\"",
                        UUID.randomUUID().toString());
                eventually()
                        .until(() -> caseOf(ids.get(3)).path("state").asString().equals("withdrawn"));
            }
        }
        take(ids.get(0), "accept", "{\"way\":\"simplified\"}");
        take(ids.get(0), "comment", "{\"text\":\"" + canary + " 已联系\"}");
        take(ids.get(0), "answer", "{\"text\":\"" + canary + " 的答复\"}");
        take(ids.get(1), "decline", "{\"reason\":\"" + canary + " 不予受理\"}");
        assertThat(caseOf(ids.get(0)).path("content").path("text").asString())
                .as("it can be read")
                .contains(canary);
        assertThat(stack.command("deploy/local/clock", "advance", "30d", "--wait")
                        .exit())
                .isZero();
        eventually().until(() -> stack.command("deploy/redress", "verify").exit() == 0);

        assertThat(Traces.of(stack, canary, phone)).isEmpty();
        assertThat(Traces.of(stack, ids.getFirst()))
                .as("whatever stands there would be found")
                .anyMatch(place -> place.startsWith("database redress_routing.cases:"))
                .anyMatch(place -> place.startsWith("database redress_intake.petitions:"))
                .anyMatch(place -> place.startsWith("topic petition.submissions:"))
                .anyMatch(place -> place.startsWith("topic petition.cases:"))
                .anyMatch(place -> place.startsWith("file in broker:"))
                .anyMatch(place -> place.startsWith("file in mail:"));
    }

    @Test
    void keepsACaseFromWhomItIsAbout() throws IOException {
        Answer answer = stack.post("intake", "/api/petitions", "", """
                {"channel":"web","unit":"plant-1","subject":"扣发奖金","text":"连续三个月扣发奖金，没有任何说明。","about":[{"officer":"li.wei"}]}""");
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        String id = answer.json().path("petitionId").asString();
        String late =
                submit("", "appeal", "加班工资未发", "plant-1").path("petitionId").asString();
        eventually()
                .untilAsserted(() -> assertThat(stack.mailsWith("To: luo.min@example.org", id))
                        .hasSize(1));
        eventually()
                .untilAsserted(() -> assertThat(stack.mailsWith("To: li.wei@example.org", late))
                        .hasSize(1));

        assertThat(caseAs("officer:luo.min", id)).isEqualTo(200);
        screen(late, "supervisor", "li.wei");
        assertThat(stack.command("deploy/local/clock", "advance", "90d", "--wait")
                        .exit())
                .isZero();

        eventually()
                .untilAsserted(() -> assertThat(stack.mailsWith("To: zhou.mingyuan@example.org", id))
                        .isNotEmpty());
        for (String person : List.of("li.wei", "zhao.gang", "qian.yun", "cao.lei", "feng.tao")) {
            assertThat(stack.mailsWith("To: " + person + "@example.org", id))
                    .as(person)
                    .isEmpty();
            assertThat(stack.mailsWith("To: " + person + "@example.org", late))
                    .as(person)
                    .hasSizeLessThanOrEqualTo(1);
            for (String each : List.of(id, late)) {
                assertThat(caseAs("officer:" + person, each)).as(person).isEqualTo(404);
                assertThat(stack.get("notification", "/api/deliveries?petitionId=" + each, "officer:" + person)
                                .json()
                                .path("total")
                                .asLong())
                        .as(person)
                        .isZero();
            }
            assertThat(stack.get("routing", "/api/cases?limit=500", "officer:" + person)
                            .text())
                    .doesNotContain(id, late);
        }
        assertThat(caseAs("supervisor", id)).isEqualTo(404);
        assertThat(caseAs("supervisor", late)).isEqualTo(404);
        assertThat(stack.get("notification", "/api/deliveries?petitionId=" + late, "supervisor")
                        .json()
                        .path("total")
                        .asLong())
                .isZero();
    }

    private int caseAs(String role, String id) {
        return stack.get("routing", "/api/cases/" + id, role).status();
    }

    private void screen(String id, String role, String accused) {
        take(id, "screen", "{\"accused\":[\"" + accused + "\"],\"note\":\"来电说明\"}");
        assertThat(caseAs(role, id)).isEqualTo(404);
    }

    @Test
    void losesNothingWhenEveryProcessIsKilledDuringAnImport() throws IOException, InterruptedException {
        Path file = rows();
        Map<String, Long> processes = stack.processes();
        Process importing = stack.start("deploy/local/import", file.toString(), "--map", COLUMNS);
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

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions();
    }

    private JsonNode submit(String email, String purpose, String subject) {
        return submit(email, purpose, subject, "group");
    }

    private JsonNode submit(String email, String purpose, String subject, String unit) {
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

    private JsonNode caseOf(String id) {
        await().atMost(Duration.ofMinutes(1))
                .pollDelay(Duration.ZERO)
                .ignoreExceptions()
                .until(() ->
                        stack.get("routing", "/api/cases/" + id, "supervisor").status() == 200);
        return stack.get("routing", "/api/cases/" + id, "supervisor").json();
    }

    private List<String> stages(JsonNode receipt) {
        return track(receipt).path("stages").findValuesAsString("stage");
    }

    private JsonNode track(JsonNode receipt) {
        return stack.post("intake", "/api/tracking", "", "{" + slip(receipt) + "}")
                .json();
    }

    /** Asks for something as the petitioner; returns the id of the request. */
    private String ask(JsonNode receipt, String request, String words, String key) {
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

    private static String slip(JsonNode receipt) {
        return "\"receipt\":\"" + receipt.path("receipt").asString() + "\",\"accessCode\":\""
                + receipt.path("accessCode").asString() + "\"";
    }

    private static List<String> kinds(JsonNode found) {
        List<String> kinds = new ArrayList<>();
        found.path("clocks").forEach(clock -> kinds.add(clock.path("kind").asString()));
        return kinds;
    }

    private long volume() {
        return stack.get("analytics", "/api/volume?groupBy=topic", "supervisor")
                .json()
                .path("total")
                .asLong();
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
}
