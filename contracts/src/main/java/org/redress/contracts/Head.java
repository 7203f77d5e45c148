package org.redress.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What every event says of itself, written at the top level of its JSON.
 *
 * @param eventId unique id of the event, a UUID of version 7
 * @param aggregateId the aggregate whose document guards the sequence
 * @param petitionId the petition it concerns, which is also the record's key; absent where no single petition is meant
 * @param sequence place in the aggregate's history, from 1 and without gaps within an epoch
 * @param epoch 1, raised by one when the aggregate was restored from a backup
 * @param occurredAt business time of the fact
 */
public record Head(
        String eventId, String aggregateId, @Nullable String petitionId, long sequence, int epoch, Instant occurredAt) {

    /** The record key: the petition, or the aggregate where there is no petition. */
    public String key() {
        return petitionId == null ? aggregateId : petitionId;
    }
}
