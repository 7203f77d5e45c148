package org.redress.routing.configuration;

import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong before anything is refused. */
public final class Problems {

    private final List<Problem> found = new ArrayList<>();

    /** Adds one. */
    public void add(Problem problem) {
        found.add(problem);
    }

    /** All found so far, in the order found. */
    public List<Problem> all() {
        return List.copyOf(found);
    }

    /** True while nothing is wrong. */
    public boolean none() {
        return found.isEmpty();
    }

    /**
     * Refuses the configuration when anything is wrong.
     *
     * @throws InvalidConfigurationException with all problems
     */
    public void refuseAny() {
        if (!found.isEmpty()) {
            throw new InvalidConfigurationException(found);
        }
    }
}
