package org.redress.notification.sending;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.notification.notifications.Notification;
import org.redress.notification.notifications.Outcome;
import org.redress.notification.observing.NotificationMetric;
import org.redress.notification.writing.Letters;
import org.redress.notification.writing.Mail;
import org.redress.notification.writing.Task;
import org.redress.notification.writing.Written;
import org.redress.platform.looping.Loop;
import org.redress.platform.time.RealTime;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Sends what is due, on a thread of its own: a mail server that hangs holds this loop alone, never a consumer. */
@Component
class SendingLoop {

    private final Outbox outbox;
    private final Letters letters;
    private final Courier courier;
    private final SendingSettings settings;
    private final Outage outage;
    private @Nullable Batch unsettled;

    SendingLoop(Outbox outbox, Letters letters, Courier courier, SendingSettings settings, MeterRegistry meters) {
        this.outbox = outbox;
        this.letters = letters;
        this.courier = courier;
        this.settings = settings;
        this.outage = new Outage(settings.longestOutage(), System::nanoTime);
        Gauge.builder(NotificationMetric.MAIL_SERVER_AWAY.metricName(), outage, it -> it.known() ? 1 : 0)
                .description("1 while the mail server cannot be reached")
                .register(meters);
    }

    @Bean
    Loop sending() {
        return Loop.of("sending", settings.poll(), this::sendSome);
    }

    /** What is due stays due where this fails, and what was sent is settled first next time. */
    private boolean sendSome() throws InterruptedException {
        settleAgain();
        return serverThere() && sendBatch() > 0;
    }

    private boolean serverThere() {
        if (outage.resting()) {
            return false;
        }
        if (outage.known()) {
            if (!courier.reachable()) {
                outage.found();
                return false;
            }
            outage.over();
        }
        return true;
    }

    private int sendBatch() throws InterruptedException {
        List<Notification> claimed = outbox.claim();
        if (claimed.isEmpty()) {
            return 0;
        }
        Batch batch = new Batch(claimed);
        unsettled = batch;
        Map<String, Outcome> sent =
                courier.deliver(parcels(claimed, batch), (one, became) -> batch.settle(one, became, outbox));
        sent.forEach(batch::note);
        if (batch.hasUntried()) {
            outage.found();
        }
        batch.settle(outbox);
        unsettled = null;
        return claimed.size();
    }

    /** Writes the mails that are due; what has none to be sent is settled with the batch. */
    private List<Parcel> parcels(List<Notification> claimed, Batch batch) {
        List<Task> tasks = claimed.stream()
                .flatMap(notification ->
                        notification.due(RealTime.now()).stream().map(entry -> new Task(notification, entry)))
                .toList();
        Map<String, Written> written = letters.write(tasks);
        Map<Notification, List<Mail>> mails = new LinkedHashMap<>();
        for (Task task : tasks) {
            switch (written.get(task.id())) {
                case Written.Ready ready ->
                    mails.computeIfAbsent(task.notification(), one -> new ArrayList<>())
                            .add(ready.mail());
                case Written.Not not -> batch.note(task.id(), not.outcome());
                case null -> {}
            }
        }
        return mails.entrySet().stream()
                .map(one -> new Parcel(one.getKey(), one.getValue()))
                .toList();
    }

    private void settleAgain() {
        Batch batch = unsettled;
        if (batch != null) {
            batch.settleAgain(outbox);
            unsettled = null;
        }
    }
}
