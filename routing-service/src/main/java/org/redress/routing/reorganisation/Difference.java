package org.redress.routing.reorganisation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How one entry of the organisation differs between two versions.
 *
 * @param id what names it, such as the code of a unit
 * @param kind what became of it
 * @param fields what of it differs; all it has where it was added or removed
 */
public record Difference(String id, Kind kind, List<Field> fields) {

    /** What can become of an entry. */
    public enum Kind {
        /** It is new. */
        ADDED,
        /** It is gone. */
        REMOVED,
        /** It is another. */
        CHANGED
    }

    /**
     * A value that differs.
     *
     * @param name its name
     * @param before the value before; absent where there was none
     * @param after the value after; absent where there is none
     */
    public record Field(
            String name, @Nullable String before, @Nullable String after) {}

    /** Keeps its own copy. */
    public Difference {
        fields = List.copyOf(fields);
    }

    /** All between entries by their ids, in order of the ids. */
    static List<Difference> between(Map<String, ? extends Record> before, Map<String, ? extends Record> after) {
        TreeSet<String> ids = new TreeSet<>(before.keySet());
        ids.addAll(after.keySet());
        return ids.stream()
                .flatMap(id -> between(id, before.get(id), after.get(id)))
                .toList();
    }

    private static Stream<Difference> between(String id, @Nullable Record before, @Nullable Record after) {
        // Two that are equal are not read: a set has no order.
        if (Objects.equals(before, after)) {
            return Stream.empty();
        }
        Kind kind = before == null ? Kind.ADDED : after == null ? Kind.REMOVED : Kind.CHANGED;
        List<Field> fields = fields(Values.of(before), Values.of(after));
        return fields.isEmpty() ? Stream.empty() : Stream.of(new Difference(id, kind, fields));
    }

    private static List<Field> fields(Map<String, String> before, Map<String, String> after) {
        Map<String, Field> fields = new TreeMap<>();
        Stream.concat(before.keySet().stream(), after.keySet().stream())
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .forEach(name -> fields.put(name, new Field(name, before.get(name), after.get(name))));
        return List.copyOf(fields.values());
    }
}
