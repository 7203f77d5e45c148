package org.redress.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * What a consumer needs of an event before it opens it; all five are required on every record.
 *
 * @param eventId id of the event
 * @param aggregateId aggregate whose history it belongs to
 * @param type wire name
 * @param sequence place in the history
 * @param epoch epoch of the history
 */
public record EventHeaders(String eventId, String aggregateId, String type, long sequence, int epoch) {

    private static final String TRACEPARENT = "traceparent";

    /** The headers as text in UTF-8. */
    public static List<Header> write(String eventId, String aggregateId, String type, long sequence, int epoch) {
        return List.of(
                header("eventId", eventId),
                header("aggregateId", aggregateId),
                header("type", type),
                header("sequence", Long.toString(sequence)),
                header("epoch", Integer.toString(epoch)));
    }

    /** Reads them from a message's headers; empty when one is missing or no number. */
    public static Optional<EventHeaders> read(Map<String, ?> headers) {
        String eventId = text(headers.get("eventId"));
        String aggregateId = text(headers.get("aggregateId"));
        String type = text(headers.get("type"));
        String sequence = text(headers.get("sequence"));
        String epoch = text(headers.get("epoch"));
        if (eventId == null || aggregateId == null || type == null || sequence == null || epoch == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new EventHeaders(eventId, aggregateId, type, Long.parseLong(sequence), Integer.parseInt(epoch)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** An event's headers with the trace that its consumers go on from. */
    public static List<Header> traced(List<Header> headers, String traceparent) {
        return Stream.concat(headers.stream(), Stream.of(header(TRACEPARENT, traceparent)))
                .toList();
    }

    /** The trace that the publisher was in, as W3C Trace Context; empty where it told none. */
    public static Optional<String> traceparent(Map<String, ?> headers) {
        return Optional.ofNullable(text(headers.get(TRACEPARENT)));
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
            case String text -> text;
            case null, default -> null;
        };
    }
}
