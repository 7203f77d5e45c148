package org.redress.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.contracts.EventCodec;
import org.redress.contracts.submissions.PetitionContact;
import org.redress.contracts.submissions.PetitionContact.Through;
import org.redress.contracts.submissions.PetitionContent;
import org.redress.contracts.submissions.PetitionContent.About;
import org.redress.contracts.submissions.PetitionOrigin;
import org.redress.contracts.submissions.PetitionSubmitted;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What the petition office records at the desk. */
class DeskTest extends IntakeStack {

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final Pattern SLIP =
            Pattern.compile("id=\"receipt\">([0-9A-Z]{10})<.*id=\"accessCode\">([0-9A-Z]{16})<", Pattern.DOTALL);

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Autowired
    private MockMvc mvc;

    private final MockHttpSession session = new MockHttpSession();

    @BeforeEach
    void knowsTheOrganisation() {
        streams().publish(TestEvents.organisation());
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> mongo.getCollection("directory").countDocuments() == 1);
    }

    @Test
    void takesASheetOfTheHotlineWithEverythingItSaysSealed() throws Exception {
        Map<String, String> sheet = sheet();

        MockHttpServletResponse answer = record("office", sheet);

        assertThat(answer.getStatus()).as(answer.getContentAsString(UTF_8)).isEqualTo(200);
        PetitionSubmitted event = eventOf(answer);
        assertThat(event.channel()).isEqualTo("hotline");
        assertThat(event.recordedBy()).isEqualTo("office");
        assertThat(event.submittedBy()).isNull();
        assertThat(event.receivedAt())
                .isEqualTo(today.minusDays(3)
                        .atStartOfDay(ZoneId.of("Asia/Shanghai"))
                        .toInstant());
        assertThat(event.headCount()).isEqualTo(3);
        assertThat(event.headCountClaimed()).isFalse();
        assertThat(event.claimedHeadCount()).isEqualTo(23);
        assertThat(event.representatives()).isEqualTo(2);
        assertThat(event.origin())
                .isEqualTo(new PetitionOrigin(
                        "市热线", sheet.get("origin.number"), today.minusDays(3), null, today.plusDays(4), today));
        String id = event.head().aggregateId();
        PetitionContent content =
                Door.JSON.readValue(KEYS.content().open(id, "content", event.content()), PetitionContent.class);
        assertThat(content.subject()).isEqualTo("市民来电反映停暖");
        assertThat(content.claims()).containsExactly("马上恢复供暖", "退还十二天取暖费");
        assertThat(content.about()).containsExactly(new About("officer", "director"));
        PetitionContact contact = Door.JSON.readValue(
                KEYS.contact().open(id, "contact", Objects.requireNonNull(event.contact())), PetitionContact.class);
        assertThat(contact.address()).isEqualTo("东区3号楼");
        assertThat(contact.remark()).isEqualTo("邻居的电话");
        assertThat(contact.through()).isEqualTo(new Through("孙小妹", "孙女"));
        assertThat(contact.representatives()).containsExactly("余小满", "解志强");
    }

    @Test
    void keepsAndPublishesNoWordInClear() throws Exception {
        MockHttpServletResponse answer = record("office", sheet());

        PetitionSubmitted event = eventOf(answer);
        ConsumerRecord<String, byte[]> message = streams()
                .find("petition.submissions", event.head().aggregateId())
                .orElseThrow();
        assertThat(new String(message.value(), UTF_8)).doesNotContain(SEALED);
        for (String collection : mongo.getCollectionNames()) {
            for (Document kept : mongo.getCollection(collection)
                    .find(new Document(
                            "_id", new Document("$regex", "^" + event.head().aggregateId())))) {
                assertThat(kept.toJson()).as(collection).doesNotContain(SEALED);
            }
        }
    }

    @Test
    void givesOneReceiptHoweverOftenAFormIsSent() throws Exception {
        Map<String, String> sheet = sheet();

        Matcher first = slip(record("office", sheet));
        Matcher again = slip(record("office", sheet));
        MockHttpServletResponse other = record("office", with(sheet, "text", "另一件事"));

        assertThat(again.group(1)).isEqualTo(first.group(1));
        assertThat(again.group(2)).isEqualTo(first.group(2));
        assertThat(other.getStatus()).isEqualTo(422);
        assertThat(other.getContentAsString(UTF_8))
                .contains(first.group(1), "另一件事")
                .doesNotContain(sheet.get("key"));
        assertThat(mongo.getCollection("petitions").countDocuments(new Document("receipt", first.group(1))))
                .isEqualTo(1);
    }

    @Test
    void takesACorrectionForNoRepeat() throws Exception {
        Map<String, String> sheet = with(sheet(), "petitioner.phone", "86550127");
        String day = today.minusDays(4).toString();

        Matcher first = slip(record("office", sheet));
        MockHttpServletResponse otherDay = record("office", with(sheet, "receivedAt", day));
        MockHttpServletResponse otherPhone = record("office", with(sheet, "petitioner.phone", "86550128"));

        assertThat(otherDay.getStatus()).isEqualTo(422);
        assertThat(otherDay.getContentAsString(UTF_8)).contains(first.group(1), day);
        assertThat(otherPhone.getStatus()).isEqualTo(422);
        assertThat(otherPhone.getContentAsString(UTF_8)).contains(first.group(1), "86550128");
    }

    @Test
    void promisesNoDayThatHasPassedNorALetterToNobody() throws Exception {
        Map<String, String> letter = new LinkedHashMap<>(
                Map.of("channel", "letter", "text", "请核实", "petitioner.name", "汤女士", "purpose", "appeal"));
        letter.put("petitioner.address", "西区2号楼");
        String last = today.minusDays(15).toString();
        String past = today.minusDays(16).toString();

        assertThat(record("office", with(keyed(letter), "receivedAt", last)).getContentAsString(UTF_8))
                .contains("收到日期 " + last + "，登记日期 " + today, "书面告知您是否受理");
        assertThat(record("office", with(keyed(letter), "receivedAt", past)).getContentAsString(UTF_8))
                .contains("收到日期 " + past)
                .doesNotContain("是否受理", "处理结果可凭");
        for (String lacking : List.of("petitioner.name", "petitioner.address")) {
            assertThat(record("office", with(keyed(letter), lacking, "")).getContentAsString(UTF_8))
                    .contains("处理结果可凭以上两个号码查询")
                    .doesNotContain("是否受理");
        }
    }

    @Test
    void setsApartWhatAnAppealSuggests() throws Exception {
        Map<String, String> sheet = with(sheet(), "suggestions", "班车绕行电厂路口");

        PetitionSubmitted event = eventOf(record("office", keyed(sheet)));

        assertThat(event.purpose()).isEqualTo("appeal");
        assertThat(event.suggests()).isTrue();
        PetitionContent content = Door.JSON.readValue(
                KEYS.content().open(event.head().aggregateId(), "content", event.content()), PetitionContent.class);
        assertThat(content.claims()).containsExactly("马上恢复供暖", "退还十二天取暖费", "班车绕行电厂路口");
        assertThat(content.isSuggestion(1)).isFalse();
        assertThat(content.isSuggestion(2)).isTrue();
        assertThat(record("office", with(keyed(sheet), "purpose", "suggestion")).getContentAsString(UTF_8))
                .contains("只有申诉求决件可以另列建议");
    }

    @Test
    void takesThanksWhichPromiseNothingAndAreAboutNobody() throws Exception {
        Map<String, String> thanks = with(with(with(sheet(), "purpose", "thanks"), "about", ""), "claims", "");

        assertThat(record("office", keyed(thanks)).getContentAsString(UTF_8))
                .contains("您的表扬将存档")
                .doesNotContain("是否受理", "处理结果可凭");
        assertThat(record("office", with(keyed(thanks), "claims", "补发工资")).getContentAsString(UTF_8))
                .contains("表扬件没有诉求")
                .doesNotContain("您的表扬将存档");
    }

    @Test
    void handsOnWhatABodyOutsideIsCalledAsItWasWritten() throws Exception {
        assertThat(record("office", with(sheet(), "origin.body", "A+B {x}")).getContentAsString(UTF_8))
                .contains("origin.body=A%2BB%20%7Bx%7D");
    }

    private static Map<String, String> keyed(Map<String, String> form) {
        return with(form, "key", UUID.randomUUID().toString());
    }

    @Test
    void keepsALineOfThePlaceAsItWasWritten() throws Exception {
        Map<String, String> call =
                with(with(sheet(), "petitioner.phone", "86550127"), "petitioner.preferredContact", "phone");

        PetitionSubmitted event = eventOf(record("office", call));

        PetitionContact contact = Door.JSON.readValue(
                KEYS.contact().open(event.head().aggregateId(), "contact", Objects.requireNonNull(event.contact())),
                PetitionContact.class);
        assertThat(contact.phone()).isNull();
        assertThat(contact.phoneWritten()).isEqualTo("86550127");
        assertThat(door().submit(petitionWithPhone("86550127")).status()).isEqualTo(400);
    }

    private static Map<String, Object> petitionWithPhone(String phone) {
        Map<String, Object> petition = Door.petition();
        petition.put("petitioner", Map.of("phone", phone));
        return petition;
    }

    @Test
    void isOpenToThePetitionOfficeAlone() throws Exception {
        assertThat(open("office").getStatus()).isEqualTo(200);
        assertThat(open("deputy").getStatus()).isEqualTo(200);
        assertThat(open("desk").getContentAsString(UTF_8)).contains("value=\"report\" selected");
        assertThat(open("director").getStatus()).isEqualTo(403);
        assertThat(open("nobody").getStatus()).isEqualTo(403);
        assertThat(record("director", sheet()).getStatus()).isEqualTo(403);
        assertThat(record("office", "auditor", sheet()).getStatus()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "channel, dove, channel",
        "receivedAt, 2199-12-31, receivedAt",
        "receivedAt, 1990-01-01, receivedAt",
        "receivedAt, someday, receivedAt",
        "purpose, gratitude, purpose",
        "unit, nowhere, unit",
        "topic, nothing, topic",
        "text, ' ', text",
        "petitioner.phone, 1, petitioner.phone",
        "petitioner.email, nobody, petitioner.email",
        "petitioner.representatives, 一、二、三、四、五、六, petitioner.representatives",
        "petitioner.through.relation, '', petitioner.through.relation",
        "headCount, many, headCount",
        "counted, 0, counted",
        "occurredOn, 2199-12-31, occurredOn",
        "origin.body, '', origin.body",
        "origin.number, '', origin.number",
        "origin.receivedOn, 2199-12-31, origin.receivedOn",
        "origin.dueOn, 2001-01-01, origin.dueOn",
        "origin.firstReplyDueOn, soon, origin.firstReplyDueOn",
        "origin.returnableUntil, 2001-01-01, origin.returnableUntil"
    })
    void givesTheFormBackWithWhatIsWrongAtItsField(String name, String value, String wrong) throws Exception {
        Map<String, String> sheet = with(sheet(), name, value);

        MockHttpServletResponse answer = record("office", sheet);

        assertThat(answer.getStatus()).isEqualTo(400);
        String page = answer.getContentAsString(UTF_8);
        assertThat(Pattern.compile("class=\"wrong\" role=\"alert\" id=\"([^\"]+)-wrong\"")
                        .matcher(page)
                        .results()
                        .map(found -> found.group(1)))
                .containsExactly(wrong);
        sheet.forEach((field, typed) -> {
            if (!field.equals(name)) {
                assertThat(page).as(field).contains(typed);
            }
        });
        assertThat(page).contains(sheet.get("key"));
    }

    @Test
    void saysWhoSpeaksForSomebodyAndWhoSentASheet() throws Exception {
        Map<String, String> bare =
                new LinkedHashMap<>(Map.of("key", UUID.randomUUID().toString(), "text", "请核实"));

        assertThat(record("office", with(bare, "channel", "on-behalf")).getContentAsString(UTF_8))
                .contains("id=\"petitioner.through.name-wrong\"");
        assertThat(record("office", with(bare, "channel", "forwarded")).getContentAsString(UTF_8))
                .contains("id=\"origin.body-wrong\"", "id=\"origin.number-wrong\"");
        assertThat(record("office", with(bare, "channel", "box")).getStatus()).isEqualTo(200);
    }

    private static final String[] SEALED = {
        "恢复供暖", "停暖", "汤女士", "13800138000", "东区3号楼", "邻居的电话", "孙小妹", "孙女", "余小满", "director", "3号楼二单元"
    };

    private Map<String, String> sheet() {
        Map<String, String> sheet = new LinkedHashMap<>();
        sheet.put("key", UUID.randomUUID().toString());
        sheet.put("channel", "hotline");
        sheet.put("receivedAt", today.minusDays(3).toString());
        sheet.put("purpose", "appeal");
        sheet.put("unit", "plant-1");
        sheet.put("text", "市民来电反映停暖\r\n三号楼二单元停暖十二天");
        sheet.put("claims", "马上恢复供暖\r\n\r\n 退还十二天取暖费 ");
        sheet.put("place", "3号楼二单元");
        sheet.put("about", "李厂长 · 第一机械厂 厂长");
        sheet.put("petitioner.name", "汤女士");
        sheet.put("petitioner.phone", "13800138000");
        sheet.put("petitioner.address", "东区3号楼");
        sheet.put("petitioner.remark", "邻居的电话");
        sheet.put("petitioner.through.name", "孙小妹");
        sheet.put("petitioner.through.relation", "孙女");
        sheet.put("petitioner.representatives", "余小满、解志强");
        sheet.put("headCount", "23");
        sheet.put("counted", "3");
        sheet.put("origin.body", "市热线");
        sheet.put("origin.number", "12345-" + UUID.randomUUID());
        sheet.put("origin.dueOn", today.plusDays(4).toString());
        sheet.put("origin.returnableUntil", today.toString());
        return sheet;
    }

    private static Map<String, String> with(Map<String, String> form, String name, String value) {
        Map<String, String> other = new LinkedHashMap<>(form);
        other.put(name, value);
        return other;
    }

    private static Matcher slip(MockHttpServletResponse answer) throws Exception {
        String page = answer.getContentAsString(UTF_8);
        Matcher slip = SLIP.matcher(page);
        assertThat(slip.find()).as(page).isTrue();
        return slip;
    }

    private PetitionSubmitted eventOf(MockHttpServletResponse answer) throws Exception {
        Document petition = mongo.getCollection("petitions")
                .find(new Document("receipt", slip(answer).group(1)))
                .first();
        ConsumerRecord<String, byte[]> message = streams()
                .find("petition.submissions", Objects.requireNonNull(petition).getString("_id"))
                .orElseThrow();
        return (PetitionSubmitted) EventCodec.decode("petition.submitted.v1", message.value());
    }

    private MockHttpServletResponse open(String who) throws Exception {
        return answer(get("/desk"), who, "officer");
    }

    private MockHttpServletResponse record(String who, Map<String, String> form) throws Exception {
        return record(who, "officer", form);
    }

    /** With the token of a page, as a browser sends it. */
    private MockHttpServletResponse record(String who, String role, Map<String, String> form) throws Exception {
        Matcher token = TOKEN.matcher(open("office").getContentAsString(UTF_8));
        assertThat(token.find()).isTrue();
        MockHttpServletRequestBuilder request = post("/desk").param("_csrf", token.group(1));
        form.forEach(request::param);
        return answer(request, who, role);
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request, String who, String role)
            throws Exception {
        return mvc.perform(request.accept(MediaType.TEXT_HTML)
                        .locale(Locale.CHINESE)
                        .session(session)
                        .with(oidcLogin()
                                .idToken(token -> token.subject(who))
                                .authorities(List.of(new SimpleGrantedAuthority("ROLE_" + role)))))
                .andReturn()
                .getResponse();
    }
}
