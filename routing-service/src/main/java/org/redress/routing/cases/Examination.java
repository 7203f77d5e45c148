package org.redress.routing.cases;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.submissions.PetitionContact;
import org.redress.contracts.submissions.PetitionContent;
import org.redress.contracts.submissions.PetitionSubmitted;
import org.redress.routing.classification.LearnedTopics;
import org.redress.routing.organisation.Exclusion;
import org.redress.routing.organisation.LoadedRulebook;
import org.redress.routing.organisation.Roster;
import org.redress.routing.procedure.Purpose;

/** Opens what a petitioner writes to find what it is about, whom it may mean and who answers for it. */
final class Examination {

    private final SealedTexts texts;
    private final Pseudonyms pseudonyms;
    private final LearnedTopics learned;

    Examination(SealedTexts texts, Pseudonyms pseudonyms, LearnedTopics learned) {
        this.texts = texts;
        this.pseudonyms = pseudonyms;
        this.learned = learned;
    }

    /**
     * What was found.
     *
     * @param registration what the case is registered with
     * @param guard whom it is kept from
     */
    record Found(Registration registration, Exclusion guard) {}

    /** Writes down what of these petitions is about to be opened. */
    void writeDown(Collection<PetitionSubmitted> petitions) {
        texts.registering(petitions);
    }

    /** What is found in a petition; what is the discipline desk's counts as a report, whatever it asks for. */
    Found examine(PetitionSubmitted submitted, LoadedRulebook edition, Roster roster) {
        PetitionContent content = texts.contentOf(submitted.head().aggregateId(), submitted.content());
        PetitionContent all = withNumber(content, submitted.externalId());
        InitialAssignment found =
                InitialAssignment.of(Purpose.of(submitted.purpose()), submitted.unit(), all, learned, edition, roster);
        Purpose purpose = found.classification() == null ? Purpose.REPORT : Purpose.of(submitted.purpose());
        Petition petition = Petition.of(submitted, purpose, token(submitted, edition));
        return new Found(
                new Registration(petition, found.classification(), found.assignment(), edition.number()),
                found.guard());
    }

    /** The number that an adapter gives is shown to whoever has the case: what it says is looked at like all other words. */
    private static PetitionContent withNumber(PetitionContent content, @Nullable String number) {
        if (number == null) {
            return content;
        }
        String place = content.place() == null ? number : content.place() + "\n" + number;
        return new PetitionContent(content.subject(), content.text(), place, content.about());
    }

    /**
     * Whom words that the petitioner adds may mean in the organisation of today; that they are opened is written down first.
     *
     * @param text the words; absent where there are none
     */
    Examined examine(PetitionCase petitionCase, @Nullable CaseText text, LoadedRulebook today) {
        return text == null
                ? Examined.NOTHING
                : new Examined(
                        text,
                        today.accusations()
                                .meant(
                                        List.of(texts.examine(petitionCase.id(), text)),
                                        petitionCase.registration().petition().addressed()));
    }

    private Optional<String> token(PetitionSubmitted submitted, LoadedRulebook edition) {
        int year = edition.clockwork().dayOf(submitted.receivedAt()).getYear();
        Optional<PetitionContact> contact = texts.contactOf(submitted.head().aggregateId(), submitted.contact());
        return contact.flatMap(given -> pseudonyms.of(given, year));
    }
}
