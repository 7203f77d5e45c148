package org.redress.routing.cases.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.submissions.PetitionContent;
import org.redress.platform.description.NamesOf;
import org.redress.platform.web.FieldProblem;
import org.redress.platform.web.InvalidRequestException;
import org.redress.routing.cases.InitialAssignment;
import org.redress.routing.cases.Rosters;
import org.redress.routing.classification.Classification;
import org.redress.routing.classification.LearnedTopics;
import org.redress.routing.organisation.Assignment;
import org.redress.routing.organisation.Editions;
import org.redress.routing.organisation.Gap;
import org.redress.routing.organisation.GapView;
import org.redress.routing.organisation.LoadedRulebook;
import org.redress.routing.organisation.Organisation;
import org.redress.routing.procedure.Purpose;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tries the organisation in effect on a petition that nobody handed in, and shows where it has gaps. */
@RestController
@RequestMapping("/api/assignments")
@PreAuthorize("hasAnyRole('supervisor', 'admin')")
class AssignmentController {

    private final Editions editions;
    private final Rosters rosters;
    private final LearnedTopics learned;
    private final InstantSource clock;

    AssignmentController(Editions editions, Rosters rosters, LearnedTopics learned, InstantSource clock) {
        this.editions = editions;
        this.rosters = rosters;
        this.learned = learned;
        this.clock = clock;
    }

    /**
     * A petition as it might be handed in.
     *
     * @param purpose suggestion, report, appeal or thanks; an appeal where it is left out
     * @param unit code of the unit it names; the root where it is left out
     * @param subject heading
     * @param text what it says
     * @param about whom it is about; may be left out
     */
    record Hypothetical(
            @NamesOf(Purpose.class) @Nullable @Size(max = 100)
            String purpose,

            @Nullable @Size(max = 100) String unit,
            @NotBlank @Size(max = 200) String subject,
            @NotBlank @Size(max = 20_000) String text,
            @Nullable @Size(max = 20) List<@Valid Accused> about) {

        /**
         * Whom it is about.
         *
         * @param kind unit, officer or text
         * @param value code of the unit, id of the officer, or words
         */
        record Accused(
                @NotBlank @Pattern(regexp = "unit|officer|text")
                String kind,

                @NotBlank @Size(max = 500) String value) {

            private boolean isKnown(Organisation organisation) {
                return switch (kind) {
                    case "unit" -> organisation.has(value);
                    case "officer" -> !organisation.postsOf(value).isEmpty();
                    default -> true;
                };
            }
        }

        /** Whatever it names must be there. */
        private void require(Organisation organisation) {
            List<FieldProblem> wrong = new ArrayList<>();
            if (unit != null && !organisation.has(unit)) {
                wrong.add(new FieldProblem("unit", "case.wrong.no-such-unit", null));
            }
            for (int i = 0; about != null && i < about.size(); i++) {
                if (!about.get(i).isKnown(organisation)) {
                    String problem = "case.wrong.no-such-" + about.get(i).kind();
                    wrong.add(new FieldProblem("about[" + i + "].value", problem, null));
                }
            }
            if (!wrong.isEmpty()) {
                throw new InvalidRequestException(wrong);
            }
        }

        private PetitionContent content() {
            List<PetitionContent.About> said = about == null
                    ? List.of()
                    : about.stream()
                            .map(each -> new PetitionContent.About(each.kind(), each.value()))
                            .toList();
            return new PetitionContent(subject, text, null, said);
        }
    }

    /**
     * Whose case it would be.
     *
     * @param topic code of the topic; absent for what is the discipline desk's
     * @param topicReason which terms spoke for it
     * @param unit code of the unit
     * @param owner post that would answer
     * @param ownerReason why that post
     * @param restricted true when only that office and those above it would know of it
     * @param screening true when a person would have to find out first whom it is about
     * @param edition number of the organisation's version
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record PreviewAnswer(
            @Nullable String topic,
            @Nullable String topicReason,
            String unit,
            String owner,
            String ownerReason,
            boolean restricted,
            boolean screening,
            int edition) {}

    @PostMapping("/preview")
    @Operation(summary = "Say whose case a petition would be, and why; nothing is kept and nobody is told")
    PreviewAnswer preview(@Valid @RequestBody Hypothetical petition, Locale locale) {
        Purpose purpose =
                petition.purpose() == null ? Purpose.APPEAL : Choices.of(Purpose.class, "purpose", petition.purpose());
        LoadedRulebook edition = editions.active();
        petition.require(edition.organisation());
        InitialAssignment found = InitialAssignment.of(
                purpose,
                petition.unit(),
                petition.content(),
                null,
                learned,
                edition,
                rosters.of(edition, clock.instant()));
        Classification classified = found.classification();
        Assignment assignment = found.assignment();
        return new PreviewAnswer(
                classified == null ? null : classified.topic(),
                classified == null ? null : classified.reason(locale),
                assignment.unit(),
                assignment.owner(),
                assignment.reason().text(locale),
                assignment.restricted(),
                found.guard().unclear(),
                edition.number());
    }

    @GetMapping("/gaps")
    @Operation(summary = "Show where the responsibility net would leave petitions waiting today")
    List<GapView> gaps() {
        LoadedRulebook edition = editions.active();
        return Gap.of(edition.rulebook(), edition.clockwork().dayOf(clock.instant())).stream()
                .map(GapView::of)
                .toList();
    }
}
