package org.redress.tools.importing;

import java.util.List;

/** What became of a row. */
sealed interface Outcome {

    /** Intake took it now. */
    record Accepted() implements Outcome {}

    /** Intake had taken the same petition before. */
    record Repeated() implements Outcome {}

    /**
     * It was refused and nothing is stored.
     *
     * @param complaints why
     */
    record Rejected(List<Complaint> complaints) implements Outcome {}

    /**
     * One reason.
     *
     * @param field field of the petition; blank when it is the whole row
     * @param reason what is wrong with it
     */
    record Complaint(String field, String reason) {}
}
