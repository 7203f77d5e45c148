package org.redress.routing.configuration;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration that cannot take effect; the message lists every problem on a line of its own. */
public final class InvalidConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** With everything that is wrong. */
    public InvalidConfigurationException(List<Problem> problems) {
        super(problems.stream()
                .map(Problem::toString)
                .collect(Collectors.joining("\n  ", "The configuration is refused:\n  ", "")));
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong. */
    public List<Problem> problems() {
        return problems;
    }
}
