package org.redress.notification.sending;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.notification.notifications.Notification;
import org.redress.notification.notifications.Outcome;
import org.redress.notification.observing.NotificationMetric;
import org.redress.platform.looping.Loop;
import org.redress.platform.time.RealTime;

/**
 * Sends what is due in one lane, on a thread of its own: what hangs there holds this loop alone.
 *
 * @param <M> what the lane sends
 */
class SendingLoop<M> {

    static final String PREFIX = "sending-";

    private final Lane<M> lane;
    private final DueNotifications due;
    private final Outage outage;
    private final Pace pace;
    private final MeterRegistry meters;
    private @Nullable Batch unsettled;

    SendingLoop(Lane<M> lane, DueNotifications due, MeterRegistry meters) {
        this.lane = lane;
        this.due = due;
        this.meters = meters;
        this.outage = new Outage(lane.settings().longestOutage(), System::nanoTime);
        this.pace = new Pace(lane.settings().perSecond(), System::nanoTime);
        Gauge.builder(NotificationMetric.CHANNEL_AWAY.metricName(), outage, it -> it.known() ? 1 : 0)
                .description("1 while what a channel leads to cannot be reached")
                .tag("lane", lane.name())
                .register(meters);
    }

    Loop loop() {
        return Loop.of(PREFIX + lane.name(), lane.settings().poll(), this::sendSome);
    }

    /** What is due stays due where this fails, and what was sent is settled first next time. */
    private boolean sendSome() throws InterruptedException {
        settleAgain();
        if (outage.resting()) {
            return false;
        }
        if (outage.known() && !lane.reachable()) {
            outage.found();
            return false;
        }
        // After an outage one goes ahead, to see.
        int most = outage.known() ? 1 : lane.settings().batch();
        return sendBatch(pace.atMost(most)) > 0;
    }

    private int sendBatch(int most) throws InterruptedException {
        if (most == 0) {
            return 0;
        }
        List<Notification> claimed = due.claim(lane, most);
        if (claimed.isEmpty()) {
            outage.over();
            return 0;
        }
        Batch batch = new Batch(lane, claimed);
        unsettled = batch;
        List<Parcel<M>> parcels = parcels(claimed, batch);
        pace.took(parcels.stream().mapToInt(parcel -> parcel.messages().size()).sum());
        Map<String, Outcome> sent = lane.deliver(parcels, (one, became) -> batch.settle(one, became, due));
        sent.forEach(batch::note);
        sent.values().forEach(this::count);
        if (batch.foundAway()) {
            outage.found();
        } else {
            outage.over();
        }
        batch.settle(due);
        unsettled = null;
        return claimed.size();
    }

    private void count(Outcome outcome) {
        Counter.builder(NotificationMetric.TRIED.metricName())
                .description("Tries, by what became of them")
                .tag("lane", lane.name())
                .tag("outcome", outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT))
                .register(meters)
                .increment();
    }

    /** Writes the messages that are due; what has none to be sent is settled with the batch. */
    private List<Parcel<M>> parcels(List<Notification> claimed, Batch batch) {
        List<Task> tasks = claimed.stream()
                .flatMap(notification -> notification.due(lane.name(), RealTime.now()).stream()
                        .map(entry -> new Task(notification, entry)))
                .toList();
        Map<String, Written<M>> written = lane.write(tasks);
        Map<Notification, Map<String, M>> messages = new LinkedHashMap<>();
        for (Task task : tasks) {
            switch (written.get(task.id())) {
                case Written.Ready<M> ready ->
                    messages.computeIfAbsent(task.notification(), one -> new LinkedHashMap<>())
                            .put(task.id(), ready.message());
                case Written.Not<M> not -> batch.note(task.id(), not.outcome());
                case null -> {}
            }
        }
        return messages.entrySet().stream()
                .map(one -> new Parcel<>(one.getKey(), one.getValue()))
                .toList();
    }

    private void settleAgain() {
        Batch batch = unsettled;
        if (batch != null) {
            batch.settleAgain(due);
            unsettled = null;
        }
    }
}
