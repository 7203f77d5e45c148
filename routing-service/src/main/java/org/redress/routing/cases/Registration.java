package org.redress.routing.cases;

import org.jspecify.annotations.Nullable;
import org.redress.routing.classification.Classification;
import org.redress.routing.organisation.Assignment;

/**
 * What was found when a petition became a case.
 *
 * @param petition the petition as it came
 * @param classification its topic and why; absent for what is the discipline desk's
 * @param assignment who answers and why
 * @param edition number of the rulebook's version, by which the case is judged to its end
 */
public record Registration(
        Petition petition, @Nullable Classification classification, Assignment assignment, int edition) {

    /** Code of the topic; absent for what is the discipline desk's. */
    public @Nullable String topic() {
        return classification == null ? null : classification.topic();
    }
}
