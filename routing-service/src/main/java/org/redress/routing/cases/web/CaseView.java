package org.redress.routing.cases.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.cases.Clock;
import org.redress.contracts.cases.Rung;
import org.redress.contracts.submissions.PetitionOrigin;
import org.redress.platform.description.NamesOf;
import org.redress.routing.cases.PetitionCase;
import org.redress.routing.cases.Registration;
import org.redress.routing.clocks.Clocks;
import org.redress.routing.configuration.Names;
import org.redress.routing.procedure.CaseState;
import org.redress.routing.procedure.Promise;
import org.redress.routing.procedure.Purpose;
import org.redress.routing.procedure.ReviewLevel;
import org.redress.routing.procedure.Step;
import org.redress.routing.procedure.Way;

/**
 * A case without anything that is sealed.
 *
 * @param petitionId its id
 * @param heading what it is about in a line 事由, which was never sealed
 * @param headingProposed true while no officer wrote that: it is made of topic, unit and head-count
 * @param state where it stands, as in the table of the procedure
 * @param purpose suggestion, report, appeal or thanks
 * @param channel channel of the petition
 * @param topic code of the topic; absent for a report
 * @param topicReason which terms spoke for it; absent where its words open to others alone
 * @param unit code of the unit
 * @param owner post that answers
 * @param ownerReason why that post
 * @param answerable post that had it first and answers for it too until another unit decides on acceptance; absent otherwise
 * @param way ordinary, simplified or own-duty
 * @param instance first, review or re-review
 * @param promises what its opinion promises; empty when nothing
 * @param mergedInto petition it was joined to; absent when it was not, or when the reader may not see that one
 * @param restricted true when only the office that holds it may know of it
 * @param limited true where its words open to named officers alone 限定阅看
 * @param receivedAt when the organisation received it
 * @param externalId the number that an adapter has for it; absent without one
 * @param origin the body outside that sent it, with days of its own that are no limits of the law; absent when none did
 * @param occurredOn day of the matter, as claimed; absent when not said
 * @param headCount people behind it, from 1
 * @param headCountClaimed true while nobody confirmed the head-count
 * @param nextDueAt when its next rung fires; absent once it ended
 * @param openSteps steps that are possible now
 * @param version raised by every change; also the ETag
 * @param clocks its clocks
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record CaseView(
        String petitionId,
        String heading,
        boolean headingProposed,
        @NamesOf(CaseState.class) String state,
        @NamesOf(Purpose.class) String purpose,
        String channel,
        @Nullable String topic,
        @Nullable String topicReason,
        String unit,
        String owner,
        String ownerReason,
        @Nullable String answerable,
        @NamesOf(Way.class) String way,
        @NamesOf(ReviewLevel.class) String instance,
        List<Promise> promises,
        @Nullable String mergedInto,
        boolean restricted,
        boolean limited,
        Instant receivedAt,
        @Nullable String externalId,
        @Nullable PetitionOrigin origin,
        @Nullable LocalDate occurredOn,
        int headCount,
        boolean headCountClaimed,
        @Nullable Instant nextDueAt,
        @NamesOf(Step.class) List<String> openSteps,
        long version,
        List<ClockView> clocks) {

    /**
     * A clock of the case.
     *
     * @param kind its kind
     * @param startedOn day of its start, not counted
     * @param dueOn last day in time
     * @param state running, met, late or stopped
     * @param explanation how the due day was counted
     * @param rungs its ladder
     */
    record ClockView(
            String kind,
            LocalDate startedOn,
            LocalDate dueOn,
            @NamesOf(Clock.State.class) String state,
            String explanation,
            List<RungView> rungs) {

        private static ClockView of(Clock clock, Locale locale) {
            return new ClockView(
                    clock.kind(),
                    clock.startedOn(),
                    clock.dueOn(),
                    Names.of(clock.state()),
                    clock.explanation().text(locale),
                    clock.rungs().stream().map(RungView::of).toList());
        }
    }

    /**
     * A rung of a clock.
     *
     * @param rung its name
     * @param level levels above the owner's unit
     * @param dueAt when it fires
     * @param firedAt when it fired; absent while it did not
     * @param passedBeforeImport true when it had passed before the petition came
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record RungView(
            String rung, int level, Instant dueAt, @Nullable Instant firedAt, boolean passedBeforeImport) {

        private static RungView of(Rung rung) {
            return new RungView(rung.name(), rung.level(), rung.dueAt(), rung.firedAt(), rung.passedBeforeImport());
        }
    }

    /**
     * The case in a reader's language.
     *
     * @param heading what it is called in a line
     * @param words true for who may be told words of it
     * @param visible other cases the reader may see: it points at no others
     */
    static CaseView of(
            PetitionCase petitionCase,
            String heading,
            boolean words,
            Set<String> visible,
            List<Step> openSteps,
            Locale locale) {
        Registration found = petitionCase.registration();
        return new CaseView(
                petitionCase.id(),
                heading,
                petitionCase.heading() == null,
                Names.of(petitionCase.state()),
                Names.of(found.petition().purpose()),
                found.petition().channel(),
                found.topic(),
                found.classification() == null || !words
                        ? null
                        : found.classification().reason(locale),
                found.assignment().unit(),
                found.assignment().owner(),
                found.assignment().reason().text(locale),
                petitionCase.answerable() == null
                        ? null
                        : petitionCase.answerable().owner(),
                Names.of(petitionCase.way()),
                Names.of(petitionCase.instance()),
                petitionCase.promises(),
                petitionCase.mergedInto() == null || !visible.contains(petitionCase.mergedInto())
                        ? null
                        : petitionCase.mergedInto(),
                petitionCase.restricted(),
                petitionCase.isLimited(),
                found.petition().receivedAt(),
                found.petition().externalId(),
                found.petition().origin(),
                found.petition().occurredOn(),
                found.petition().headCount(),
                found.petition().claimed(),
                petitionCase.clocks().nextDueAt().orElse(null),
                openSteps.stream().map(Names::of).toList(),
                petitionCase.version(),
                clocks(petitionCase.clocks(), locale));
    }

    private static List<ClockView> clocks(Clocks clocks, Locale locale) {
        return clocks.all().stream().map(clock -> ClockView.of(clock, locale)).toList();
    }
}
