package org.redress.tools;

import java.io.PrintStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a tool gets from the shell.
 *
 * @param environment environment variables
 * @param out results; the last line is JSON
 * @param err progress and complaints
 */
public record Terminal(Map<String, String> environment, PrintStream out, PrintStream err) {

    /** The value of a variable; absent when it is not set or blank. */
    public @Nullable String variable(String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** The value of a variable, or what to take instead. */
    public String variable(String name, String otherwise) {
        String value = variable(name);
        return value == null ? otherwise : value;
    }

    /**
     * The value of a variable the tool cannot do without.
     *
     * @throws UsageException when it is not set
     */
    public String required(String name) {
        String value = variable(name);
        if (value == null) {
            throw new UsageException("The environment variable " + name + " is not set.");
        }
        return value;
    }
}
