package org.redress.platform.consuming;

import org.redress.contracts.Event;

/**
 * An event that is the next of its aggregate, to be applied.
 *
 * @param event the event
 * @param source whose stream it belongs to
 * @param before where the consumer stood; the write that applies it is guarded by this
 * @param after where it stands then
 * @param partition partition of the record
 * @param offset its offset there
 * @param snapshot true for the first event of a new epoch, which replaces the state built so far
 * @param traced true where a trace tells of it
 */
public record Received<E extends Event>(
        E event,
        Source source,
        Position before,
        Position after,
        int partition,
        long offset,
        boolean snapshot,
        boolean traced) {}
