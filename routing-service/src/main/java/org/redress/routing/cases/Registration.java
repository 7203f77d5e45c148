package org.redress.routing.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Head;
import org.redress.contracts.cases.CaseRegistered;
import org.redress.routing.classification.Classification;
import org.redress.routing.clocks.Clocks;
import org.redress.routing.configuration.Names;
import org.redress.routing.organisation.Assignment;
import org.redress.routing.procedure.Purpose;

/**
 * What was found when a petition became a case.
 *
 * @param petition the petition as it came
 * @param classification its topic and why; absent for what is the discipline desk's
 * @param assignment who answers and why
 * @param edition number of the rulebook's version, by which the case is judged to its end
 * @param thanked ids of the officers whom the words of thanks may mean; absent where it is something else
 */
public record Registration(
        Petition petition,
        @Nullable Classification classification,
        Assignment assignment,
        int edition,
        @Nullable List<String> thanked) {

    /** Keeps its own copy. */
    public Registration {
        thanked = thanked == null ? null : List.copyOf(thanked);
    }

    /** What thanks nobody. */
    Registration(Petition petition, @Nullable Classification classification, Assignment assignment, int edition) {
        this(petition, classification, assignment, edition, null);
    }

    /** The same for another owner. */
    Registration assignedTo(Assignment other) {
        return new Registration(petition, classification, other, edition, thanked);
    }

    /** The same with the number of people a person confirmed. */
    Registration confirmed(int people) {
        return new Registration(petition.confirmed(people), classification, assignment, edition, thanked);
    }

    /** The same with another topic. */
    Registration about(Classification other) {
        return new Registration(petition, other, assignment, edition, thanked);
    }

    /** Code of the topic; absent for what is the discipline desk's. */
    public @Nullable String topic() {
        return classification == null ? null : classification.topic();
    }

    /** True where it thanks somebody and asks for nothing. */
    public boolean isThanks() {
        return petition.purpose() == Purpose.THANKS;
    }

    /** The fact that the petition became a case, told to these posts. */
    CaseRegistered event(Head head, List<String> alerts, Clocks clocks) {
        return new CaseRegistered(
                head,
                assignment.unit(),
                assignment.restricted(),
                petition.channel(),
                Names.of(petition.purpose()),
                topic(),
                assignment.unit(),
                assignment.owner(),
                edition,
                petition.petitioner(),
                petition.headCount(),
                petition.receivedAt(),
                petition.takenAt(),
                alerts,
                clocks.all());
    }
}
