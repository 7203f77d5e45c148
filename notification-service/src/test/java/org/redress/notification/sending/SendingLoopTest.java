package org.redress.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
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
import org.redress.platform.looping.Loop;
import org.redress.platform.time.RealTime;
import org.springframework.dao.DataAccessResourceFailureException;

class SendingLoopTest {

    private static final int BATCH = 10;
    private static final Map<String, Outcome> SENT = Map.of("p-1.0", new Outcome.Sent("<m>"));

    private final DueNotifications due = mock();
    private final Lane<String> lane = mock();
    private Loop loop;
    private final List<Notification> claimed = List.of(new Notification(
            Samples.planner()
                    .plan(Samples.registered("p", List.of("post-owner")), Samples.withContact("p"), Samples.known())
                    .orElseThrow(),
            RealTime.now()));

    @BeforeEach
    void oneMessageIsDue() throws InterruptedException {
        when(lane.name()).thenReturn("email");
        when(lane.settings())
                .thenReturn(new SendingSettings(
                        BATCH,
                        Duration.ofMinutes(5),
                        Duration.ofSeconds(30),
                        Duration.ofMillis(5),
                        0,
                        new SendingSettings.Retry(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofDays(1), 0),
                        Duration.ofMillis(600)));
        when(due.claim(eq(lane), anyInt())).thenReturn(claimed, List.of());
        when(due.again(claimed)).thenReturn(claimed);
        when(lane.write(anyList())).thenReturn(Map.of("p-1.0", new Written.Ready<>("a message")));
        when(lane.deliver(anyList(), any())).thenReturn(SENT);
        loop = new SendingLoop<>(lane, due, new SimpleMeterRegistry()).loop();
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
                .when(due)
                .settle(any(), eq(SENT), eq(lane));

        loop.start();

        verify(due, timeout(5_000).times(3)).settle(any(), eq(SENT), eq(lane));
        verify(lane, times(1)).deliver(anyList(), any());
    }

    @Test
    void letsGoOfWhatCouldNotBeWritten() {
        when(lane.write(anyList())).thenThrow(new DataAccessResourceFailureException("away"));
        doNothing().when(due).settle(any(), any(), any());

        loop.start();

        verify(due, timeout(5_000)).settle(claimed, Map.of(), lane);
    }

    @Test
    void claimsNothingWhileItsPlaceIsAway() throws InterruptedException {
        when(lane.deliver(anyList(), any())).thenReturn(Map.of("p-1.0", new Outcome.Untried()));
        when(lane.reachable()).thenReturn(false);

        loop.start();

        verify(lane, timeout(20_000).atLeast(3)).reachable();
        verify(due, times(1)).claim(any(), anyInt());
        verify(due, never()).settle(any(), eq(SENT), any());
    }

    /** Where only sending can tell whether somebody is there, one message goes ahead of all others. */
    @Test
    void sendsOneAheadAfterAnOutage() throws InterruptedException {
        when(due.claim(eq(lane), anyInt())).thenReturn(claimed, claimed, claimed, claimed, List.of());
        when(lane.deliver(anyList(), any()))
                .thenReturn(Map.of("p-1.0", new Outcome.Away("timeout")))
                .thenReturn(Map.of("p-1.0", new Outcome.Away("timeout")))
                .thenReturn(SENT);
        when(lane.reachable()).thenReturn(true);

        loop.start();

        verify(due, timeout(20_000).times(2)).claim(lane, 1);
        verify(due, timeout(5_000).atLeast(2)).claim(lane, BATCH);
    }

    @Test
    void sendsNoMoreThanItsPlaceTakes() {
        long[] now = {0};
        Pace pace = new Pace(10, () -> now[0]);

        assertThat(pace.atMost(400)).isEqualTo(10);
        pace.took(12);
        assertThat(pace.atMost(400)).isZero();
        now[0] += Duration.ofMillis(500).toNanos();
        assertThat(pace.atMost(400)).isEqualTo(3);
        assertThat(pace.atMost(2)).isEqualTo(2);
        now[0] += Duration.ofHours(1).toNanos();
        assertThat(pace.atMost(400)).isEqualTo(10);
        assertThat(new Pace(0, () -> now[0]).atMost(400)).isEqualTo(400);
    }
}
