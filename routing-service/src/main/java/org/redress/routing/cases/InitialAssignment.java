package org.redress.routing.cases;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.submissions.PetitionContent;
import org.redress.routing.classification.Classification;
import org.redress.routing.classification.LearnedTopics;
import org.redress.routing.organisation.Accusations;
import org.redress.routing.organisation.Assigner;
import org.redress.routing.organisation.Assignment;
import org.redress.routing.organisation.Exclusion;
import org.redress.routing.organisation.LoadedRulebook;
import org.redress.routing.organisation.Roster;
import org.redress.routing.procedure.Purpose;

/**
 * Whose case a petition would be, and why.
 *
 * @param classification its topic; absent for what is the discipline desk's
 * @param assignment who would answer, and why
 * @param guard whom it would be kept from
 * @param thanked ids of the officers whom the words of thanks may mean; absent where it is something else
 */
public record InitialAssignment(
        @Nullable Classification classification,
        Assignment assignment,
        Exclusion guard,
        @Nullable List<String> thanked) {

    /** Of what thanks nobody. */
    private InitialAssignment(@Nullable Classification classification, Assignment assignment, Exclusion guard) {
        this(classification, assignment, guard, null);
    }

    /**
     * The rule by which each petition becomes a case: a report, and whatever is addressed to the discipline desk, goes to
     * the desk alone and no topic is looked for; thanks go to the petition office, unless their words mean it; what is about somebody goes one level above them; the rest to whom the
     * responsibility net names, of equals to whoever has the fewest open cases.
     *
     * @param addressed code of the unit it names; absent means the root
     * @param recorder post of who recorded it and may have chosen its topic; absent where nobody did
     * @param learned what was learned of topics
     */
    public static InitialAssignment of(
            Purpose purpose,
            @Nullable String addressed,
            PetitionContent content,
            @Nullable String recorder,
            LearnedTopics learned,
            LoadedRulebook edition,
            Roster roster) {
        Assigner assigner = edition.assigner();
        Accusations accusations = edition.accusations();
        if (purpose == Purpose.REPORT || assigner.isForDiscipline(addressed)) {
            Exclusion guard = accusations.ofReport(content, addressed);
            return new InitialAssignment(null, assigner.over(assigner.toDiscipline(), guard), guard);
        }
        Classification classified = chosen(content.topic(), recorder, edition)
                .orElseGet(() -> learned.classify(edition.classifier(), content.subject(), content.text()));
        if (purpose == Purpose.THANKS) {
            String place = content.place();
            List<String> words = List.of(content.subject(), content.text(), place == null ? "" : place);
            List<String> thanked = List.copyOf(accusations.meant(words, addressed));
            return new InitialAssignment(
                    classified, assigner.toFileThanks(addressed, thanked), Exclusion.NONE, thanked);
        }
        Exclusion guard = accusations.of(content, addressed);
        Assignment assignment = Optional.of(guard)
                .filter(Exclusion::secret)
                .map(assigner::guarded)
                .orElseGet(() -> assigner.assign(addressed, classified, guard, roster));
        return new InitialAssignment(classified, assignment, guard);
    }

    /** A topic that is in the tree no more was chosen by nobody. */
    private static Optional<Classification> chosen(
            @Nullable String topic, @Nullable String recorder, LoadedRulebook edition) {
        return topic == null || edition.rulebook().topics().find(topic).isEmpty()
                ? Optional.empty()
                : Optional.of(Classification.chosen(topic, recorder == null ? "adapter" : recorder));
    }
}
