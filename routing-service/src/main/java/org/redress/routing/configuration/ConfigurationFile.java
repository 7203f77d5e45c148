package org.redress.routing.configuration;

import java.io.StringReader;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
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
        Node top = compose(text);
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
        try {
            return new Entry(name, "", compose(yaml), 1, problems);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            problems.add(new Problem(name, line, "", "is not YAML: " + e.getProblem()));
            return empty();
        }
    }

    /** Nobody hears what an empty mapping lacks. */
    private Entry empty() {
        return new Entry(name, "", compose("{}"), 1, new Problems());
    }

    private static Node compose(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        return new Yaml(new SafeConstructor(options)).compose(new StringReader(yaml));
    }
}
