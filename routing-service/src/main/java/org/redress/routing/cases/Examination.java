package org.redress.routing.cases;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.submissions.PetitionContact;
import org.redress.contracts.submissions.PetitionContent;
import org.redress.contracts.submissions.PetitionOrigin;
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
     * @param mentioned ids of officers whom its words name and, as who recorded it says, only mention
     */
    record Found(Registration registration, Exclusion guard, List<String> mentioned) {}

    /** Writes down what of these petitions is about to be opened. */
    void writeDown(Collection<PetitionSubmitted> petitions) {
        texts.registering(petitions);
    }

    /** What is found in a petition; what is the discipline desk's counts as a report, whatever it asks for. */
    Found examine(PetitionSubmitted submitted, LoadedRulebook edition, Roster roster) {
        PetitionContent content = texts.contentOf(submitted.head().aggregateId(), submitted.content());
        PetitionContent all = withNumbers(content, submitted, onlyMentioned(content, submitted, edition));
        InitialAssignment found = InitialAssignment.of(
                Purpose.of(submitted.purpose()),
                submitted.unit(),
                all,
                recorder(submitted, edition),
                learned,
                edition,
                roster);
        Purpose purpose = found.classification() == null ? Purpose.REPORT : Purpose.of(submitted.purpose());
        Petition petition = Petition.of(submitted, purpose, token(submitted, edition));
        return new Found(
                new Registration(
                        petition, found.classification(), found.assignment(), edition.number(), found.thanked()),
                found.guard(),
                purpose == Purpose.REPORT ? List.of() : named(all, submitted, edition));
    }

    private static List<String> named(PetitionContent all, PetitionSubmitted submitted, LoadedRulebook edition) {
        return all.mentioned().isEmpty()
                ? List.of()
                : edition.accusations().named(all, submitted.unit()).stream()
                        .filter(all.mentioned()::contains)
                        .toList();
    }

    /** Who recorded it may not say it of everybody. */
    private static List<String> onlyMentioned(
            PetitionContent content, PetitionSubmitted submitted, LoadedRulebook edition) {
        String officer = submitted.recordedBy();
        return officer == null
                ? List.of()
                : content.mentioned().stream()
                        .filter(each -> edition.accusations().maySayOnlyMentioned(officer, each))
                        .toList();
    }

    /** Numbers, bodies outside and claims are shown to whoever has the case: what they say is looked at like all other words. */
    private static PetitionContent withNumbers(
            PetitionContent content, PetitionSubmitted submitted, List<String> mentioned) {
        PetitionOrigin origin = submitted.origin();
        Stream<@Nullable String> words = Stream.of(
                content.place(),
                submitted.externalId(),
                origin == null ? null : origin.body(),
                origin == null ? null : origin.number());
        String all = Stream.concat(words, content.claims().stream())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        return new PetitionContent(
                content.subject(),
                content.text(),
                all.isEmpty() ? null : all,
                content.about(),
                content.topic(),
                List.of(),
                mentioned);
    }

    /** The post of who recorded it at the desk, or their id where they have none any more; absent where nobody did. */
    private static @Nullable String recorder(PetitionSubmitted submitted, LoadedRulebook edition) {
        String officer = submitted.recordedBy();
        return officer == null
                ? null
                : edition.organisation().postsOf(officer).stream().findFirst().orElse(officer);
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
