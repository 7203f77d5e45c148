package org.redress.routing.cases;

import java.util.Collection;
import java.util.Optional;
import org.redress.contracts.submissions.PetitionContact;
import org.redress.contracts.submissions.PetitionContent;
import org.redress.contracts.submissions.PetitionSubmitted;
import org.redress.routing.classification.Classification;
import org.redress.routing.organisation.Assigner;
import org.redress.routing.organisation.Edition;
import org.redress.routing.procedure.Purpose;

/** Opens a petition to find what it is about and who answers for it. */
final class Examination {

    private final SealedTexts texts;
    private final Pseudonyms pseudonyms;

    Examination(SealedTexts texts, Pseudonyms pseudonyms) {
        this.texts = texts;
        this.pseudonyms = pseudonyms;
    }

    /** Writes down what of these petitions is about to be opened. */
    void writeDown(Collection<PetitionSubmitted> petitions, Edition edition) {
        texts.registering(petitions, petition -> isForTheDesk(petition, edition));
    }

    private static boolean isForTheDesk(PetitionSubmitted submitted, Edition edition) {
        return Purpose.of(submitted.purpose()) == Purpose.REPORT
                || edition.assigner().isForDiscipline(submitted.unit());
    }

    /**
     * What is found in a petition. A report, and whatever is addressed to the discipline desk, goes to the desk alone: no
     * topic is looked for and no unit named.
     */
    Registration examine(PetitionSubmitted submitted, Edition edition) {
        Assigner assigner = edition.assigner();
        if (isForTheDesk(submitted, edition)) {
            Petition petition = Petition.of(submitted, Purpose.REPORT, token(submitted, edition));
            return new Registration(petition, null, assigner.toDiscipline(), edition.number());
        }
        PetitionContent content = texts.contentOf(submitted.head().aggregateId(), submitted.content());
        Classification classified = edition.classifier().classify(content.subject(), content.text());
        Petition petition = Petition.of(submitted, Purpose.of(submitted.purpose()), token(submitted, edition));
        return new Registration(petition, classified, assigner.assign(submitted.unit(), classified), edition.number());
    }

    private Optional<String> token(PetitionSubmitted submitted, Edition edition) {
        int year = edition.clockwork().dayOf(submitted.receivedAt()).getYear();
        Optional<PetitionContact> contact = texts.contactOf(submitted.head().aggregateId(), submitted.contact());
        return contact.flatMap(given -> pseudonyms.of(given, year));
    }
}
