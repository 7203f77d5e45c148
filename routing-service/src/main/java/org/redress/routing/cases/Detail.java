package org.redress.routing.cases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.routing.configuration.Names;

/**
 * What a step was about, as codes with their kind: units, posts, days and words that have a name in both languages. A page
 * says them without knowing the step.
 *
 * @param parts the codes, in order
 */
public record Detail(List<Part> parts) {

    /** Nothing to add. */
    static final Detail NONE = new Detail(List.of());

    /** Keeps its own copy. */
    public Detail {
        parts = List.copyOf(parts);
    }

    /**
     * A code.
     *
     * @param kind what it is of: {@code unit}, {@code post}, {@code day}, or the kind of a word
     * @param code the code
     */
    public record Part(String kind, String code) {}

    static Detail of(String kind, Object value) {
        return NONE.and(kind, value);
    }

    /** A post, unless that is who acts: a line of the history names them anyway. */
    static Detail ofOther(String post, Turn turn) {
        return post.equals(turn.by().post()) ? NONE : of("post", post);
    }

    /** The same and a code; the same where there is none. */
    Detail and(String kind, @Nullable Object value) {
        return value == null ? this : and(kind, List.of(value));
    }

    /** The same and several codes of a kind. */
    Detail and(String kind, Collection<?> values) {
        List<Part> more = new ArrayList<>(parts);
        values.forEach(value ->
                more.add(new Part(kind, value instanceof Enum<?> named ? Names.of(named) : value.toString())));
        return new Detail(more);
    }

    @Nullable
    String written() {
        return parts.isEmpty()
                ? null
                : String.join(
                        " ",
                        parts.stream()
                                .map(part -> part.kind() + ":" + part.code())
                                .toList());
    }

    /** Reads one; what has no kind is left out. */
    public static Detail read(String written) {
        return new Detail(Stream.of(written.split(" ", -1))
                .filter(part -> part.indexOf(':') > 0)
                .map(part -> new Part(part.substring(0, part.indexOf(':')), part.substring(part.indexOf(':') + 1)))
                .toList());
    }
}
