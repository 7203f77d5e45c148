package org.redress.analytics.statements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A statement as somebody kept it: it does not change any more, and nobody else finds it.
 *
 * @param id its number
 * @param keptBy id of the person who kept it
 * @param from first day
 * @param to last day
 * @param unit code of the unit it is over, with all below it; absent for all that the person may open
 * @param asOf the moment it was made for
 * @param came how many cases it says were registered
 * @param lines its lines; none where it is only listed
 */
@Document("statements")
@CompoundIndex(name = "kept", def = "{'keptBy': 1, 'asOf': -1}")
public record KeptStatement(
        @Id String id,
        String keptBy,
        LocalDate from,
        LocalDate to,
        @Nullable String unit,
        Instant asOf,
        int came,
        List<Statement.Line> lines) {

    /** One that is only listed is read without its lines. */
    public KeptStatement {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    /** True when the other is over the same days and unit, so that the two can be compared. */
    public boolean isOfTheSame(KeptStatement other) {
        return from.equals(other.from) && to.equals(other.to) && Objects.equals(unit, other.unit);
    }

    /** What it states. */
    public Statement statement() {
        return new Statement(from, to, asOf, lines);
    }
}
