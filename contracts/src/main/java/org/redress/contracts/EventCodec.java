package org.redress.contracts;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/** Turns events into JSON bytes and back by their wire name; unknown fields are ignored, unknown names refused. */
public final class EventCodec {

    private static final Map<String, Class<? extends Event>> TYPES = Arrays.stream(Topic.values())
            .flatMap(topic -> topic.events().stream())
            .collect(Collectors.toUnmodifiableMap(EventCodec::typeOf, Function.identity()));

    private EventCodec() {}

    /** The wire name of an event type. */
    public static String typeOf(Class<? extends Event> type) {
        WireType wireType = type.getAnnotation(WireType.class);
        if (wireType == null) {
            throw new IllegalArgumentException(type + " has no wire type");
        }
        return wireType.value();
    }

    /** The JSON bytes of an event, UTF-8. */
    public static byte[] encode(Event event) {
        return Json.MAPPER.writeValueAsBytes(event);
    }

    /**
     * Reads an event.
     *
     * @throws UndecodableEventException when the name is not known or the bytes are not that event
     */
    public static Event decode(String type, byte[] bytes) {
        Class<? extends Event> known = TYPES.get(type);
        if (known == null) {
            throw new UndecodableEventException("unknown event type " + type, null);
        }
        try {
            Event event = Json.MAPPER.readValue(bytes, known);
            if (event == null || event.head() == null || event.head().eventId() == null) {
                throw new UndecodableEventException("no head in " + type, null);
            }
            return event;
        } catch (JacksonException e) {
            // The parser's message may quote the payload: only its kind is told.
            throw new UndecodableEventException(
                    "not a " + type + ": " + e.getClass().getSimpleName(), e);
        }
    }

    /** All wire names. */
    public static Map<String, Class<? extends Event>> types() {
        return TYPES;
    }
}
