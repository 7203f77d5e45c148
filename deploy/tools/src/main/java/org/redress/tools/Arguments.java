package org.redress.tools;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Command-line arguments: operands, {@code --option VALUE} (or {@code --option=VALUE}) and {@code --switch}. */
public final class Arguments {

    private final List<String> operands = new ArrayList<>();
    private final Map<String, List<String>> options = new HashMap<>();
    private final Set<String> switches = new HashSet<>();

    private Arguments() {}

    /**
     * Reads arguments.
     *
     * @throws UsageException for an option that is not known or lacks its value
     */
    public static Arguments read(List<String> arguments, Set<String> options, Set<String> switches) {
        Arguments read = new Arguments();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (!argument.startsWith("--")) {
                read.operands.add(argument);
            } else if (switches.contains(argument)) {
                read.switches.add(argument);
            } else if (!options.contains(name)) {
                throw new UsageException("Unknown option " + name + ".");
            } else if (equals >= 0) {
                read.add(name, argument.substring(equals + 1));
            } else if (i + 1 == arguments.size()) {
                throw new UsageException(name + " needs a value.");
            } else {
                read.add(name, arguments.get(++i));
            }
        }
        return read;
    }

    private void add(String name, String value) {
        options.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }

    /** The arguments that are no options. */
    public List<String> operands() {
        return List.copyOf(operands);
    }

    /** An option's value, the last where it was given more than once; absent when it was not given. */
    public @Nullable String option(String name) {
        List<String> given = all(name);
        return given.isEmpty() ? null : given.getLast();
    }

    /** An option's value, or what to take instead. */
    public String option(String name, String otherwise) {
        String given = option(name);
        return given == null ? otherwise : given;
    }

    /** All values of an option that may be given more than once, in order. */
    public List<String> all(String name) {
        return options.getOrDefault(name, List.of());
    }

    /** True when none of the options was given. */
    public boolean isWithout(String... names) {
        return Set.of(names).stream().noneMatch(options::containsKey);
    }

    /** Whether a switch was given. */
    public boolean has(String name) {
        return switches.contains(name);
    }

    /**
     * An option's value as a number of at least 1.
     *
     * @throws UsageException when it is no such number
     */
    public int number(String name, int otherwise) {
        String value = option(name);
        if (value == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, together with numbers that are too small.
        }
        throw new UsageException(name + " needs a whole number from 1, not '" + value + "'.");
    }
}
