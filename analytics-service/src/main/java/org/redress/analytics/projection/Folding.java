package org.redress.analytics.projection;

import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.cases.CaseEvent;

/**
 * What a projection makes of cases, in functions without any store: facts and an event give new facts, and facts count in
 * cells. A correction takes away exactly what the facts before it had added.
 *
 * @param <F> what is kept of one case
 */
public interface Folding<F> {

    /**
     * The facts after an event.
     *
     * @param before the facts so far; absent before the registration
     * @param lane partition the event was read from
     * @throws IllegalArgumentException when a case begins with anything but its registration
     */
    F apply(@Nullable F before, CaseEvent event, int lane);

    /** How often the case counts in each cell. */
    Map<Cell, Long> cells(F facts);

    /** The facts as the database keeps them, without an id. */
    Document write(F facts);

    /** The facts as they were written. */
    F read(Document document);

    /** Fields of the cells, each list of which is an index. */
    List<List<String>> indexes();

    /** Fields of what is kept of a case, each list of which is an index; none unless facts themselves are searched. */
    default List<List<String>> factIndexes() {
        return List.of();
    }
}
