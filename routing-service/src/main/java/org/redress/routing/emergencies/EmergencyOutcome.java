package org.redress.routing.emergencies;

import org.jspecify.annotations.Nullable;
import org.redress.contracts.submissions.PetitionContact;
import org.redress.contracts.submissions.PetitionContent;

/** What becomes of an emergency when somebody asks for it, confirms or opens it. */
public sealed interface EmergencyOutcome {

    /** It is asked for, or confirmed. */
    record Done(Emergency emergency) implements EmergencyOutcome {}

    /**
     * It is opened: one of both is there; neither where the petitioner left no contact.
     *
     * @param content what the petition says
     * @param contact how to reach the petitioner
     */
    record Opened(
            @Nullable PetitionContent content, @Nullable PetitionContact contact) implements EmergencyOutcome {}

    /** A rule is against it. */
    record Refused(EmergencyRule rule) implements EmergencyOutcome {}

    /** There is no such case for who asks and who confirms, or none at all. */
    record Unknown() implements EmergencyOutcome {}
}
