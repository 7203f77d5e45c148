package org.redress.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.notification.Samples.accepted;
import static org.redress.notification.Samples.ahead;
import static org.redress.notification.Samples.answered;
import static org.redress.notification.Samples.clock;
import static org.redress.notification.Samples.head;
import static org.redress.notification.Samples.reached;
import static org.redress.notification.Samples.registered;
import static org.redress.notification.Samples.submitted;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.redress.contracts.Event;
import org.redress.contracts.cases.CaseEvent;
import org.redress.contracts.cases.CaseRegistered;
import org.redress.contracts.cases.Clock;
import org.redress.contracts.cases.RungReached;
import org.redress.contracts.deliveries.ContactOpened;
import org.redress.contracts.deliveries.NotificationFailed;
import org.redress.contracts.deliveries.NotificationSent;
import org.redress.notification.RunningService;
import org.redress.notification.SampleMailServer;
import org.redress.notification.email.writing.Mail;
import org.redress.notification.email.writing.MailSettings;
import org.redress.notification.notifications.Notification;
import org.redress.notification.notifications.Outcome;
import org.redress.platform.looping.Loop;
import org.redress.platform.publishing.AggregateStore;
import org.redress.platform.time.RealTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

class MailingTest extends RunningService {

    private static final Instant LATE = Instant.parse("2026-03-18T01:00:00Z");

    @Autowired
    private Channels channels;

    @Autowired
    @Qualifier("emailChannel")
    private Lane<Mail> email;

    @Autowired
    private SendAgain sendAgain;

    @Autowired
    private DueNotifications due;

    @Autowired
    private AggregateStore<Notification> store;

    @Autowired
    private MailSettings settings;

    @Autowired
    private MeterRegistry meters;

    @Test
    void readsEveryShapeOfANotificationThatWasEverStored() throws IOException {
        assertThat(store.read(List.of(stored("notifications-1.json"))).all())
                .singleElement()
                .satisfies(notification -> assertThat(notification.entries()).isNotEmpty());
    }

    /** All that was due before there were channels was due by e-mail; an instance of that time may still store it so. */
    @Test
    void sendsWhatWasStoredBeforeThereWereChannels() throws IOException {
        Document old = stored("notifications-1.json")
                .append("_id", petition + "-1")
                .append("petitionId", petition)
                .append("restricted", false)
                .append(
                        "standing",
                        new Document("scope", "WORKSHOP")
                                .append("epoch", 1)
                                .append("sequence", 1L)
                                .append("restricted", false))
                .append("openSince", Date.from(RealTime.now()))
                .append("dueAt", Date.from(RealTime.now()))
                .append("claim", "an instance that is gone");
        old.getList("entries", Document.class)
                .getFirst()
                .append("recipient", "post-owner")
                .append("state", "PLANNED")
                .append("nextAttemptAt", Date.from(RealTime.now()))
                .remove("messageId");
        mongo.getCollection("notifications").insertOne(old);

        eventually().untilAsserted(() -> assertThat(states(petition + "-1")).containsExactly("SENT"));
        assertThat(MAILS.naming(petition)).hasSize(1);
        assertThat(mongo.findById(petition + "-1", Document.class, "notifications"))
                .doesNotContainKeys("dueAt", "openSince", "claim")
                .containsEntry("due", new Document())
                .containsEntry("open", new Document())
                .containsEntry("claims", new Document());
    }

    /** The claim of each lane goes by an index, however many notifications lie there. */
    @Test
    void findsWhatIsDueInALaneByItsIndex() {
        Document plan = mongo.executeCommand(new Document(
                "explain",
                new Document("find", "notifications")
                        .append("filter", new Document("due.email", new Document("$lte", Date.from(RealTime.now()))))
                        .append("sort", new Document("due.email", 1))
                        .append("limit", 10)));

        assertThat(plan.toJson()).contains("\"indexName\": \"dueByLane\"").doesNotContain("COLLSCAN", "\"SORT\"");
    }

