package org.redress.routing.organisation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.platform.organisation.Chart;
import org.redress.platform.organisation.Name;

/**
 * The discipline desk 纪检机构, which takes reports against people and stands outside the line of every unit (Reg. 30).
 *
 * @param code its unit code
 * @param name its name
 * @param english its English name; absent where it has none
 * @param line its own posts, from the one that takes reports upwards; at least one
 */
public record Discipline(String code, String name, @Nullable String english, List<String> line) implements Chart.Desk {

    @Override
    public Name called() {
        return new Name(name, english);
    }

    /** Keeps its own copy. */
    public Discipline {
        line = List.copyOf(line);
    }
}
