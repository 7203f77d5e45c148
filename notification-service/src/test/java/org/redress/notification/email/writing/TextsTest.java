package org.redress.notification.email.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.notification.Samples.NOW;
import static org.redress.notification.Samples.known;
import static org.redress.notification.Samples.reached;
import static org.redress.notification.Samples.registered;
import static org.redress.notification.Samples.supplemented;
import static org.redress.notification.Samples.withContact;
import static org.redress.notification.Samples.withdrawn;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.contracts.Head;
import org.redress.contracts.alerts.AlertEvent;
import org.redress.contracts.alerts.HotspotEnded;
import org.redress.contracts.alerts.HotspotRose;
import org.redress.contracts.alerts.MeasureTaken;
import org.redress.contracts.cases.CaseEvent;
import org.redress.contracts.submissions.PetitionContact;
import org.redress.notification.Samples;
import org.redress.notification.notifications.Entry;
import org.redress.notification.notifications.Facts;
import org.redress.notification.notifications.Notification;
import org.redress.notification.notifications.Refusal;
import org.redress.notification.notifications.Template;
import org.redress.platform.organisation.Directory;
import org.redress.platform.organisation.Name;

class TextsTest {

    private static final String DAY = "2026-03-02";
    private static final PetitionContact CONTACT = new PetitionContact(
            "王某", "+8613800000000", "wang@example.org", "110101199001011234", List.of(), false, null, "zh");

    @Test
    void saysTheSameThingsInBothLanguages() throws IOException {
        Properties zh = words("zh");
        Properties en = words("en");

        assertThat(zh.stringPropertyNames()).isEqualTo(en.stringPropertyNames());
        for (String key : zh.stringPropertyNames()) {
            assertThat(places(zh.getProperty(key))).as(key).isEqualTo(places(en.getProperty(key)));
        }
    }

    @ParameterizedTest
    @CsvSource({"zh", "en"})
    void putsNoReceiptIntoASubjectWhichMailServersLogAndLockScreensShow(String language) throws IOException {
        Properties words = words(language);

        assertThat(words.stringPropertyNames().stream()
                        .filter(key -> key.endsWith(".subject"))
                        .filter(key -> places(words.getProperty(key)).contains("{receipt}")))
                .isEmpty();
    }

    @Test
    void tellsAnOfficerInChineseWhichDateWasMissedAndWhyItWasThatDate() {
        Text text = officer(
                reached("p-1", 5, "level-2", 2, Instant.parse("2026-03-18T01:00:00Z"), false, "post-plant"),
                Template.ESCALATED,
                "post-plant");

        assertThat(text.subject()).isEqualTo("【逐级升级】信访事项 p-1：办理时限截止日 2026-03-16 已错过（第2级）");
        assertThat(text.body())
                .startsWith("乙：\n")
                .contains("p-1", "办理时限", "2026-03-16", "依据《信访工作条例》 34", "当日不计入", "http://routing");
    }

    @Test
    void tellsAnOfficerInEnglishWhichDateWasMissedAndWhyItWasThatDate() {
        Text text = officer(
                reached("p-1", 5, "due", 1, Instant.parse("2026-03-16T16:00:00Z"), false, "post-owner"),
                Template.DUE,
                "post-owner");

        assertThat(text.subject()).isEqualTo("[Missed] case p-1: handling limit ended on 2026-03-16");
        assertThat(text.body())
                .startsWith("Dear Ann Field,\n\nThe handling limit")
                .contains("15 days from 2026-03-01; that day is not counted", "due on 2026-03-16");
    }

    @Test
    void tellsAnOfficerWhoseCaseItIsAndItsFirstLimit() {
        Text text = officer(
                registered(
                        "p-1",
                        List.of("post-head"),
                        Samples.clock("notice", LocalDate.of(2026, 3, 16), Samples.ahead("half"))),
                Template.ASSIGNED,
                "post-head");

        assertThat(text.subject()).isEqualTo("【新分派】信访事项 p-1");
        assertThat(text.body()).contains("丙", "车间主任", "总装车间", "告知时限", "2026-03-16");
    }

    @Test
    void tellsOfAReminderBeforeTheLimit() {
        Text text = officer(
                reached("p-1", 5, "eighty", 0, Instant.parse("2026-03-13T01:00:00Z"), false, "post-owner"),
                Template.REMINDER,
                "post-owner");

        assertThat(text.subject()).isEqualTo("[Reminder] case p-1: handling limit ends on 2026-03-16");
        assertThat(text.body()).contains("80% of the time has passed");
    }

