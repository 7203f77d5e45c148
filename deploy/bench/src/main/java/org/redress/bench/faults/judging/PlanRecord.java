package org.redress.bench.faults.judging;

import java.util.List;

/**
 * A plan of messages as notification holds it.
 *
 * @param id id of the event it was made for
 * @param messages its messages
 */
public record PlanRecord(String id, List<Message> messages) {

    /**
     * One message.
     *
     * @param what its template, channel and recipient
     * @param channel what carries it
     * @param state where it stands
     * @param messageId id of its mail; blank before it was sent
     */
    public record Message(String what, String channel, String state, String messageId) {}
}
