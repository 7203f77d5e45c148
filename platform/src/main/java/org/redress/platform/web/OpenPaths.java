package org.redress.platform.web;

import java.util.List;

/**
 * The paths of a service that need no token; a token that is sent is checked all the same.
 *
 * @param patterns path patterns, such as {@code /api/petitions}
 */
public record OpenPaths(List<String> patterns) {

    /** With a copy of the patterns. */
    public OpenPaths {
        patterns = List.copyOf(patterns);
    }
}
