package org.redress.routing.configuration;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A YAML, JSON or CSV file as read, not yet understood.
 *
 * @param name file name, for complaints
 * @param text content
 */
public record ConfigurationFile(String name, String text) {

    /** Characters of the longest file: 20,000 posts and 5,000 units take about 5,000,000. */
    private static final int LONGEST = 16 * 1024 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** The file's top mapping; a file that is no YAML is told as one problem and reads as empty, without more. */
    public Entry top(Problems problems) {
        return yaml(text, problems);
    }

    /**
     * The rows of a table (RFC 4180) whose first line names its columns; an empty cell gives no value. A table that is
     * broken, or lacks a column, is told as that and reads as empty.
     *
     * @param required names of the columns it must have
     * @param optional names of those it may have
     * @param lists names of those whose cells hold several values, with spaces between them
     */
    public List<Entry> rows(Set<String> required, Set<String> optional, Set<String> lists, Problems problems) {
        return new TableReader(name, lists, problems).read(text, required, optional);
    }

    /** The YAML without one name of its top mapping and what belongs to it; as it is where it has no such name. */
    public String without(String key) {
        Node top = readable(text);
        return top instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode name
                                && name.getValue().equals(key))
                        .findFirst()
                        .map(tuple -> text.substring(0, index(tuple.getKeyNode().getStartMark()))
                                + text.substring(index(tuple.getValueNode().getEndMark())))
                        .orElse(text)
                : text;
    }

    /** Marks count characters, and a character may take two places in a string. */
    private int index(Mark mark) {
        return text.offsetByCodePoints(0, mark.getIndex());
    }

    /** The same of a file that has to be JSON. */
    public Entry json(Problems problems) {
        try {
            JSON.readTree(text);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            problems.add(new Problem(name, line, "", "is not JSON: " + e.getOriginalMessage()));
            return empty();
        }
        return yaml(asYaml(text), problems);
    }

    /** JSON is YAML too, but for the tabs it may have between its words and for a slash that is written with a backslash. */
    private static String asYaml(String json) {
        return json.replace('\t', ' ').replaceAll("(\\\\[^/])|\\\\(/)", "$1$2");
    }

    private Entry yaml(String yaml, Problems problems) {
        Lines lines = new Lines(yaml);
        try {
            return new Entry(name, "", lines.compose(), 1, problems);
        } catch (YAMLException e) {
            String what = e instanceof MarkedYAMLException marked ? marked.getProblem() : e.getMessage();
            problems.add(new Problem(name, lines.of(e), "", "is not YAML: " + what));
            return empty();
        }
    }

    /** Nobody hears what an empty mapping lacks. */
    private Entry empty() {
        return new Entry(name, "", new Lines("{}").compose(), 1, new Problems());
    }

    private static @Nullable Node readable(String yaml) {
        try {
            return new Lines(yaml).compose();
        } catch (YAMLException e) {
            return null;
        }
    }

    /** A YAML text, and where its reader stands in it: not every exception of the reader says so. */
    private static final class Lines {

        private final String yaml;
        private int line = 1;

        Lines(String yaml) {
            this.yaml = yaml;
        }

        @Nullable
        Node compose() {
            LoaderOptions options = new LoaderOptions();
            options.setMaxAliasesForCollections(0);
            options.setCodePointLimit(LONGEST);
            Parser parser = new ParserImpl(new StreamReader(yaml), options) {
                @Override
                public Event getEvent() {
                    Event event = super.getEvent();
                    line = event.getStartMark().getLine() + 1;
                    return event;
                }
            };
            return new Composer(parser, new Resolver(), options).getSingleNode();
        }

        int of(YAMLException e) {
            return switch (e) {
                case MarkedYAMLException marked
                when marked.getProblemMark() != null -> marked.getProblemMark().getLine() + 1;
                case ReaderException reader ->
                    1
                            + (int) yaml.codePoints()
                                    .limit(reader.getPosition())
                                    .filter(character -> character == '\n')
                                    .count();
                default -> line;
            };
        }
    }
}
