package org.redress.routing.organisation;

import java.util.List;

/**
 * The discipline desk 纪检机构, which takes reports against people and stands outside the line of every unit (Reg. 30).
 *
 * @param code its unit code
 * @param name its name
 * @param line its own posts, from the one that takes reports upwards; at least one
 */
public record Discipline(String code, String name, List<String> line) {

    /** Keeps its own copy. */
    public Discipline {
        line = List.copyOf(line);
    }
}
