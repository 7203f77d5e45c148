package org.redress.notification.sending;

import java.time.Duration;
import org.redress.notification.notifications.Backoff;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mails are sent; all times are real.
 *
 * @param connections connections to the mail server at once
 * @param batch notifications claimed at once
 * @param lease how long a claim lasts; longer than the slowest batch, so that two instances never send one mail twice
 * @param batchTime a batch starts no further mail after this
 * @param poll wait between two looks for due messages
 * @param retry waits between the tries of a message
 * @param longestOutage longest wait before an absent mail server is tried again
 */
@ConfigurationProperties("redress.notification.sending")
public record SendingSettings(
        @DefaultValue("4") int connections,
        @DefaultValue("400") int batch,
        @DefaultValue("5m") Duration lease,
        @DefaultValue("30s") Duration batchTime,
        @DefaultValue("300ms") Duration poll,
        @DefaultValue Retry retry,
        @DefaultValue("30s") Duration longestOutage) {

    /** Refuses a lease that could lapse while its batch is still being sent. */
    public SendingSettings {
        if (lease.compareTo(batchTime) <= 0) {
            throw new IllegalArgumentException("redress.notification.sending.lease must be longer than batch-time");
        }
    }

    /**
     * Waits between the tries of a message.
     *
     * @param first after the first try
     * @param longest at most
     * @param patience a message that was tried for longer than this, counted from its first try, is given up
     */
    public record Retry(
            @DefaultValue("10s") Duration first,
            @DefaultValue("15m") Duration longest,
            @DefaultValue("5d") Duration patience) {}

    Backoff backoff() {
        return new Backoff(retry.first(), retry.longest(), retry.patience());
    }
}
