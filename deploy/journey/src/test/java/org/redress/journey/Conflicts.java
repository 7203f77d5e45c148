package org.redress.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.redress.journey.stack.RunningStack.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Cases that are kept from somebody, each for another reason, in an organisation where that is hard: people stand in for
 * who holds the case, lead where they do not work, work where they do not lead. Then the organisation changes, and time
 * goes on.
 */
final class Conflicts extends Journey {

    /** Oversees, and has to do with none of the cases. */
    static final String OVERSEER = "supervisor:xu.lan";

    private static final Pattern OFFICER = Pattern.compile("officer: ([\\w.]+)");
    private static final String LABOUR = "加班工资未发";
    private static final String CANTEEN = "食堂饭菜变质";
    private static final String WORDS = "没有任何说明。";
    private static final String ESTATE = "物业费乱收费";

    final List<Kept> kept = new ArrayList<>();
    final List<Holder> holders = new ArrayList<>();
    final Map<String, Integer> answers = new TreeMap<>();
    final List<Map<String, Long>> totals = new ArrayList<>();
    final List<Integer> moving = new ArrayList<>();

    long volume;

    private final List<JsonNode> unheld = new ArrayList<>();
    private final Files first = Files.inEffect();
    private final Files hard = hard(first);

    /**
     * A case and from whom it is kept.
     *
     * @param name which one
     * @param ids its petition, and what belongs to it, by the name in paths
     * @param words that stand in it
     * @param readers role and id of those it is kept from
     * @param told how many mails about it each of them had got by then
     */
    record Kept(
            String name, Map<String, String> ids, List<String> words, List<String> readers, Map<String, Integer> told) {

        private static Kept of(String name, JsonNode receipt, String... readers) throws IOException {
            return of(name, Map.of("petitionId", id(receipt)), List.of(id(receipt), number(receipt)), readers);
        }

        private static Kept of(String name, Map<String, String> ids, List<String> words, String... readers)
                throws IOException {
            Map<String, Integer> told = new HashMap<>();
            for (String reader : readers) {
                told.put(reader, mails(reader, ids.get("petitionId")));
            }
            return new Kept(name, ids, words, List.of(readers), told);
        }

        String petitionId() {
            return Objects.requireNonNull(ids.get("petitionId"));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * Who has a case in the end.
     *
     * @param reader role and id of who holds the post
     * @param post the post
     * @param petitionId the case
     */
    record Holder(String reader, String post, String petitionId) {

        /** The post that has the case as its holder sees it; empty where the holder sees none. */
        String found() {
            return stack.get("routing", "/api/cases/" + petitionId, reader)
                    .json()
                    .path("owner")
                    .asString("");
        }
    }

    /** An organisation and its net, as files. */
    private record Files(String organisation, String net) {

        private static Files inEffect() {
            int number = stack.get("routing", "/api/organisation/versions", "admin")
                    .json()
                    .path("active")
                    .asInt();
            return new Files(file(number, "organisation.yaml"), file(number, "responsibility.yaml"));
        }

        private static String file(int number, String name) {
            Answer answer = stack.get("routing", "/api/organisation/versions/" + number + "/files/" + name, "admin");
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            return answer.text();
        }

        private Files with(String line, String other) {
            assertThat(organisation + net).contains(line);
            return new Files(organisation.replace(line, other), net.replace(line, other));
        }

        private Files withPost(String id, String unit, String officer, String name) {
            String before = "  - {id: construction.manager,";
            return with(before, """
                      - {id: %s, title: 专员, unit: %s, officer: %s, name: %s, email: %s@example.org, language: zh}
                    %s""".formatted(id, unit, officer, name, officer, before));
        }

        private JsonNode draft() {
            Answer answer = stack.post(
                    "routing",
                    "/api/organisation/drafts",
                    "admin",
                    json(Map.of(
                            "files",
                            List.of(
                                    Map.of("name", "organisation.yaml", "text", organisation),
                                    Map.of("name", "responsibility.yaml", "text", net)))));
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            return answer.json();
        }

        private void activate() {
            JsonNode draft = draft();
            int before = draft.path("before").asInt();
            Answer answer = stack.post(
                    "routing",
                    "/api/organisation/versions",
                    "admin",
                    json(Map.of("digest", draft.path("digest").asString(), "reason", "调整")),
                    "If-Match",
                    "\"" + before + "\"");
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
            // Every open case was looked at then.
            String metrics = "redress_organisation_kept " + (before + 1) + ".0\n";
            eventually()
                    .untilAsserted(() -> assertThat(stack.get("routing", "/actuator/prometheus", "")
                                    .text())
                            .contains(metrics));
        }
    }

    /** A head who works elsewhere, one who works at the top, a colleague as deputy of the office above, equals. */
    private static Files hard(Files first) {
        return first.with("parent: services, head: west-estate.manager", "parent: services, head: services.manager")
                .with("head: project-1.manager", "head: group.works")
                .with(
                        "luo.min@example.org, language: zh",
                        "luo.min@example.org, language: zh, deputy: plant-1-assembly.foreman")
                .withPost("plant-2.labour", "plant-2", "peter.novak", "Peter Novak")
                .withPost("plant-2.pay", "plant-2", "anna.berg", "Anna Berg")
                .with(
                        "{topic: labour, unit: plant-2, owner: plant-2.petitions}",
                        "{topic: labour, unit: plant-2, owners: [plant-2.labour, plant-2.pay]}");
    }

    /**
     * Who stepped out takes over from the owner, whom a case is about comes to work in the unit that has it, a post is no
     * more, one has a new holder, one is not worked in.
     */
    private static Files later(Files hard, LocalDate today) {
        return hard.with("plant-2.labour", "plant-2.wages")
                .with(
                        "officer: li.wei, name: 李蔚, email: li.wei@example.org",
                        "officer: qian.yun, name: 钱芸, email: qian.yun@example.org")
                .withPost("plant-1.safety", "plant-1", "li.wei", "李蔚")
                .withPost("plant-2.safety", "plant-2", "yu.bo", "余波")
                .with("title: 信访联络员, unit: plant-2,", "title: 信访联络员, unit: machinery,")
                .with(
                        "officer: wei.na, name: 韦娜, email: wei.na@example.org",
                        "officer: dong.liang, name: 董良, email: dong.liang@example.org")
                .with("\nposts:\n", "\nabsences:\n  - {post: group.labour, from: " + today + "}\n\nposts:\n");
    }

    /** All that happens, in three parts of business time. */
    void happen() throws IOException {
        stack.fetchTokens(OFFICER.matcher(first.organisation())
                .results()
                .map(found -> "officer:" + found.group(1))
                .toList());
        hard.activate();
        volume = volume();
        look();
        aboutSomebody();
        look();
        steppedOut();
        handedOver();
        JsonNode unclear = unclear();
        JsonNode later = petition("plant-1", LABOUR);
        registered(later);
        told("li.wei", later);
        LocalDate after = dayAfterAcceptance(later);

        // What counts as accepted now waits for the digest of the morning.
        clock("set", after + "T00:30");
        JsonNode absent = plain("group", LABOUR, "he.rong");
        take(id(absent), "officer:chen.jing", "recuse", recusal("chen.jing"));
        screened(unclear, later);
        old(after.minusDays(10));
        later(hard, after).activate();
        clock("set", after + "T09:30");
        ask(absent, "supplement", "\"text\":\"补充\"", UUID.randomUUID().toString());
        told("zhou.mingyuan", absent);
        clock("advance", "40d");
        sent();
    }

    /** Takes the organisation back; the cases stay but for those that nobody can have, and time goes on. */
    void end() {
        first.activate();
        for (JsonNode receipt : unheld) {
            ask(receipt, "withdraw", "\"reason\":\"已解决\"", UUID.randomUUID().toString());
            eventually().untilAsserted(() -> assertThat(stages(receipt)).contains("withdrawn"));
        }
    }

    /** Counts what nobody may count a case in that is kept from them, nor from anybody else in secret. */
    private void look() {
        totals.add(new Walk(stack)
                .totals(List.of(
                        "officer:li.wei",
                        "supervisor:li.wei",
                        "auditor:li.wei",
                        "officer:zhao.gang",
                        "supervisor:zhao.gang",
                        "officer:qian.yun",
                        "officer:cao.lei",
                        "officer:ye.zhen",
                        "officer:gao.yang",
                        OVERSEER)));
        int cases = 0;
        for (JsonNode share :
                hard.with("services.petitions", "services.visits").draft().path("openCases")) {
            cases += share.path("post").asString().equals("services.petitions")
                    ? share.path("cases").asInt()
                    : 0;
        }
        moving.add(cases);
    }

    private void aboutSomebody() throws IOException {
        JsonNode officer = petition("plant-1", LABOUR, "li.wei");
        JsonNode headed = petition("west-estate", ESTATE, "fan.jun");
        JsonNode leader = petition("project-1", LABOUR, "gao.yang");
        JsonNode deputised = petition("group", LABOUR, "he.rong");
        JsonNode top = petition("group", LABOUR, "zhou.mingyuan");
        JsonNode everybody = petition("group", LABOUR, "zhou.mingyuan", "bai.lu", "qin.zheng");
        unheld.add(everybody);
        JsonNode moves = petition("plant-2", LABOUR, "yu.bo");
        JsonNode desk = hand("", Map.of("purpose", "report", "subject", "反映纪检专员", "text", "白鹭收受礼品。"));
        JsonNode report = hand("", Map.of("purpose", "report", "subject", "反映采购", "text", "采购收受回扣。"));
        JsonNode named = hand("", Map.of("unit", "plant-1", "subject", LABOUR, "text", "李蔚没有任何说明。"));
        registered(officer, headed, leader, deputised, top, everybody, moves, desk, report, named);

        kept.add(aboutAnOfficer(officer));
        kept.add(Kept.of("an officer whose unit's head works elsewhere", headed, "officer:fan.jun", "officer:ye.zhen"));
        kept.add(Kept.of("a head who works at the top", leader, "officer:gao.yang", "officer:david.lindgren"));
        kept.add(Kept.of(
                "one for whom the highest office stands in", deputised, "officer:he.rong", "officer:chen.jing"));
        kept.add(Kept.of("who leads all", top, "officer:zhou.mingyuan", "officer:chen.jing", OVERSEER));
        kept.add(Kept.of(
                "everybody who could have it",
                everybody,
                "officer:zhou.mingyuan",
                "officer:bai.lu",
                "officer:qin.zheng"));
        kept.add(Kept.of("one who comes to work above", moves, "officer:yu.bo"));
        kept.add(Kept.of("a report that names who takes it", desk, "officer:bai.lu", "officer:chen.jing", OVERSEER));
        kept.add(Kept.of("a report", report, "officer:li.wei", "officer:chen.jing", OVERSEER, "auditor:xu.lan"));
        kept.add(Kept.of(
                "one whom only its words name", named, "officer:li.wei", "officer:zhao.gang", "officer:qian.yun"));
        holder("officer:luo.min", "machinery.petitions", officer);
        holder("officer:dong.liang", "services.petitions", headed);
        holder("officer:shen.qin", "construction.petitions", leader);
        holder("officer:zhou.mingyuan", "group.president", deputised);
        holder("officer:bai.lu", "discipline.desk", top);
        holder("officer:luo.min", "machinery.petitions", moves);
        holder("officer:luo.min", "machinery.petitions", named);
        holder("officer:qin.zheng", "discipline.secretary", desk);
        holder("officer:bai.lu", "discipline.desk", report);

        answers.put("a colleague of an accused asks in an emergency", confirmed("officer:cao.lei", officer));
        answers.put("somebody asks for a report in an emergency", confirmed("officer:ma.ling", report));
        answers.put("somebody asks for a case in an emergency", confirmed("officer:ma.ling", officer));
        String path = "/api/cases/" + id(officer);
        String version = "\""
                + stack.get("routing", path, "officer:luo.min")
                        .json()
                        .path("version")
                        .asLong()
                + "\"";
        answers.put(
                "it is handed to the unit it is kept from",
                stack.post(
                                "routing",
                                path + "/transfer",
                                "officer:luo.min",
                                json(Map.of("unit", "plant-1")),
                                "If-Match",
                                version)
                        .status());
        answers.put(
                "it is given to whom it is about",
                stack.post(
                                "routing",
                                path + "/reassign",
                                "officer:luo.min",
                                json(Map.of("post", "plant-1.labour", "reason", "熟悉情况")),
                                "If-Match",
                                version)
                        .status());
    }

    /** With everything there may be of a case. */
    private static Kept aboutAnOfficer(JsonNode receipt) throws IOException {
        String id = id(receipt);
        String words = "扣发" + id;
        take(id, "officer:luo.min", "comment", json(Map.of("text", words)));
        String text = stack.get("routing", "/api/cases/" + id, "officer:luo.min")
                .json()
                .path("texts")
                .get(0)
                .path("textId")
                .asString();
        Map<String, String> ids = Map.of(
                "petitionId",
                id,
                "textId",
                text,
                "matterId",
                opened(
                        "officer:luo.min",
                        "/api/matters",
                        Map.of("title", words, "petitionIds", List.of(id)),
                        "matterId"),
                "emergencyId",
                opened(
                        "supervisor:chen.jing",
                        "/api/emergencies",
                        Map.of("petitionId", id, "purpose", "read", "reason", words),
                        "emergencyId"));
        return Kept.of(
                "an officer, with their head, deputy and colleagues",
                ids,
                List.of(words, id, number(receipt)),
                "officer:li.wei",
                "supervisor:li.wei",
                "auditor:li.wei",
                "officer:zhao.gang",
                "supervisor:zhao.gang",
                "officer:qian.yun",
                "supervisor:qian.yun",
                "officer:feng.tao");
    }

    private static int confirmed(String asker, JsonNode receipt) {
        String emergency = opened(
                asker,
                "/api/emergencies",
                Map.of("petitionId", id(receipt), "purpose", "read", "reason", "来电称要轻生，承办人均联系不上"),
                "emergencyId");
        return stack.post("routing", "/api/emergencies/" + emergency + "/confirm", "supervisor:sun.hao", "{}")
                .status();
    }

    private void steppedOut() throws IOException {
        JsonNode deputy = plain("plant-1", LABOUR, "li.wei");
        take(id(deputy), "officer:qian.yun", "recuse", recusal("qian.yun"));
        kept.add(Kept.of("its owner's deputy stepped out", deputy, "officer:qian.yun", "supervisor:qian.yun"));
        holder("officer:zhao.gang", "plant-1.director", deputy);

        JsonNode owner = plain("plant-1", LABOUR, "li.wei");
        take(id(owner), "officer:li.wei", "recuse", recusal("li.wei"));
        kept.add(Kept.of("its owner stepped out", owner, "officer:li.wei", "supervisor:li.wei"));
        holder("officer:zhao.gang", "plant-1.director", owner);
    }

    private void handedOver() throws IOException {
        JsonNode toEquals = petition("plant-1", LABOUR, "cao.lei");
        JsonNode toOne = petition("plant-1", CANTEEN, "feng.tao");
        registered(toEquals, toOne);
        take(id(toEquals), "officer:qian.yun", "transfer", "{\"unit\":\"plant-2\"}");
        take(id(toOne), "officer:qian.yun", "transfer", "{\"unit\":\"plant-2\"}");
        kept.add(Kept.of("its owner will be gone", toEquals, "officer:cao.lei", OVERSEER));
        kept.add(Kept.of("those who had it first", toOne, "officer:feng.tao", "officer:zhao.gang", OVERSEER));
        holder("officer:qian.yun", "plant-1.petitions", toEquals);
        holder("officer:dong.liang", "services.logistics", toOne);

        // The first of two equals has a case already, but one that nobody may count.
        JsonNode counted = plain("plant-2", LABOUR, "peter.novak");
        assertThat(caseOf(id(counted)).path("owner").asString()).isEqualTo("plant-2.labour");

        JsonNode amongEquals = plain("plant-1", LABOUR, "li.wei");
        take(id(amongEquals), "officer:zhou.mingyuan", "recuse", recusal("anna.berg"));
        take(id(amongEquals), "officer:zhou.mingyuan", "recuse", recusal("qian.yun"));
        take(id(amongEquals), OVERSEER, "transfer", "{\"unit\":\"plant-2\"}");
        kept.add(Kept.of("one of its equals stepped out", amongEquals, "officer:anna.berg", "officer:qian.yun"));
        holder("officer:peter.novak", "plant-2.wages", amongEquals);
    }

    /** From many people, about somebody it does not name. */
    private JsonNode unclear() throws IOException {
        JsonNode unclear = hand(
                "adapter",
                Map.of(
                        "channel",
                        "visit",
                        "headCount",
                        60,
                        "unit",
                        "plant-1",
                        "subject",
                        LABOUR,
                        "text",
                        WORDS,
                        "about",
                        List.of(Map.of("text", "一位领导"))));
        registered(unclear);
        told("chen.jing", unclear);
        answers.put("somebody asks for an unclear case in an emergency", confirmed("officer:ma.ling", unclear));
        return unclear;
    }

    private void screened(JsonNode unclear, JsonNode later) throws IOException {
        sent();
        answers.put("a head looks for an unclear case", caseAs("officer:zhou.mingyuan", id(unclear)));
        answers.put("the discipline desk looks for an unclear case", caseAs("officer:bai.lu", id(unclear)));
        answers.put("mails to a head about an unclear case", mails("zhou.mingyuan", id(unclear)));
        answers.put(
                "alarms about an unclear case of many",
                stack.get(
                                "notification",
                                "/api/deliveries?template=step-taken&petitionId=" + id(unclear),
                                "officer:bai.lu")
                        .json()
                        .path("total")
                        .asInt(-1));
        take(id(unclear), "officer:chen.jing", "screen", "{\"accused\":[\"zhou.mingyuan\"],\"note\":\"来电说明\"}");
        take(id(later), "officer:chen.jing", "screen", "{\"accused\":[\"li.wei\"],\"note\":\"来电说明\"}");
        kept.add(Kept.of("who leads all, which nobody knew", unclear, "officer:zhou.mingyuan"));
        kept.add(Kept.of(
                "its owner, which nobody knew",
                later,
                "officer:li.wei",
                "officer:zhao.gang",
                "officer:qian.yun",
                OVERSEER));
        holder("officer:bai.lu", "discipline.desk", unclear);
        holder("officer:luo.min", "machinery.petitions", later);
    }

    /** Petitions that come late, of which heads are told in a digest. */
    private void old(LocalDate received) throws IOException {
        Map<String, Object> about = new TreeMap<>(Map.of(
                "channel",
                "letter",
                "unit",
                "services",
                "subject",
                ESTATE,
                "text",
                WORDS,
                "receivedAt",
                received + "T10:00:00"));
        JsonNode later = hand("adapter", about);
        about.put("about", List.of(Map.of("officer", "fan.jun")));
        JsonNode said = hand("adapter", about);
        registered(said, later);
        take(id(later), "officer:chen.jing", "screen", "{\"accused\":[\"fan.jun\"],\"note\":\"来电说明\"}");
        kept.add(Kept.of("an officer, long ago", said, "officer:fan.jun", "officer:ye.zhen"));
        kept.add(Kept.of("an officer, long ago, which nobody knew", later, "officer:fan.jun", "officer:ye.zhen"));
        holder("officer:dong.liang", "services.petitions", said);
        holder("officer:dong.liang", "services.petitions", later);
    }

    private void holder(String reader, String post, JsonNode receipt) {
        holders.add(new Holder(reader, post, id(receipt)));
    }

    private static JsonNode petition(String unit, String subject, String... accused) {
        return hand(
                "",
                Map.of(
                        "unit",
                        unit,
                        "subject",
                        subject,
                        "text",
                        WORDS,
                        "about",
                        Stream.of(accused).map(each -> Map.of("officer", each)).toList()));
    }

    /** One that is about nobody, once its owner was told. */
    private static JsonNode plain(String unit, String subject, String owner) throws IOException {
        JsonNode receipt = petition(unit, subject);
        told(owner, receipt);
        return receipt;
    }

    private static JsonNode hand(String role, Map<String, Object> fields) {
        Map<String, Object> all = new TreeMap<>(fields);
        all.putIfAbsent("channel", "web");
        Answer answer = stack.post("intake", "/api/petitions", role, json(all));
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        return answer.json();
    }

    private static void registered(JsonNode... receipts) {
        for (JsonNode receipt : receipts) {
            eventually().untilAsserted(() -> assertThat(stages(receipt)).contains("registered"));
        }
    }

    private static void told(String person, JsonNode receipt) {
        eventually().untilAsserted(() -> assertThat(mails(person, id(receipt))).isPositive());
    }

    /** How many mails about a petition a person got, whatever the role. */
    static int mails(String reader, String petitionId) throws IOException {
        String person = reader.substring(reader.indexOf(':') + 1);
        return stack.mailsWith("To: " + person + "@example.org", petitionId).size();
    }

    /** Waits until nothing is left to be sent. */
    private static void sent() {
        eventually()
                .untilAsserted(() -> assertThat(stack.get("notification", "/api/deliveries?state=planned", OVERSEER)
                                .json()
                                .path("total")
                                .asLong(-1))
                        .isZero());
    }

    private static void clock(String how, String when) throws IOException {
        assertThat(stack.command("deploy/local/clock", how, when, "--wait").exit())
                .isZero();
    }

    private static LocalDate dayAfterAcceptance(JsonNode receipt) {
        for (JsonNode clock : caseOf(id(receipt)).path("clocks")) {
            if (clock.path("kind").asString().equals("notice")) {
                return LocalDate.parse(clock.path("dueOn").asString()).plusDays(1);
            }
        }
        throw new IllegalStateException("no clock of acceptance runs");
    }

    private static String recusal(String officer) {
        return json(Map.of("officer", officer, "reason", "亲属"));
    }

    private static String opened(String role, String path, Map<String, Object> body, String id) {
        Answer answer = stack.post("routing", path, role, json(body));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path(id).asString();
    }

    private static String id(JsonNode receipt) {
        return receipt.path("petitionId").asString();
    }

    private static String number(JsonNode receipt) {
        return receipt.path("receipt").asString();
    }

    private static String json(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }
}
