package org.redress.local.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What follows a command.
 *
 * @param words what is no option, in order
 * @param switches options without a value
 * @param values options with their value
 */
record Options(List<String> words, Set<String> switches, Map<String, String> values) {

    Options {
        words = List.copyOf(words);
        switches = Set.copyOf(switches);
        values = Map.copyOf(values);
    }

    /** Reads {@code --switch}, {@code --option value} and {@code --option=value}. */
    static Options parse(String command, List<String> arguments, Set<String> knownSwitches, Set<String> knownValues) {
        List<String> words = new ArrayList<>();
        Set<String> switches = new HashSet<>();
        Map<String, String> values = new HashMap<>();
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String argument = rest.next();
            String name = argument.split("=", 2)[0];
            if (!argument.startsWith("--")) {
                words.add(argument);
            } else if (knownSwitches.contains(argument)) {
                switches.add(argument);
            } else if (knownValues.contains(name)) {
                values.put(name, argument.equals(name) ? next(name, rest) : argument.substring(name.length() + 1));
            } else {
                throw unknown(command, argument, knownSwitches, knownValues);
            }
        }
        return new Options(words, switches, values);
    }

    boolean has(String name) {
        return switches.contains(name);
    }

    private static String next(String name, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new UsageError(name + " needs a value.");
        }
        return rest.next();
    }

    private static UsageError unknown(String command, String argument, Set<String> switches, Set<String> values) {
        Set<String> known = new TreeSet<>(switches);
        values.forEach(name -> known.add(name + " VALUE"));
        String accepted = known.isEmpty() ? "no options" : String.join(", ", known);
        return new UsageError("%s does not know %s: it accepts %s.".formatted(command, argument, accepted));
    }
}
