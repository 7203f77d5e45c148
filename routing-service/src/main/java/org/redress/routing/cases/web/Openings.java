package org.redress.routing.cases.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.submissions.PetitionContact;
import org.redress.contracts.submissions.PetitionContent;
import org.redress.routing.cases.Unsealing;
import org.redress.routing.cases.Unsealing.Why;

/**
 * What one person, or service, opened of one kind and for one reason on one day: who reads a case ten times is one line.
 *
 * @param first the first of that day
 * @param last the last of that day
 * @param count how many there were
 */
record Openings(Unsealing first, Unsealing last, int count) {

    private record Same(
            LocalDate day,
            String officer,
            String post,
            String kind,
            Why why,
            @Nullable String purpose) {}

    /** Folds lines that are in order; the ledger itself keeps each. */
    static Collection<Openings> of(List<Unsealing> lines, Function<Instant, LocalDate> dayOf) {
        Map<Same, Openings> folded = new LinkedHashMap<>();
        for (Unsealing line : lines) {
            Same same = new Same(
                    dayOf.apply(line.at()), line.officer(), line.post(), kind(line), line.why(), line.purpose());
            folded.merge(
                    same,
                    new Openings(line, line, 1),
                    (some, one) -> new Openings(some.first(), line, some.count() + 1));
        }
        return folded.values();
    }

    /** Content, contact or text. */
    String kind() {
        return kind(first);
    }

    private static String kind(Unsealing line) {
        boolean whole = line.what().equals(PetitionContent.FIELD) || line.what().equals(PetitionContact.FIELD);
        return whole ? line.what() : "text";
    }
}
