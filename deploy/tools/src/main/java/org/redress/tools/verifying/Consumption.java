package org.redress.tools.verifying;

import java.util.List;

/**
 * Who consumes whose history, by which stream.
 *
 * @param producer holder of the history
 * @param stream the stream it goes by
 * @param consumer holder of the position
 */
record Consumption(Holder producer, Stream stream, Holder consumer) {

    /** All that are verified. */
    static final List<Consumption> ALL = List.of(
            new Consumption(Holder.INTAKE, Stream.SUBMISSIONS, Holder.ROUTING),
            new Consumption(Holder.INTAKE, Stream.SUBMISSIONS, Holder.NOTIFICATION),
            new Consumption(Holder.ROUTING, Stream.CASES, Holder.INTAKE),
            new Consumption(Holder.ROUTING, Stream.CASES, Holder.NOTIFICATION),
            new Consumption(Holder.ROUTING, Stream.CASES, Holder.ANALYTICS));
}