    @ParameterizedTest
    @EnumSource(names = {"RECEIVED", "ACCEPTED", "DECLINED", "ANSWERED", "WITHDRAWAL_CONFIRMED"})
    void tellsAPetitionerNoMoreThanTheNameAndWhereToLook(Template template) {
        Text text = PetitionerText.of(template, CONTACT, "RECEIPT-1", DAY, Facts.NONE, "http://portal");

        assertThat(text.subject()).doesNotContain("王某");
        assertThat(text.body())
                .startsWith("王某：")
                .contains("RECEIPT-1", "http://portal")
                .doesNotContain("138", "1101", "wang@");
    }

    @Test
    void tellsAPetitionerInEnglishWhereThatIsTheLanguage() {
        PetitionContact english =
                new PetitionContact("Ann Field", null, "ann@example.org", null, List.of(), false, null, "en");

        assertThat(PetitionerText.of(Template.ANSWERED, english, "RECEIPT-1", DAY, Facts.NONE, "http://portal"))
                .isEqualTo(new Text("Your petition has been answered", """
                Dear Ann Field,

                Your petition (receipt number RECEIPT-1) was answered on 2026-03-02.
                The answer is not sent by e-mail: please ask the petition office for it and give your receipt number.
                Follow your petition: http://portal

                This message was sent automatically. Please do not reply to it.
                """));
    }

    @ParameterizedTest
    @CsvSource({
        "zh, withdraw, outcome-ends-withdrawal, 撤回信访件, 该事项此前已经答复或不予受理。",
        "en, supplement, closed-stays-closed, to add to the petition, The case had ended already.",
        "zh, supplement, withdrawn-stays-withdrawn, 补充材料, 该信访件此前已经撤回",
        "en, supplement, declined-is-not-supplemented, to add to the petition, The case had not been accepted",
        "en, withdraw, a-rule-of-tomorrow, to withdraw the petition, The present state of the case does not allow it."
    })
    void tellsAPetitionerWhyARequestWasRefused(String language, String request, String rule, String what, String why) {
        PetitionContact contact =
                new PetitionContact("Wang", null, "wang@example.org", null, List.of(), false, null, language);

        Text text = PetitionerText.of(
                Template.REFUSED, contact, "RECEIPT-1", DAY, Facts.of(new Refusal(request, rule)), "http://portal");

        assertThat(text.body()).contains(what, why, "RECEIPT-1", DAY, "http://portal");
    }

    @Test
    void tellsTheOwnerOfASupplementAndOfAWithdrawal() {
        Text supplement = officer(supplemented("p-1"), Template.SUPPLEMENTED, "post-owner");
        Text withdrawal = officer(withdrawn("p-1"), Template.WITHDRAWN, "post-owner");

        assertThat(supplement.subject()).isEqualTo("[Supplement] case p-1");
        assertThat(supplement.body()).startsWith("Dear Ann Field,").contains("moves no limit", "http://routing");
        assertThat(withdrawal.subject()).isEqualTo("[Withdrawn] case p-1");
        assertThat(withdrawal.body()).contains("no limit runs any more");
    }

    @ParameterizedTest
    @CsvSource({
        "zh, give-opinion, 您的信访事项有新进展：已作出书面处理意见, 期限自您收到之日起计算",
        "en, give-opinion, News about your petition: the written opinion was given, the time for that runs from the day you receive it",
        "zh, lead, 您的信访事项有新进展：已引导您通过其他法定途径提出, 请凭回执号向信访工作机构领取",
        "en, a-step-of-tomorrow, News about your petition: a-step-of-tomorrow, Details are not sent by e-mail"
    })
    void tellsAPetitionerWhereTheWordsOfAStepAre(String language, String step, String subject, String more) {
        PetitionContact contact =
                new PetitionContact("Wang", null, "wang@example.org", null, List.of(), false, null, language);

        Text text = PetitionerText.of(
                Template.STEP_TOLD, contact, "RECEIPT-1", DAY, Facts.ofStep(step, "plant"), "http://portal");

        assertThat(text.subject()).isEqualTo(subject);
        assertThat(text.body()).contains(more, "RECEIPT-1", "http://portal");
    }