    /** A shape that was stored once is read for ever: add one, never change one. */
    private static Document stored(String resource) throws IOException {
        try (InputStream in = MailingTest.class.getResourceAsStream("/documents/" + resource)) {
            return Document.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void tellsEachPostOnceThoughTheEventComesTwice() {
        CaseRegistered event = registered(petition, List.of("post-owner", "post-head"), running());
        send(event, event);
        eventually().untilAsserted(() -> assertThat(states(petition + "-1")).containsExactly("SENT", "SENT"));
        send(event);
        RungReached next = rung(2, "post-owner");
        send(next);
        eventually().untilAsserted(() -> assertThat(states(petition + "-2")).containsExactly("SENT"));

        assertThat(MAILS.naming(petition)).hasSize(3);
        assertThat(MAILS.naming("【新分派】信访事项 " + petition)).hasSize(1);
        eventually()
                .untilAsserted(() -> assertThat(published(petition + "-1"))
                        .hasSize(2)
                        .allSatisfy(sent -> assertThat(sent).isInstanceOf(NotificationSent.class)));
        assertThat(published(petition + "-1"))
                .extracting(sent -> sent.head().sequence())
                .containsExactly(1L, 2L);
    }

    @Test
    void tellsTheConfiguredAddressOfACaseThatNobodyCanHave() {
        send(registered(petition, "DESK", true, CaseEvent.NOBODY, List.of(), running()));
        eventually().untilAsserted(() -> assertThat(states(petition + "-1")).containsExactly("SENT"));

        assertThat(MAILS.to("outside@example.org"))
                .filteredOn(mail -> SampleMailServer.subject(mail).contains("[Nobody left] case " + petition))
                .hasSize(1);
    }

    @Test
    void marksItsMailsAsMadeByAMachineAtBusinessTime() throws Exception {
        businessTime(Instant.parse("2026-03-18T01:00:00Z"));
        send(registered(petition, List.of("post-owner"), running()));
        eventually().untilAsserted(() -> assertThat(states(petition + "-1")).containsExactly("SENT"));

        MimeMessage mail = MAILS.naming(petition).getFirst();
        assertThat(mail.getSentDate().toInstant())
                .isBetween(Instant.parse("2026-03-18T01:00:00Z"), Instant.parse("2026-03-18T01:05:00Z"));
        assertThat(SampleMailServer.header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(mail.getMessageID())
                .isEqualTo(entries(petition + "-1").getFirst().getString("messageId"));
        assertThat(mail.getContentType()).containsIgnoringCase("utf-8");
        assertThat(mail.getFrom()[0]).hasToString("Redress <petitions@redress.example>");
        assertThat(SampleMailServer.header(mail, "List-Id")).isNull();
        assertThat(SampleMailServer.header(mail, "List-Unsubscribe")).isNull();
    }

    @Test
    void tellsThePetitionerAndWritesDownThatTheContactWasOpened() {
        send(submitted(petition, "appeal", contact("王某", "wang@example.org", "zh")));
        eventually()
                .untilAsserted(() -> assertThat(states(petition + "-submitted")).containsExactly("SENT"));

        MimeMessage mail = MAILS.to("wang@example.org").getFirst();
        assertThat(SampleMailServer.subject(mail)).isEqualTo("您的信访件已收到");
        assertThat(SampleMailServer.body(mail)).startsWith("王某：").doesNotContain("138");
        eventually()
                .untilAsserted(() -> assertThat(published(petition + "-submitted"))
                        .hasSize(2)
                        .first()
                        .isInstanceOfSatisfying(ContactOpened.class, opened -> {
                            assertThat(opened.template()).isEqualTo("received");
                            assertThat(opened.head().petitionId()).isEqualTo(petition);
                        }));
    }

    @Test
    void waitsForTheContactOfACaseThatOvertookItsSubmission() {
        send(registered(petition, List.of()), accepted(petition, false));
        eventually()
                .untilAsserted(() -> assertThat(entries(petition + "-2"))
                        .singleElement()
                        .satisfies(entry -> assertThat(entry)
                                .containsEntry("state", "WAITING")
                                .containsEntry("reason", "no-contact-yet")));

        send(submitted(petition, "appeal", contact("Ann Field", petition + "@example.org", "en")));

        eventually().untilAsserted(() -> assertThat(states(petition + "-2")).containsExactly("SENT"));
        eventually()
                .untilAsserted(() -> assertThat(MAILS.to(petition + "@example.org"))
                        .extracting(SampleMailServer::subject)
                        .containsExactlyInAnyOrder("Your petition was received", "Your petition was accepted"));
    }

    @Test
    void sendsNothingWhereThereIsNoAddressButKeepsThePlan() {
        send(submitted(petition, "appeal", contact("王某", null, "zh")));
        send(registered(petition, List.of()), accepted(petition, false), answered(petition));

        for (String event : List.of("-submitted", "-2", "-3")) {
            eventually()
                    .untilAsserted(() -> assertThat(entries(petition + event))
                            .singleElement()
                            .satisfies(entry -> assertThat(entry)
                                    .containsEntry("state", "SUPPRESSED")
                                    .containsEntry("reason", "no-address")));
        }
    }

    @Test
    void keepsConsumingWhileTheMailServerHangsAndSendsOnceItIsBack() {
        MAILS.hangBeforeGreeting();
        send(registered(petition, List.of("post-owner"), running()), rung(2, "post-owner"), rung(3, "post-head"));

        eventually().untilAsserted(() -> assertThat(position()).isEqualTo(3));
        assertThat(states(petition + "-3")).containsExactly("PLANNED");
        eventually()
                .untilAsserted(() -> assertThat(meters.get("redress.notifications.channel.away")
                                .tag("lane", "email")
                                .gauge()
                                .value())
                        .isEqualTo(1));
        assertThat(entries(petition + "-3").getFirst()).containsEntry("attempts", 0);

        MAILS.answerAgain();

        for (String event : List.of("-1", "-2", "-3")) {
            eventually()
                    .untilAsserted(() -> assertThat(states(petition + event)).containsExactly("SENT"));
        }
        assertThat(MAILS.naming(petition)).hasSize(3);
    }

    @Test
    void triesAgainWhenTheMailServerHangsInTheMiddleOfAMail() {
        MAILS.hangBeforeTaking();
        send(registered(petition, List.of("post-owner"), running()));
        eventually()
                .untilAsserted(() -> assertThat(entries(petition + "-1"))
                        .singleElement()
                        .satisfies(entry -> assertThat(entry)
                                .containsEntry("state", "WAITING")
                                .containsEntry("reason", "broken-off")));
        send(rung(2, "post-owner"));
        eventually().untilAsserted(() -> assertThat(position()).isEqualTo(2));

        MAILS.answerAgain();

        eventually().untilAsserted(() -> assertThat(states(petition + "-1")).containsExactly("SENT"));
        eventually().untilAsserted(() -> assertThat(states(petition + "-2")).containsExactly("SENT"));
        assertThat(MAILS.naming(petition)).hasSize(2);
    }

    @Test
    void givesUpAtOnceWhatIsRefusedForGood() {
        send(submitted(petition, "appeal", contact("王某", "gone-" + petition + "@example.org", "zh")));

        eventually()
                .untilAsserted(() -> assertThat(states(petition + "-submitted")).containsExactly("FAILED"));
        eventually()
                .untilAsserted(() -> assertThat(published(petition + "-submitted"))
                        .hasSize(2)
                        .last()
                        .isInstanceOfSatisfying(NotificationFailed.class, failed -> {
                            assertThat(failed.reason()).isEqualTo("smtp-550");
                            assertThat(failed.recipient()).isEqualTo("petitioner");
                            assertThat(failed.causeId()).isEqualTo(petition + "-submitted");
                        }));
    }

    @Test
    void triesWhatFailedOnceMoreWhenAskedTo() {
        String notification = petition + "-submitted";
        send(submitted(petition, "appeal", contact("王某", "gone-" + petition + "@example.org", "zh")));
        eventually().untilAsserted(() -> assertThat(states(notification)).containsExactly("FAILED"));

        assertThat(sendAgain.message(notification + ".0")).contains(true);

        eventually()
                .untilAsserted(() -> assertThat(published(notification))
                        .hasExactlyElementsOfTypes(
                                ContactOpened.class,
                                NotificationFailed.class,
                                ContactOpened.class,
                                NotificationFailed.class));
        assertThat(states(notification)).containsExactly("FAILED");
        assertThat(sendAgain.message(notification + ".1")).isEmpty();
        assertThat(sendAgain.message(notification)).isEmpty();
    }

    @Test
    void failsAnAddressThatIsNone() {
        send(submitted(petition, "appeal", contact("王某", "no address\r\nBcc: x@example.org", "zh")));

        eventually()
                .untilAsserted(() -> assertThat(entries(petition + "-submitted"))
                        .singleElement()
                        .satisfies(entry -> assertThat(entry)
                                .containsEntry("state", "FAILED")
                                .containsEntry("reason", "bad-address")));
    }

    @Test
    void writesToTheDomainThatAnAddressMeans() {
        send(submitted(petition, "appeal", contact("王某", "wide-" + petition + "@example。org", "zh")));

        eventually()
                .untilAsserted(() -> assertThat(states(petition + "-submitted")).containsExactly("SENT"));
        assertThat(MAILS.to("wide-" + petition + "@example.org")).hasSize(1);
    }

    @Test
    void triesAgainWhatIsRefusedForNow() {
        send(submitted(petition, "appeal", contact("王某", "busy-" + petition + "@example.org", "zh")));

        eventually()
                .untilAsserted(() -> assertThat(states(petition + "-submitted")).containsExactly("SENT"));
        assertThat(MAILS.to("busy-" + petition + "@example.org")).hasSize(1);
    }

    @Test
    void sendsTheSameMessageIdAgainAfterACrashBetweenSendingAndWriting() throws InterruptedException {
        channels.loop("email").stop();
        try {
            send(registered(petition, List.of("post-owner"), running()));
            eventually().untilAsserted(() -> assertThat(states(petition + "-1")).containsExactly("PLANNED"));
            List<Notification> claimed = due.claim(email, settings.sending().batch());
            Map<String, Outcome> outcomes = email.deliver(parcels(claimed), (one, became) -> {});
            assertThat(outcomes.get(petition + "-1.0")).isInstanceOf(Outcome.Sent.class);
            // Here the process dies: nothing is settled, the claim lapses.
        } finally {
            channels.loop("email").start();
        }

        eventually().untilAsserted(() -> assertThat(states(petition + "-1")).containsExactly("SENT"));
        List<MimeMessage> copies = MAILS.naming(petition);
        assertThat(copies).hasSize(2);
        assertThat(copies)
                .extracting(copy -> SampleMailServer.header(copy, "Message-ID"))
                .containsOnly(entries(petition + "-1").getFirst().getString("messageId"));
        eventually().untilAsserted(() -> assertThat(published(petition + "-1")).hasSize(1));
    }

    /** A crash can double only what lies between two lines here: the mails of one notification a connection. */
    @Test
    void writesDownWhatBecameOfANotificationBeforeTheNextIsSent() throws InterruptedException {
        channels.loop("email").stop();
        try {
            Event[] events = new Event[20];
            for (int i = 0; i < events.length; i++) {
                events[i] = registered(petition + "-" + i, List.of("post-owner", "post-head"), running());
            }
            send(events);
            eventually().untilAsserted(() -> assertThat(open()).isEqualTo(20));
            List<String> settled = Collections.synchronizedList(new ArrayList<>());
            email.deliver(parcels(due.claim(email, settings.sending().batch())), (one, became) -> {
                due.settle(List.of(one), became, email);
                int unsettled = MAILS.naming(petition).size() - 2 * settled.size();
                settled.add(one.id());
                assertThat(unsettled).isLessThanOrEqualTo(2 * settings.connections());
            });
            assertThat(settled).hasSize(20);
            assertThat(open()).isZero();
        } finally {
            channels.loop("email").start();
        }
    }

    @Test
    void sendsEachMailOnceThoughTwoInstancesSend() {
        Loop second = new SendingLoop<>(email, due, new SimpleMeterRegistry()).loop();
        second.start();
        try {
            Event[] events = new Event[200];
            for (int i = 0; i < events.length; i++) {
                events[i] = registered(petition + "-" + i, List.of("post-owner", "post-head"), running());
            }
            send(events);
            eventually().untilAsserted(() -> assertThat(MAILS.naming(petition)).hasSize(400));
            eventually().untilAsserted(() -> assertThat(open()).isZero());
        } finally {
            second.stop();
        }

        assertThat(MAILS.naming(petition))
                .hasSize(400)
                .extracting(mail -> SampleMailServer.header(mail, "Message-ID"))
                .doesNotHaveDuplicates();
    }

    @Test
    void doesNotTellWhoMayNoLongerKnow() {
        MAILS.hangBeforeGreeting();
        send(
                registered(petition, List.of("post-owner"), running()),
                new RungReached(
                        head(petition, 2), "DESK", true, running(), ahead("half"), List.of("post-desk"), false));
        eventually().untilAsserted(() -> assertThat(position()).isEqualTo(2));

        MAILS.answerAgain();

        eventually().untilAsserted(() -> assertThat(states(petition + "-2")).containsExactly("SENT"));
        eventually()
                .untilAsserted(() -> assertThat(entries(petition + "-1"))
                        .singleElement()
                        .satisfies(entry -> assertThat(entry)
                                .containsEntry("state", "SUPPRESSED")
                                .containsEntry("reason", "not-in-scope")));
        assertThat(MAILS.naming(petition))
                .singleElement()
                .satisfies(
                        mail -> assertThat(SampleMailServer.header(mail, "To")).isEqualTo("desk@example.org"));
        assertThat(mongo.findById(petition + "-1", Document.class, "notifications"))
                .containsEntry("restricted", true);
    }

    private List<Parcel<Mail>> parcels(List<Notification> claimed) {
        List<Parcel<Mail>> parcels = new ArrayList<>();
        for (Notification one : claimed) {
            List<Task> tasks = one.due("email", RealTime.now()).stream()
                    .map(entry -> new Task(one, entry))
                    .toList();
            Map<String, Mail> mails = new HashMap<>();
            email.write(tasks).forEach((id, written) -> {
                if (written instanceof Written.Ready<Mail> ready) {
                    mails.put(id, ready.message());
                }
            });
            parcels.add(new Parcel<>(one, mails));
        }
        return parcels;
    }

    private static Clock running() {
        return clock("notice", LocalDate.of(2026, 3, 16), ahead("half"));
    }

    private RungReached rung(long sequence, String post) {
        return reached(petition, sequence, "level-2", 2, LATE, false, post);
    }

    private long position() {
        Document found = mongo.findById(petition, Document.class, "petitions");
        return found == null || found.get("inbox", Document.class).get("CASES") == null
                ? 0
                : found.get("inbox", Document.class)
                        .get("CASES", Document.class)
                        .getLong("last");
    }

    private long open() {
        return mongo.count(
                Query.query(Criteria.where("petitionId")
                        .regex("^" + petition)
                        .and("due.email")
                        .exists(true)),
                "notifications");
    }
}
