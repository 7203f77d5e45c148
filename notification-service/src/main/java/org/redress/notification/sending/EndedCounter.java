package org.redress.notification.sending;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Set;
import org.redress.notification.notifications.ChannelKind;
import org.redress.notification.notifications.Entry;
import org.redress.notification.notifications.Notification;
import org.redress.notification.notifications.Template;
import org.redress.notification.observing.NotificationMetric;
import org.springframework.stereotype.Component;

/** Counts messages that ended, by how. */
@Component
class EndedCounter {

    private final MeterRegistry meters;

    EndedCounter(MeterRegistry meters) {
        this.meters = meters;
        // A count that is there from the start shows its first failure as a rise.
        for (ChannelKind channel : ChannelKind.values()) {
            for (Template template : Template.values()) {
                counter(template, channel.key(), Entry.State.FAILED);
            }
        }
    }

    void count(Notification notification, Set<String> settled) {
        for (Entry entry : notification.entries()) {
            if (!entry.open() && settled.contains(notification.entryId(entry.number()))) {
                counter(entry.template(), entry.channel(), entry.state()).increment();
            }
        }
    }

    private Counter counter(Template template, String channel, Entry.State state) {
        return Counter.builder(NotificationMetric.ENDED.metricName())
                .description("Messages that ended, by how")
                .tag("template", template.key())
                .tag("channel", channel)
                .tag("state", state.name().toLowerCase(Locale.ROOT))
                .register(meters);
    }
}
