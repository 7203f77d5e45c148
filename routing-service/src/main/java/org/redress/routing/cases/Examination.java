package org.redress.routing.cases;

import java.util.Collection;
import java.util.Optional;
import org.redress.contracts.submissions.PetitionContact;
import org.redress.contracts.submissions.PetitionContent;
import org.redress.contracts.submissions.PetitionSubmitted;
import org.redress.routing.classification.Classification;
import org.redress.routing.organisation.Accusations;
import org.redress.routing.organisation.Assigner;
import org.redress.routing.organisation.Assignment;
import org.redress.routing.organisation.Edition;
import org.redress.routing.organisation.Guard;
import org.redress.routing.procedure.Purpose;

/** Opens a petition to find what it is about and who answers for it. */
final class Examination {

    private final SealedTexts texts;
    private final Pseudonyms pseudonyms;

    Examination(SealedTexts texts, Pseudonyms pseudonyms) {
        this.texts = texts;
        this.pseudonyms = pseudonyms;
    }

    /**
     * What was found.
     *
     * @param registration what the case is registered with
     * @param guard whom it is kept from
     */
    record Found(Registration registration, Guard guard) {}

    /** Writes down what of these petitions is about to be opened. */
    void writeDown(Collection<PetitionSubmitted> petitions) {
        texts.registering(petitions);
    }

    private static boolean isForTheDesk(PetitionSubmitted submitted, Edition edition) {
        return Purpose.of(submitted.purpose()) == Purpose.REPORT
                || edition.assigner().isForDiscipline(submitted.unit());
    }

    /**
     * What is found in a petition. A report, and whatever is addressed to the discipline desk, goes to the desk alone: no
     * topic is looked for and no unit named. What is about somebody goes one level above them.
     */
    Found examine(PetitionSubmitted submitted, Edition edition) {
        Assigner assigner = edition.assigner();
        Accusations accusations = new Accusations(edition.organisation());
        PetitionContent content = texts.contentOf(submitted.head().aggregateId(), submitted.content());
        if (isForTheDesk(submitted, edition)) {
            Guard guard = accusations.ofReport(content);
            Petition petition = Petition.of(submitted, Purpose.REPORT, token(submitted, edition));
            Assignment assignment = assigner.over(assigner.toDiscipline(), guard);
            return new Found(new Registration(petition, null, assignment, edition.number()), guard);
        }
        Classification classified = edition.classifier().classify(content.subject(), content.text());
        Petition petition = Petition.of(submitted, Purpose.of(submitted.purpose()), token(submitted, edition));
        Guard guard = accusations.of(content);
        Assignment assignment =
                guard.secret() ? assigner.guarded(guard) : assigner.assign(submitted.unit(), classified);
        return new Found(new Registration(petition, classified, assignment, edition.number()), guard);
    }

    private Optional<String> token(PetitionSubmitted submitted, Edition edition) {
        int year = edition.clockwork().dayOf(submitted.receivedAt()).getYear();
        Optional<PetitionContact> contact = texts.contactOf(submitted.head().aggregateId(), submitted.contact());
        return contact.flatMap(given -> pseudonyms.of(given, year));
    }
}
