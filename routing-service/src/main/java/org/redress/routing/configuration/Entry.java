package org.redress.routing.configuration;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.platform.time.Moments;
import org.redress.platform.words.Characters;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping in a configuration file, which knows its place: what is missing or of the wrong form is told, not thrown. */
public final class Entry {

    private static final int LONGEST = 200;

    private final String file;
    private final int line;
    private final String path;
    private final Map<String, Node> values;
    private final Map<String, Node> keys = new HashMap<>();
    private final Problems problems;

    Entry(String file, String path, @Nullable Node node, int line, Problems problems) {
        this.file = file;
        this.path = path;
        this.line = line;
        this.problems = problems;
        this.values = node instanceof MappingNode mapping ? values(mapping) : Map.of();
        if (!(node instanceof MappingNode)) {
            complain("is not a list of names and values");
        }
    }

    private Map<String, Node> values(MappingNode mapping) {
        Map<String, Node> read = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            keys.put(key, tuple.getKeyNode());
            if (read.put(key, tuple.getValueNode()) != null) {
                complainAt(tuple.getKeyNode(), key, "is given twice");
            }
        }
        return read;
    }

    /** Says that something is wrong with the entry as a whole. */
    public void complain(String message) {
        problems.add(new Problem(file, line, path, message));
    }

    /** Says that something is wrong with one of its values. */
    public void complain(String key, String message) {
        complainAt(keys.get(key), key, message);
    }

    private void complainAt(@Nullable Node node, String key, String message) {
        problems.add(new Problem(file, node == null ? line : lineOf(node), pathOf(key), message));
    }

    /** Says of every name that is not one of these that it is not known. */
    public Entry only(String... keys) {
        Set<String> known = Set.of(keys);
        values.keySet().stream()
                .filter(key -> !known.contains(key))
                .toList()
                .forEach(key -> complain(
                        key,
                        "is not known here; known are "
                                + Stream.of(keys).sorted().collect(Collectors.joining(", "))));
        return this;
    }

    /** True when a value is given. */
    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** A text that must be given; empty when it is not. */
    public String text(String key) {
        Optional<String> given = optionalText(key);
        if (given.isEmpty() && !has(key)) {
            complain(key, "is missing");
        }
        return given.orElse("");
    }

    /** A text that may be given; empty when it is not, and with a complaint when it is blank or no text. */
    public Optional<String> optionalText(String key) {
        Node node = values.get(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar && !Characters.isInvisible(scalar.getValue())) {
            return Optional.of(clean(node, key, scalar.getValue().strip()));
        }
        complain(key, "is not a text");
        return Optional.empty();
    }

    /** The rules that words have at every other door too. */
    private String clean(Node node, String key, String text) {
        if (Characters.fault(text) != null || Characters.hasLines(text)) {
            complainAt(node, key, "holds control characters, or half of one");
        }
        if (Characters.count(text) > LONGEST) {
            complainAt(node, key, "is longer than " + LONGEST + " characters");
        }
        return text;
    }

    /** A whole number that must be given and lie within the range; the least when it is not. */
    public int number(String key, int least, int most) {
        String text = text(key);
        if (text.matches("\\d{1,6}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        if (!text.isEmpty()) {
            complain(key, "is not a whole number from " + least + " to " + most);
        }
        return least;
    }

    /** A day, ISO 8601, that must be given; the first of 1970 when it is not. */
    public LocalDate day(String key) {
        String text = text(key);
        try {
            LocalDate day = text.isEmpty() ? LocalDate.EPOCH : LocalDate.parse(text);
            if (Moments.YEARS.isValidIntValue(day.getYear())) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // Told below, as every other day that is none.
        }
        complain(key, "is not a day such as 2026-03-01");
        return LocalDate.EPOCH;
    }

    /** Yes or no; the default when it is not given. */
    public boolean flag(String key, boolean otherwise) {
        String text = optionalText(key).orElse(Boolean.toString(otherwise));
        if (!text.equals("true") && !text.equals("false")) {
            complain(key, "is neither true nor false");
        }
        return Boolean.parseBoolean(text);
    }

    /** A name out of an enumeration that must be given, written in lower case with hyphens; absent when it is not. */
    public <E extends Enum<E>> Optional<E> choice(String key, Class<E> choices) {
        return chosen(key, text(key), choices);
    }

    /** Names out of an enumeration; empty when none is given. */
    public <E extends Enum<E>> List<E> choices(String key, Class<E> choices) {
        return texts(key).stream()
                .flatMap(text -> chosen(key, text, choices).stream())
                .toList();
    }

    private <E extends Enum<E>> Optional<E> chosen(String key, String text, Class<E> choices) {
        Map<String, E> known = Arrays.stream(choices.getEnumConstants())
                .collect(Collectors.toMap(Names::of, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        if (!text.isEmpty() && !known.containsKey(text)) {
            complain(key, "knows no " + text + "; known are " + String.join(", ", known.keySet()));
        }
        return Optional.ofNullable(known.get(text));
    }

    /** A list of texts; empty when none is given. */
    public List<String> texts(String key) {
        return sequence(key).stream()
                .flatMap(node -> {
                    if (node instanceof ScalarNode scalar && !Characters.isInvisible(scalar.getValue())) {
                        return Stream.of(clean(node, key, scalar.getValue().strip()));
                    }
                    complainAt(node, key, "holds something that is not a text");
                    return Stream.empty();
                })
                .toList();
    }

    /** A list of entries; empty when none is given. */
    public List<Entry> entries(String key) {
        List<Node> nodes = sequence(key);
        return IntStream.range(0, nodes.size())
                .mapToObj(index -> new Entry(
                        file, pathOf(key) + "[" + index + "]", nodes.get(index), lineOf(nodes.get(index)), problems))
                .toList();
    }

    /** An entry that must be given; empty when it is not. */
    public Entry entry(String key) {
        Node node = values.get(key);
        return new Entry(file, pathOf(key), node, node == null ? line : lineOf(node), problems);
    }

    private List<Node> sequence(String key) {
        Node node = values.get(key);
        if (node != null && !(node instanceof SequenceNode)) {
            complain(key, "is not a list");
        }
        return switch (node) {
            case SequenceNode sequence -> sequence.getValue();
            // One value where a list is asked for is refused, but what it means is clear.
            case ScalarNode scalar -> List.of(scalar);
            case null, default -> List.of();
        };
    }

    private String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static int lineOf(Node node) {
        return node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
    }
}
