package org.redress.notification.sending;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Set;
import org.redress.notification.notifications.Entry;
import org.redress.notification.notifications.Notification;
import org.redress.notification.observing.NotificationMetric;
import org.springframework.stereotype.Component;

/** Counts messages that ended, by how. */
@Component
class EndedCounter {

    private final MeterRegistry meters;

    EndedCounter(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(Notification notification, Set<String> settled) {
        for (Entry entry : notification.entries()) {
            if (!entry.open() && settled.contains(notification.entryId(entry.number()))) {
                Counter.builder(NotificationMetric.ENDED.metricName())
                        .description("Messages that ended, by how")
                        .tag("template", entry.template().key())
                        .tag("channel", entry.channel())
                        .tag("state", entry.state().name().toLowerCase(Locale.ROOT))
                        .register(meters)
                        .increment();
            }
        }
    }
}
