package org.redress.tools.verifying;

import org.redress.contracts.Event;
import org.redress.contracts.alerts.AlertEvent;
import org.redress.contracts.cases.CaseAccepted;
import org.redress.contracts.cases.CaseAnswered;
import org.redress.contracts.cases.CaseClosed;
import org.redress.contracts.cases.CaseDeclined;
import org.redress.contracts.cases.CaseEvent;
import org.redress.contracts.cases.CaseRegistered;
import org.redress.contracts.cases.CaseRequestRefused;
import org.redress.contracts.cases.CaseStepTaken;
import org.redress.contracts.cases.CaseSupplemented;
import org.redress.contracts.cases.CaseWithdrawn;
import org.redress.contracts.cases.RungReached;
import org.redress.contracts.deliveries.DeliveryEvent;
import org.redress.contracts.groups.GroupEvent;
import org.redress.contracts.organisation.OrganisationEvent;
import org.redress.contracts.submissions.PetitionReviewRequested;
import org.redress.contracts.submissions.PetitionSubmitted;
import org.redress.contracts.submissions.PetitionSupplemented;
import org.redress.contracts.submissions.PetitionWithdrawn;
import org.redress.contracts.submissions.SubmissionEvent;

/** Which events somebody must be told of. */
public final class Alerts {

    private Alerts() {}

    /** Whether the event demands an alert, of which notification must hold a plan. */
    public static boolean demandedBy(Event event) {
        return switch (event) {
            case SubmissionEvent submission -> demandedBy(submission);
            case CaseEvent happened -> demandedBy(happened);
            case AlertEvent alert -> !alert.alerts().isEmpty();
            case GroupEvent group -> false;
            case DeliveryEvent delivery -> false;
            case OrganisationEvent organisation -> false;
            default -> throw new IllegalStateException(event.getClass() + " is on no topic");
        };
    }

    /** What becomes of a request, its case tells. */
    private static boolean demandedBy(SubmissionEvent event) {
        return switch (event) {
            case PetitionSubmitted submitted -> true;
            case PetitionSupplemented supplemented -> false;
            case PetitionWithdrawn withdrawn -> false;
            case PetitionReviewRequested review -> false;
        };
    }

    private static boolean demandedBy(CaseEvent event) {
        return switch (event) {
            case CaseRegistered registered -> !registered.alerts().isEmpty();
            case RungReached reached -> !reached.recipients().isEmpty();
            case CaseAccepted accepted -> true;
            case CaseDeclined declined -> true;
            case CaseAnswered answered -> true;
            case CaseClosed closed -> false;
            case CaseSupplemented supplemented -> !supplemented.alerts().isEmpty();
            case CaseWithdrawn withdrawn -> true;
            case CaseRequestRefused refused -> true;
            case CaseStepTaken step -> step.toldPetitioner() || !step.alerts().isEmpty();
        };
    }
}
