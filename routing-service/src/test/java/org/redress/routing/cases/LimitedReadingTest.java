package org.redress.routing.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.redress.routing.Tokens.as;
import static org.redress.routing.Tokens.officer;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.contracts.Json;
import org.redress.contracts.submissions.PetitionContact;
import org.redress.contracts.submissions.PetitionContent;
import org.redress.contracts.submissions.PetitionOrigin;
import org.redress.contracts.submissions.PetitionSubmitted;
import org.redress.routing.Intake;
import org.redress.routing.likeness.NearTexts;
import org.redress.routing.near.NearPairs;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Where reading is limited 限定阅看, no way leads to a word for who is not named, and the case is there for everybody. */
class LimitedReadingTest extends RunningRouting {

    private static final String SAID = "下夜班站在天桥上";
    private static final String ADDED = "衣柜旁的录像";
    private static final String NOTED = "先听她慢慢讲";
    private static final String ASKED = "请查更衣间门禁";
    private static final String TITLE = "倒班学徒的心事";
    private static final String CARE = "午前打给本人";
    private static final String AGREED = "周四愿意见老师";
    private static final String CLAIM = "换到白班并撤下录像";
    private static final List<String> WORDS = List.of(SAID, ADDED, NOTED, ASKED, TITLE, CARE, AGREED, CLAIM, "卞小雨");

    private static final String[] BLACKENING = {
        "version", "1", "field", "text", "from", "0", "to", "2", "reason", "他人姓名"
    };

    @Autowired
    private MockMvc mvc;

    @Autowired
    private NearPairs pairs;

    @Autowired
    private LearnableCases learnable;

    @Autowired
    private Ledger ledger;

    @Autowired
    private GroupableCases groupable;

