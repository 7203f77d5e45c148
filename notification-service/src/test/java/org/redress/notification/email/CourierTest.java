package org.redress.notification.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.redress.notification.Samples;
import org.redress.notification.email.writing.Mail;
import org.redress.notification.email.writing.MailSettings;
import org.redress.notification.email.writing.Text;
import org.redress.notification.notifications.Notification;
import org.redress.notification.notifications.Outcome;
import org.redress.notification.sending.Parcel;
import org.redress.notification.sending.SendingSettings;
import org.redress.platform.time.RealTime;

class CourierTest {

    private static final int CONNECTIONS = 2;

    private final MailServer server = mock();
    private final Courier courier = new Courier(
            server,
            new MailSettings(
                    "from@example.org",
                    "example.org",
                    "",
                    "",
                    "",
                    "",
                    CONNECTIONS,
                    new SendingSettings(
                            10,
                            Duration.ofMinutes(5),
                            Duration.ofSeconds(30),
                            Duration.ofMillis(5),
                            0,
                            new SendingSettings.Retry(
                                    Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofDays(1), 0),
                            Duration.ofSeconds(1))));

    @Test
    void asksAnAbsentServerOnceAConnectionAndSettlesNothing() throws Exception {
        when(server.connect()).thenThrow(new MessagingException("away"));
        List<Parcel<Mail>> parcels =
                IntStream.range(0, 20).mapToObj(CourierTest::parcel).toList();

        Map<String, Outcome> outcomes = courier.deliver(parcels, (one, became) -> {
            throw new AssertionError("settled " + became);
        });

        assertThat(outcomes)
                .hasSize(20)
                .allSatisfy((id, outcome) -> assertThat(outcome).isEqualTo(new Outcome.Untried()));
        verify(server, times(CONNECTIONS)).connect();
    }

    private static Parcel<Mail> parcel(int number) {
        String petition = "p" + number;
        Notification notification = new Notification(
                Samples.planner()
                        .plan(
                                Samples.registered(petition, List.of("post-owner")),
                                Samples.withContact(petition),
                                Samples.known())
                        .orElseThrow(),
                RealTime.now());
        String id = notification.entryId(0);
        return new Parcel<>(
                notification, Map.of(id, new Mail(id, "<" + number + ">", "a@example.org", new Text("s", "b"))));
    }
}
