package org.redress.contracts;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.node.ObjectNode;

/** Turns events into JSON bytes and back by their wire name; unknown fields are ignored, those of a newer version told apart. */
public final class EventCodec {

    private static final Map<String, Class<? extends Event>> TYPES = Arrays.stream(Topic.values())
            .flatMap(topic -> topic.events().stream())
            .collect(Collectors.toUnmodifiableMap(EventCodec::typeOf, Function.identity()));

    private static final Pattern WIRE_NAME = Pattern.compile("[a-z]+(-[a-z]+)*(\\.[a-z]+(-[a-z]+)*)*\\.v[0-9]+");

    private static final List<String> WHO_MAY_KNOW = List.of("scope", "restricted");

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
     * @throws NewerEventException when the name, or a constant in the event, is not known to this version
     * @throws UndecodableEventException when the bytes are not that event, or the name is none an event can have
     */
    public static Event decode(String type, byte[] bytes) {
        Class<? extends Event> known = TYPES.get(type);
        if (known == null) {
            throw WIRE_NAME.matcher(type).matches()
                    ? new NewerEventException("the event type " + type, null)
                    : new UndecodableEventException("no name of an event: " + type, null);
        }
        try {
            Event event = Json.MAPPER.readValue(bytes, known);
            if (event == null || event.head() == null || event.head().eventId() == null) {
                throw new UndecodableEventException("no head in " + type, null);
            }
            return event;
        } catch (JacksonException e) {
            if (isConstant(e)) {
                throw new NewerEventException("a constant in " + type, e);
            }
            // The parser's message may quote the payload: only its kind is told.
            throw new UndecodableEventException(
                    "not a " + type + ": " + e.getClass().getSimpleName(), e);
        }
    }

    /** A constant of an enum or the kind of a part that is one of several. */
    private static boolean isConstant(JacksonException e) {
        return e instanceof InvalidTypeIdException
                || (e instanceof InvalidFormatException format
                        && format.getValue() instanceof String
                        && format.getTargetType().isEnum());
    }

    /**
     * An event told again in a newer epoch, as when its aggregate was restored from a backup: the same fact under the
     * same id. What says who may know of it is taken from the newest of the history, so that nothing is shown to anybody
     * while the rest is still on its way.
     */
    public static byte[] retold(byte[] event, byte[] newest, int epoch) {
        ObjectNode told = (ObjectNode) Json.MAPPER.readTree(event);
        JsonNode last = Json.MAPPER.readTree(newest);
        told.put("epoch", epoch);
        WHO_MAY_KNOW.forEach(field -> last.optional(field).ifPresent(value -> told.set(field, value)));
        return Json.MAPPER.writeValueAsBytes(told);
    }

    /** The same event in another epoch. */
    public static Event inEpoch(Event event, int epoch) {
        byte[] bytes = encode(event);
        return decode(typeOf(event.getClass()), retold(bytes, bytes, epoch));
    }

    /** All wire names. */
    public static Map<String, Class<? extends Event>> types() {
        return TYPES;
    }
}
