package org.redress.routing.reorganisation;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.routing.configuration.Names;

/** What a record says, by the names of its components, in the words of the configuration files. */
final class Values {

    private Values() {}

    /** Its values; those of a record within it have names such as {@code limit.length}, what is absent has none. */
    static Map<String, String> of(@Nullable Record said) {
        Map<String, String> values = new LinkedHashMap<>();
        if (said != null) {
            for (RecordComponent component : said.getClass().getRecordComponents()) {
                put(values, component.getName(), value(said, component));
            }
        }
        return values;
    }

    private static void put(Map<String, String> values, String name, @Nullable Object value) {
        if (value instanceof Record within) {
            of(within).forEach((key, text) -> values.put(name + "." + key, text));
        } else if (value != null && !text(value).isEmpty()) {
            values.put(name, text(value));
        }
    }

    private static String text(Object value) {
        return switch (value) {
            case Set<?> set -> texts(set).sorted().collect(Collectors.joining(", "));
            case Collection<?> list -> texts(list).collect(Collectors.joining(", "));
            case Record record -> of(record).values().stream().collect(Collectors.joining(" "));
            case Enum<?> constant -> Names.of(constant);
            default -> value.toString();
        };
    }

    private static Stream<String> texts(Collection<?> values) {
        return values.stream().map(Values::text);
    }

    private static @Nullable Object value(Record said, RecordComponent component) {
        try {
            return component.getAccessor().invoke(said);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }
}
