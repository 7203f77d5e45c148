package org.redress.local.command;

import java.util.Set;

/** One command. */
interface Command {

    /** Its name. */
    String name();

    /** What {@code --help} shows. */
    String help();

    /** Options it takes without a value. */
    default Set<String> switches() {
        return Set.of();
    }

    /** Options it takes with a value. */
    default Set<String> values() {
        return Set.of();
    }

    /** Carries it out and returns the exit code. */
    int run(Options options);
}