    @Test
    void opensNoWayToWhoIsNotNamed() throws Exception {
        String phone = "+86139" + String.valueOf(System.nanoTime()).substring(4, 12);
        PetitionContact who = new PetitionContact("卞小雨", phone, null, null, List.of(), false, null, "zh");
        PetitionContent says = new PetitionContent("调班", SAID + "，工资照旧就好", null, List.of(), null, List.of(CLAIM));
        PetitionSubmitted petition = intake().from(who, says, Instant.now());
        String id = submit(petition);
        String twin = submit(intake().from(who, new PetitionContent("调班", "想换到白班", null, List.of()), Instant.now()));
        intake().send(intake().supplement(petition, 2, ADDED));
        await().atMost(Duration.ofMinutes(1)).until(() -> find(id).texts().size() == 1);
        take("li.wei", id, "comment", "text", NOTED);
        take("li.wei", id, "reclassify", "topic", "labour.hours", "reason", NOTED);
        take("li.wei", id, "ask-part", "post", "services.logistics", "dueOn", day(5), "text", ASKED);
        send("/cases/" + id + "/drafts/comment", "li.wei", "version", version(id), "text", NOTED);
        pairs.propose(id, List.of(new NearTexts.Near(twin, 0.9)));
        String matter = matterOf(id, twin);
        assertThat(groupable.read(List.of(id))).hasSize(1);
        assertThat(learned()).contains(id);

        take("chen.jing", id, "limit-reading", "posts", "plant-1.petitions group.community", "reason", "只给必要的人");
        take("chen.jing", id, "ask-named", "post", "group.community", "on", day(0), "text", CARE);
        take("tang.yi", id, "note-named", "how", "call", "outcome", "reached", "nextOn", day(2), "text", AGREED);

        for (Map.Entry<String, RequestPostProcessor> reader : others().entrySet()) {
            String name = reader.getKey();
            RequestPostProcessor right = reader.getValue();
            for (String address : ways(id, twin, matter)) {
                // Once the case has left its matter, the title is that of the others.
                assertThat(text(read(get(address), right)))
                        .as(name + " " + address)
                        .doesNotContain(
                                address.contains("/matters")
                                        ? WORDS.stream()
                                                .filter(word -> !word.equals(TITLE))
                                                .toList()
                                        : WORDS);
            }
            for (TextEntry text : find(id).texts()) {
                assertThat(read(get("/api/cases/" + id + "/texts/" + text.id()), right)
                                .getStatus())
                        .as(name)
                        .isEqualTo(403);
            }
            MockHttpServletResponse contact = read(
                    post("/api/cases/" + id + "/contact")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"purpose\":\"call\"}"),
                    right);
            assertThat(contact.getStatus()).as(name).isEqualTo(403);
            assertThat(text(read(posted("/cases/" + id + "/contact").param("purpose", "call"), right)))
                    .as(name)
                    .doesNotContain("卞小雨", phone);
        }
        for (String holder : List.of("li.wei", "zhao.gang")) {
            String page = text(read(get("/cases/" + id), officer(holder)));
            assertThat(page)
                    .contains("限定阅看", "本件限定阅看", PetitionCase.numberOf(id))
                    .doesNotContain("id=\"reading\"", "已请列明", "受请人员");
            assertThat(text(read(
                            get("/api/cases/" + id + "/texts/"
                                    + find(id).texts().getFirst().id()),
                            officer(holder))))
                    .contains("本件限定阅看");
            assertThat(text(read(get("/cases?scope=all&number=" + id), officer(holder))))
                    .contains("/cases/" + id, "限定阅看");
            assertThat(text(read(get("/cases?scope=to-contact&number=" + id), officer(holder))))
                    .doesNotContain("/cases/" + id);
            send("/cases/" + id + "/drafts/comment", holder, 403, "version", version(id), "text", "又写");
            assertThat(send("/cases/" + id + "/steps/redact", holder, 409, BLACKENING))
                    .contains("列明");
        }
        assertThat(text(read(get("/api/cases/" + id), officer("li.wei"))))
                .contains("\"limited\":true", "\"topicReason\":null");
        assertThat(earlier("luo.min", phone)).contains(twin).doesNotContain(id);
        assertThat(groupable.read(List.of(id))).isEmpty();
        assertThat(learned()).doesNotContain(id);
        assertThat(opened(id)).doesNotContain("zhao.gang", "lin.feng", "supervisor", "auditor");
    }

    @Test
    void opensToTheNamedWhoSeeItBesideItsLineAndIsWrittenDown() throws Exception {
        String id = submit(intake().appeal("plant-1", "调班", SAID, Instant.now()));
        assertThat(read(get("/cases/" + id), officer("tang.yi")).getStatus()).isEqualTo(404);
        take("qian.yun", id, "limit-reading", "posts", "plant-1.petitions group.community", "reason", "只给必要的人");
        take("qian.yun", id, "ask-named", "post", "group.community", "on", day(0), "text", CARE);

        assertThat(text(read(get("/cases/" + id), officer("tang.yi"))))
                .contains(SAID, "阅看人员", "id=\"step-note-named\"", "id=\"step-limit-reading\"")
                .doesNotContain("id=\"step-accept\"");
        assertThat(text(read(get("/cases?scope=to-contact&number=" + id), officer("tang.yi"))))
                .contains("/cases/" + id);
        assertThat(opened(id)).contains("tang.yi");
        send("/cases/" + id + "/steps/comment", "tang.yi", 403, "version", version(id), "text", "x");

        take("tang.yi", id, "note-named", "how", "call", "outcome", "reached", "text", AGREED);
        assertThat(text(read(get("/cases?scope=to-contact&number=" + id), officer("tang.yi"))))
                .doesNotContain("/cases/" + id);
        take("qian.yun", id, "lift-limit", "reason", "本人同意公开");
        assertThat(text(read(get("/cases/" + id), officer("li.wei"))))
                .contains(SAID)
                .doesNotContain("id=\"reading\"", "已请列明", "受请人员");
    }

    @Test
    void leavesItsMatterAndIsPutIntoNone() throws Exception {
        String id = submit(intake().appeal("plant-1", "调班", SAID, Instant.now()));
        String twin = submit(intake().appeal("plant-1", "调班", "想换到白班", Instant.now()));
        take("qian.yun", id, "limit-reading", "posts", "plant-1.petitions", "reason", "只给必要的人");

        MockHttpServletResponse refused = read(
                post("/api/matters")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"title\":\"调班\",\"petitionIds\":[\"%s\",\"%s\"]}".formatted(id, twin)),
                officer("qian.yun"));
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(send(
                        "/cases/" + id + "/steps/merge",
                        "li.wei",
                        400,
                        "version",
                        version(id),
                        "into",
                        twin,
                        "reason",
                        "同一事项"))
                .doesNotContain(SAID);
    }

    @Test
    void hidesAtOnceWhatWhoRecordedItFindsOfOthersUnlessItMayMeanAnOfficer() throws Exception {
        PetitionOrigin origin = new PetitionOrigin(
                "市热线", "12345-" + System.nanoTime(), LocalDate.now(ZoneId.of("Asia/Shanghai")), null, null, null);
        String id = submit(Intake.recorded(
                intake().appeal("plant-1", "拖欠工资", "同屋小韩有病，夜里咳", Instant.now()), "qian.yun", origin, 1, 1));

        take("qian.yun", id, "redact", "field", "text", "from", "2", "to", "6", "reason", "他人病情");
        assertThat(text(read(get("/cases/" + id), officer("li.wei"))))
                .contains("同屋■■■■，夜里咳")
                .doesNotContain("小韩");
        assertThat(text(read(get("/api/cases/" + id + "?original=true"), officer("zhao.gang"))))
                .contains("小韩");
        take("zhao.gang", id, "undo-redaction", "redaction", "1", "note", "无须遮盖");
        take("qian.yun", id, "redact", "field", "text", "from", "2", "to", "4", "reason", "他人病情");
        assertThat(text(read(get("/cases/" + id), officer("li.wei"))))
                .as("held back in vain before")
                .contains("小韩");
    }

    @Test
    void hidesInTheSubjectWhatItRepeatsOfTheText() throws Exception {
        PetitionOrigin origin = new PetitionOrigin(
                "市热线", "12345-" + System.nanoTime(), LocalDate.now(ZoneId.of("Asia/Shanghai")), null, null, null);
        String id = submit(Intake.recorded(
                intake().appeal("plant-1", "拖欠工资，小韩有病…", "拖欠工资，小韩有病，夜里咳", Instant.now()), "qian.yun", origin, 1, 1));

        take("qian.yun", id, "redact", "field", "text", "from", "5", "to", "9", "reason", "他人病情");

        assertThat(text(read(get("/cases/" + id), officer("li.wei"))))
                .contains("拖欠工资，■■■■…", "拖欠工资，■■■■，夜里咳")
                .doesNotContain("小韩");
    }

    private static Map<String, RequestPostProcessor> others() {
        Map<String, RequestPostProcessor> others = new LinkedHashMap<>();
        for (String who : List.of("li.wei", "zhao.gang", "lin.feng", "luo.min", "zhou.mingyuan", "dong.liang")) {
            others.put(who, officer(who));
        }
        others.put("supervisor", as("supervisor", "supervisor"));
        others.put("auditor", as("auditor", "auditor"));
        return others;
    }

    private static List<String> ways(String id, String twin, String matter) {
        return List.of(
                "/cases/" + id,
                "/cases/" + id + "/steps/comment",
                "/cases/" + id + "/steps/set-heading",
                "/api/cases/" + id,
                "/api/cases/" + id + "?original=true",
                "/api/cases/" + id + "/clocks",
                "/api/cases/" + id + "/near",
                "/api/cases/" + twin + "/near",
                "/cases/" + twin,
                "/matters/" + matter,
                "/api/matters/" + matter,
                "/api/matters",
                "/matters",
                "/cases?scope=all&number=" + id,
                "/api/cases?number=" + id,
                "/home");
    }

    private String matterOf(String... ids) throws Exception {
        MockHttpServletResponse opened = read(
                post("/api/matters")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"title\":\"%s\",\"petitionIds\":[\"%s\"]}"
                                .formatted(TITLE, String.join("\",\"", ids))),
                officer("zhao.gang"));
        assertThat(opened.getStatus()).isEqualTo(201);
        return Json.MAPPER
                .readTree(opened.getContentAsByteArray())
                .path("matterId")
                .asString();
    }

    private List<String> learned() {
        return learnable.newest(10_000).stream()
                .map(LearnableCases.Lesson::petitionId)
                .toList();
    }

    private List<String> opened(String id) {
        return ledger.of(id).stream().map(Unsealing::officer).toList();
    }

    private String earlier(String officer, String phone) throws Exception {
        return text(read(
                post("/internal/earlier")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"officer\":\"%s\",\"phone\":\"%s\"}".formatted(officer, phone)),
                as("intake", "service")));
    }

    private static String day(int fromToday) {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(fromToday).toString();
    }

    private PetitionCase find(String id) {
        return store.find(id).orElseThrow();
    }

    private String version(String id) {
        return Long.toString(find(id).version());
    }

    private String submit(PetitionSubmitted petition) {
        intake().send(petition);
        String id = petition.head().aggregateId();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> store.find(id).filter(PetitionCase::isRegistered).isPresent());
        return id;
    }

    private void take(String who, String id, String step, String... fields) throws Exception {
        String[] all = new String[fields.length + 2];
        all[0] = "version";
        all[1] = version(id);
        System.arraycopy(fields, 0, all, 2, fields.length);
        send("/cases/" + id + "/steps/" + step, who, 302, all);
    }

    private void send(String address, String who, String... fields) throws Exception {
        send(address, who, 204, fields);
    }

    private String send(String address, String who, int status, String... fields) throws Exception {
        MockHttpServletRequestBuilder form = posted(address);
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        MockHttpServletResponse response = read(form, officer(who));
        assertThat(response.getStatus()).as(address + " " + text(response)).isEqualTo(status);
        return text(response);
    }

    private static MockHttpServletRequestBuilder get(String address) {
        boolean page = !address.startsWith("/api/");
        return MockMvcRequestBuilders.get(address).accept(page ? MediaType.TEXT_HTML : MediaType.APPLICATION_JSON);
    }

    private static MockHttpServletRequestBuilder posted(String address) {
        return MockMvcRequestBuilders.post(address)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .accept(MediaType.TEXT_HTML)
                .with(csrf());
    }

    private MockHttpServletResponse read(MockHttpServletRequestBuilder asked, RequestPostProcessor who)
            throws Exception {
        return mvc.perform(asked.locale(Locale.CHINESE).with(who)).andReturn().getResponse();
    }

    private static String text(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
