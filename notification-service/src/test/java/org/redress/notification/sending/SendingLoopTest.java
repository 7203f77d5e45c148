package org.redress.notification.sending;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.notification.Samples;
import org.redress.notification.notifications.Notification;
import org.redress.notification.notifications.Outcome;
import org.redress.notification.planning.Planner;
import org.redress.notification.writing.Letters;
import org.redress.notification.writing.Mail;
import org.redress.notification.writing.Text;
import org.redress.notification.writing.Written;
import org.redress.platform.looping.Loop;
import org.redress.platform.time.RealTime;
import org.springframework.dao.DataAccessResourceFailureException;

class SendingLoopTest {

    private static final Map<String, Outcome> SENT = Map.of("p-1.0", new Outcome.Sent("<m>"));

    private final Outbox outbox = mock();
    private final Letters letters = mock();
    private final Courier courier = mock();
    private final SendingSettings settings = new SendingSettings(
            1,
            10,
            Duration.ofMinutes(5),
            Duration.ofSeconds(30),
            Duration.ofMillis(5),
            new SendingSettings.Retry(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofDays(1)),
            Duration.ofMillis(600));
    private final Loop loop = new SendingLoop(outbox, letters, courier, settings, new SimpleMeterRegistry()).sending();
    private final List<Notification> claimed = List.of(new Notification(
            new Planner(Samples.ZONE)
                    .plan(Samples.registered("p", List.of("post-owner")), Samples.withContact("p"), Samples.known())
                    .orElseThrow(),
            RealTime.now()));

    @BeforeEach
    void oneMailIsDue() throws InterruptedException {
        when(outbox.claim()).thenReturn(claimed, List.of());
        when(outbox.again(claimed)).thenReturn(claimed);
        when(letters.write(anyList()))
                .thenReturn(Map.of(
                        "p-1.0", new Written.Ready(new Mail("p-1.0", "<m>", "a@example.org", new Text("s", "b")))));
        when(courier.deliver(anyList(), any())).thenReturn(SENT);
    }

    @AfterEach
    void ends() {
        loop.stop();
    }

    @Test
    void keepsWhatWasSentUntilTheDatabaseTakesIt() throws InterruptedException {
        doThrow(new DataAccessResourceFailureException("away"))
                .doThrow(new DataAccessResourceFailureException("away"))
                .doNothing()
                .when(outbox)
                .settle(any(), eq(SENT));

        loop.start();

        verify(outbox, timeout(5_000).times(3)).settle(any(), eq(SENT));
        verify(courier, times(1)).deliver(anyList(), any());
    }

    @Test
    void letsGoOfWhatCouldNotBeWritten() {
        when(letters.write(anyList())).thenThrow(new DataAccessResourceFailureException("away"));
        doNothing().when(outbox).settle(any(), any());

        loop.start();

        verify(outbox, timeout(5_000)).settle(claimed, Map.of());
    }

    @Test
    void claimsNothingWhileTheMailServerIsAway() throws InterruptedException {
        when(courier.deliver(anyList(), any())).thenReturn(Map.of("p-1.0", new Outcome.Untried()));
        when(courier.reachable()).thenReturn(false);

        loop.start();

        verify(courier, timeout(20_000).atLeast(3)).reachable();
        verify(outbox, times(1)).claim();
        verify(outbox, never()).settle(any(), eq(SENT));
    }
}
