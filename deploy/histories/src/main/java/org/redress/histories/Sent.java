package org.redress.histories;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Header;
import org.redress.contracts.Event;
import org.redress.contracts.EventCodec;
import org.redress.contracts.Head;
import org.redress.platform.messaging.EventHeaders;

/**
 * An event as a record of a partition.
 *
 * @param petition short name of its petition
 * @param partition the partition
 * @param event the event
 */
public record Sent(String petition, int partition, Event event) {

    /** The headers as they are on the wire. */
    Map<String, byte[]> headers() {
        Head head = event.head();
        Iterable<Header> headers = EventHeaders.write(
                head.eventId(), head.aggregateId(), EventCodec.typeOf(event.getClass()), head.sequence(), head.epoch());
        return StreamSupport.stream(headers.spliterator(), false).collect(Collectors.toMap(Header::key, Header::value));
    }

    /** Petition, epoch and sequence, such as {@code p0:1.3}. */
    @Override
    public String toString() {
        return petition + ":" + event.head().epoch() + "." + event.head().sequence();
    }
}
