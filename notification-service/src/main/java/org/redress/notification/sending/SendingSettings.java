package org.redress.notification.sending;

import java.time.Duration;
import org.redress.notification.notifications.Backoff;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a lane sends; all times are real.
 *
 * @param batch notifications claimed at once
 * @param lease how long a claim lasts; longer than the slowest batch, so that two instances never send one message twice
 * @param batchTime a batch starts no further message after this
 * @param poll wait between two looks for due messages
 * @param perSecond messages a second at most; 0 for as many as there are
 * @param retry waits between the tries of a message
 * @param longestOutage longest wait before what the lane leads to is tried again
 */
public record SendingSettings(
        @DefaultValue("400") int batch,
        @DefaultValue("5m") Duration lease,
        @DefaultValue("30s") Duration batchTime,
        @DefaultValue("300ms") Duration poll,
        @DefaultValue("0") int perSecond,
        @DefaultValue Retry retry,
        @DefaultValue("30s") Duration longestOutage) {

    /** Refuses a lease that could lapse while its batch is still being sent. */
    public SendingSettings {
        if (lease.compareTo(batchTime) <= 0) {
            throw new IllegalArgumentException("sending.lease must be longer than sending.batch-time");
        }
    }

    /**
     * Waits between the tries of a message.
     *
     * @param first wait after the first try; each further one is twice as long
     * @param longest longest wait
     * @param patience a message that was tried for longer than this, counted from its first try, is given up
     * @param jitter by how much of itself a wait is lengthened at random, at most; 0 for none
     */
    public record Retry(
            @DefaultValue("10s") Duration first,
            @DefaultValue("15m") Duration longest,
            @DefaultValue("5d") Duration patience,
            @DefaultValue("0") double jitter) {}

    Backoff backoff() {
        return new Backoff(retry.first(), retry.longest(), retry.patience(), retry.jitter());
    }
}
