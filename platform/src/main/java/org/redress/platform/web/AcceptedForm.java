package org.redress.platform.web;

import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Says in a reader's words what a field of a Java type accepts. */
final class AcceptedForm {

    private AcceptedForm() {}

    static @Nullable Message of(Class<?> type) {
        if (type.isEnum()) {
            return Message.of("accepted.one-of", constants(type));
        }
        String code = code(type);
        return code == null ? null : Message.of(code);
    }

    private static @Nullable String code(Class<?> type) {
        if (CharSequence.class.isAssignableFrom(type)) {
            return "accepted.text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "accepted.boolean";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "accepted.number";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "accepted.date";
        }
        return Collection.class.isAssignableFrom(type) ? "accepted.list" : object(type);
    }

    private static @Nullable String object(Class<?> type) {
        return type.isRecord() || JsonNode.class.isAssignableFrom(type) ? "accepted.object" : null;
    }

    private static String constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
    }
}
