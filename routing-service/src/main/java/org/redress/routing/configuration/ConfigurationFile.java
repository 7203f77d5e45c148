package org.redress.routing.configuration;

import java.io.StringReader;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A YAML file as read, not yet understood.
 *
 * @param name file name, for complaints
 * @param text content
 */
public record ConfigurationFile(String name, String text) {

    /** The file's top mapping; a file that is no YAML is told as one problem and reads as empty, without more. */
    public Entry top(Problems problems) {
        try {
            return new Entry(name, "", compose(text), 1, problems);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            problems.add(new Problem(name, line, "", "is not YAML: " + e.getProblem()));
            return new Entry(name, "", compose("{}"), 1, new Problems());
        }
    }

    private static Node compose(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        return new Yaml(new SafeConstructor(options)).compose(new StringReader(yaml));
    }
}
