package org.redress.notification.email.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.notification.Samples.ahead;
import static org.redress.notification.Samples.clock;
import static org.redress.notification.Samples.head;
import static org.redress.notification.Samples.passed;
import static org.redress.notification.Samples.reached;
import static org.redress.notification.Samples.registered;
import static org.redress.notification.Samples.reminded;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.redress.contracts.cases.Clock;
import org.redress.notification.RunningService;
import org.redress.notification.SampleMailServer;
import org.springframework.beans.factory.annotation.Autowired;

class DigestsTest extends RunningService {

    @Autowired
    private DailyDigests digests;

    @Test
    void goesOutOnceADayWithTheBacklogFirst() {
        businessTime(at("2027-01-04T06:00"));
        for (int i = 0; i < 3; i++) {
            send(registered(
                    head(petition + "-" + i, 1, at("2027-01-04T06:00")),
                    "WORKSHOP",
                    false,
                    "post-owner",
                    List.of("post-owner"),
                    clock("notice", LocalDate.of(2026, 2, 1 + i), passed("half"), passed("due"))));
        }
        send(reached(petition, 1, at("2027-01-04T06:00"), "level-3", 3, at("2026-04-01T09:00"), true, "post-head"));
        eventually().untilAsserted(() -> assertThat(states(petition + "-1")).containsExactly("DIGEST"));
        eventually().untilAsserted(() -> assertThat(states(petition + "-2-1")).containsExactly("DIGEST", "DIGEST"));
        assertThat(digests("head@example.org", "2027-01-04")).isEmpty();

        businessTime(at("2027-01-04T08:00"));

        eventually().until(() -> digests("head@example.org", "2027-01-04").size() == 1);
        eventually().until(() -> digests("owner@example.org", "2027-01-04").size() == 1);
        String body =
                SampleMailServer.body(digests("head@example.org", "2027-01-04").getFirst());
        assertThat(body)
                .contains("总装车间：导入的信访事项中有 3 件在导入前已错过督办节点，其中 3 件的期限在导入时已经届满，最早的截止日为 2026-02-01。")
                .contains("办理时限 · 第3级：1 件", petition);
        assertThat(body.indexOf("导入")).isLessThan(body.indexOf("第3级"));
        assertThat(SampleMailServer.body(
                        digests("owner@example.org", "2027-01-04").getFirst()))
                .contains("Assigned (imported): 3, oldest due date 2026-02-01");
        assertThat(MAILS.naming("【新分派】信访事项 " + petition)).isEmpty();
        eventually()
                .untilAsserted(
                        () -> assertThat(published("post-head:2027-01-04")).hasSize(1));
        Document line = entries(petition + "-1").getFirst();
        assertThat(line)
                .containsEntry("digest", "post-head:2027-01-04")
                .containsEntry(
                        "messageId", entries("post-head:2027-01-04").getFirst().getString("messageId"));

        send(reached(petition, 2, at("2027-01-04T07:00"), "level-4", 4, at("2026-04-03T09:00"), true, "post-head"));
        eventually().untilAsserted(() -> assertThat(states(petition + "-2")).containsExactly("DIGEST"));
        digests.look();
        Awaitility.await()
                .during(Duration.ofSeconds(2))
                .until(() -> digests("head@example.org", "2027-01-04").size() == 1);

        businessTime(at("2027-01-05T08:00"));
        eventually().until(() -> digests("head@example.org", "2027-01-05").size() == 1);
        assertThat(SampleMailServer.body(
                        digests("head@example.org", "2027-01-05").getFirst()))
                .contains("第4级：1 件")
                .doesNotContain("第3级", "导入的信访");
    }

    @Test
    void coversAllDaysThatAClockJumpedOverInOne() {
        businessTime(at("2027-03-01T09:00"));
        for (int day = 1; day <= 4; day++) {
            send(reached(
                    petition,
                    day,
                    at("2027-03-0" + day + "T09:30"),
                    "level-" + (day + 2),
                    day + 2,
                    at("2027-03-0" + day + "T09:00"),
                    true,
                    "post-plant"));
        }
        eventually().untilAsserted(() -> assertThat(states(petition + "-4")).containsExactly("DIGEST"));

        businessTime(at("2027-05-30T10:00"));

        eventually().until(() -> digests("plant@example.org", "2027-05-30").size() == 1);
        assertThat(MAILS.to("plant@example.org").stream()
                        .filter(mail -> SampleMailServer.body(mail).contains(petition)))
                .hasSize(1);
        assertThat(SampleMailServer.body(
                        digests("plant@example.org", "2027-05-30").getFirst()))
                .contains("第3级", "第4级", "第5级", "第6级");
    }

    @Test
    void tellsEachPostInOneMailWhatItWasRemindedOfAndNothingOfOthers() {
        businessTime(at("2027-06-01T16:30"));
        Clock notice = clock("notice", LocalDate.of(2027, 6, 4), ahead("half"));
        Clock handle = clock("handle", LocalDate.of(2027, 6, 8), ahead("half"));
        Clock right = clock("review", LocalDate.of(2027, 6, 9));
        send(reminded(petition + "-1", at("2027-06-01T16:30"), "post-owner", handle, notice, right));
        send(reminded(petition + "-2", at("2027-06-01T16:30"), "post-owner", handle));
        send(reminded(petition + "-3", at("2027-06-01T16:30"), "post-plant", handle));
        for (int i = 1; i <= 3; i++) {
            String event = petition + "-" + i + "-1";
            eventually().untilAsserted(() -> assertThat(states(event)).containsExactly("DIGEST"));
        }
        digests.look();
        assertThat(reminders("owner@example.org")).isEmpty();

        businessTime(at("2027-06-01T16:31"));

        eventually().until(() -> reminders("owner@example.org").size() == 1);
        eventually().until(() -> reminders("plant@example.org").size() == 1);
        assertThat(SampleMailServer.subject(reminders("owner@example.org").getFirst()))
                .contains("[Reminder]", ": 2");
        String body = SampleMailServer.body(reminders("owner@example.org").getFirst());
        assertThat(body)
                .contains(petition + "-1", petition + "-2", "2027-06-04", "2027-06-08")
                .doesNotContain(petition + "-3", "2027-06-09");
        assertThat(body.indexOf("2027-06-04")).isLessThan(body.indexOf("2027-06-08"));
        digests.look();
        Awaitility.await()
                .during(Duration.ofSeconds(2))
                .until(() -> reminders("owner@example.org").size() == 1);
    }

    private List<MimeMessage> reminders(String address) {
        return MAILS.to(address).stream()
                .filter(mail -> SampleMailServer.subject(mail).matches(".*(Reminder|催办).*")
                        && SampleMailServer.body(mail).contains(petition))
                .toList();
    }

    private static List<MimeMessage> digests(String address, String day) {
        return MAILS.to(address).stream()
                .filter(mail -> SampleMailServer.subject(mail).contains(day))
                .toList();
    }

    private static Instant at(String local) {
        return Instant.parse(local + ":00+08:00");
    }
}