    @ParameterizedTest
    @CsvSource({"zh, 李蔚, 李蔚：", "zh, li.wei@example.org, 劳资科长：", "en, li.wei@example.org, 'Dear Head of pay,'"})
    void callsNoOfficerByAnAddress(String language, String name, String greeting) {
        Directory.Post post = new Directory.Post(
                "post-1",
                new Name("劳资科长", "Head of pay"),
                "plant",
                "li.wei",
                name,
                "li.wei@example.org",
                language,
                null);

        assertThat(Wording.in(language).greeting(post)).isEqualTo(greeting);
    }

    @Test
    void tellsALeaderOfAHotMatterAndOfItsEnd() {
        Head head = new Head("e-1", "17-2026-09-18", null, 1, 1, NOW);
        HotspotRose rose = new HotspotRose(
                head,
                "unit-1",
                List.of("post-owner"),
                List.of("dust", "filters"),
                LocalDate.of(2026, 9, 18),
                7,
                12,
                0.749,
                1e-9);
        HotspotEnded ended = new HotspotEnded(
                head,
                "unit-1",
                List.of("post-owner"),
                List.of(),
                LocalDate.of(2026, 9, 12),
                LocalDate.of(2026, 10, 20));

        Text risen = alert(rose);
        Text over = alert(ended);

        assertThat(risen.subject()).isEqualTo("[Hot matter] dust · filters: 12 people wrote since 2026-09-12");
        assertThat(risen.body()).startsWith("Dear Ann Field,").contains("about 0.7 were", "http://analytics/hotspots");
        assertThat(over.subject()).startsWith("[No longer hot] a matter without words");
        assertThat(over.body()).contains("rose on 2026-09-12", "end of 2026-10-20");
    }

    @Test
    void tellsAPostWhatItAnswersFor() {
        Text told = alert(new MeasureTaken(
                new Head("e-1", "17-2026-09-18", null, 2, 1, NOW),
                "unit-1",
                List.of("post-owner"),
                List.of("dust", "filters"),
                "Renew the filters",
                LocalDate.of(2026, 9, 25)));

        assertThat(told.subject()).isEqualTo("[Measure] Renew the filters, from 2026-09-25");
        assertThat(told.body()).contains("dust · filters", "your post answers for it", "http://analytics/hotspots");
    }

    private static Text alert(AlertEvent event) {
        Notification notification =
                new Notification(Samples.planner().plan(event).orElseThrow(), NOW);
        assertThat(notification.entries()).extracting(Entry::recipient).containsExactly("post-owner");
        return OfficerText.of(
                notification,
                notification.entries().getFirst().template(),
                known().post("post-owner").orElseThrow(),
                known(),
                "http://routing",
                "http://analytics/hotspots");
    }

    @Test
    void namesNobodyWhoAskedNotToBeNamed() {
        PetitionContact anonymous =
                new PetitionContact("王某", null, "wang@example.org", null, List.of(), true, null, "zh");

        Text text = PetitionerText.of(Template.RECEIVED, anonymous, "RECEIPT-1", DAY, Facts.NONE, "http://portal");

        assertThat(text.body()).startsWith("信访人：").doesNotContain("王某");
    }

    @Test
    void readsNoNameAsAPlaceOrALineOfItsOwn() {
        PetitionContact odd = new PetitionContact(
                "{portal}\r\n$1 \u2028x", null, "a@example.org", null, List.of(), false, null, "en");

        assertThat(PetitionerText.of(Template.RECEIVED, odd, "RECEIPT-1", DAY, Facts.NONE, "http://portal")
                        .body())
                .startsWith("Dear {portal} $1 x,\n");
    }

    private static Text officer(CaseEvent event, Template template, String post) {
        Notification notification = new Notification(
                Samples.planner().plan(event, withContact("p-1"), known()).orElseThrow(), NOW);
        assertThat(notification.entries().getFirst().template()).isEqualTo(template);
        return OfficerText.of(
                notification,
                template,
                known().post(post).orElseThrow(),
                known(),
                "http://routing",
                "http://analytics/hotspots");
    }

    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        try (InputStream file =
                Wording.class.getResourceAsStream("/org/redress/notification/wording_" + language + ".properties")) {
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return words;
    }

    private static Set<String> places(String phrase) {
        return Pattern.compile("\\{\\w+}")
                .matcher(phrase)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
