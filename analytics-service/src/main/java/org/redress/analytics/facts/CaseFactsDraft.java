package org.redress.analytics.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.cases.CaseRegistered;
import org.redress.contracts.cases.CaseStepTaken;
import org.redress.contracts.cases.Clock;
import org.redress.contracts.cases.Explanation.Addition;

/** Facts of a case while an event is worked into them; no two threads ever see one. */
final class CaseFactsDraft {

    /** Steps by which an office takes a case on or further, after which it is no longer just registered. */
    private static final Set<String> TAKING_ON =
            Set.of("accept", "decline", "lead", "transfer", "assign", "decide-unit", "merge", "answer", "give-opinion");

    private static final Set<String> UNDECIDED = Set.of("registered", "transferred", "objected", "disputed");
    private static final Set<String> ENDS =
            Set.of("declined", "led-elsewhere", "final", "resolved", "closed", "withdrawn", "merged", "returned");

    final String petitionId;
    final String channel;
    final String purpose;
    final @Nullable String petitioner;
    final LocalDate receivedOn;
    final LocalDate registeredOn;
    String scope;
    boolean restricted;
    String owner;
    String unit;

    @Nullable
    String topic;

    int headCount;
    String state;

    @Nullable
    LocalDate firstStepOn;

    @Nullable
    LocalDate acceptedOn;

    @Nullable
    LocalDate acceptanceDueOn;

    @Nullable
    LocalDate deemedOn;

    @Nullable
    LocalDate contactedOn;

    @Nullable
    LocalDate answeredOn;

    @Nullable
    LocalDate endedOn;

    boolean promised;

    @Nullable
    LocalDate promiseKeptOn;

    @Nullable
    String opinion;

    @Nullable
    String review;

    @Nullable
    String reReview;

    int handOvers;
    int supervisions;
    int extendedDays;
    List<ClockFact> clocks;
    List<CaseFacts.Place> places;
    final boolean altered;

    /** Of a case that is registered. */
    CaseFactsDraft(CaseRegistered event, LocalDate receivedOn, LocalDate registeredOn) {
        this.petitionId = event.head().key();
        this.channel = event.channel();
        this.purpose = event.purpose();
        this.petitioner = event.petitioner();
        this.receivedOn = receivedOn;
        this.registeredOn = registeredOn;
        this.scope = event.scope();
        this.restricted = event.restricted();
        this.owner = event.owner();
        this.unit = event.unit();
        this.topic = event.topic();
        this.headCount = event.headCount();
        this.state = "registered";
        this.clocks = List.of();
        this.places = List.of(new CaseFacts.Place(registeredOn, event.unit()));
        this.altered = false;
        clocks(event.clocks(), registeredOn);
    }

    /** Of a case that goes on. */
    CaseFactsDraft(CaseFacts facts) {
        this.petitionId = facts.petitionId();
        this.channel = facts.channel();
        this.purpose = facts.purpose();
        this.petitioner = facts.petitioner();
        this.receivedOn = facts.receivedOn();
        this.registeredOn = facts.registeredOn();
        this.scope = facts.scope();
        this.restricted = facts.restricted();
        this.owner = facts.owner();
        this.unit = facts.unit();
        this.topic = facts.topic();
        this.headCount = facts.headCount();
        this.state = facts.state();
        this.firstStepOn = facts.firstStepOn();
        this.acceptedOn = facts.acceptedOn();
        this.acceptanceDueOn = facts.acceptanceDueOn();
        this.deemedOn = facts.deemedOn();
        this.contactedOn = facts.contactedOn();
        this.answeredOn = facts.answeredOn();
        this.endedOn = facts.endedOn();
        this.promised = facts.promised();
        this.promiseKeptOn = facts.promiseKeptOn();
        this.opinion = facts.opinion();
        this.review = facts.review();
        this.reReview = facts.reReview();
        this.handOvers = facts.handOvers();
        this.supervisions = facts.supervisions();
        this.extendedDays = facts.extendedDays();
        this.clocks = facts.clocks();
        this.places = facts.places();
        this.altered = facts.altered();
    }

    CaseFacts facts() {
        return new CaseFacts(
                petitionId,
                scope,
                restricted,
                owner,
                unit,
                topic,
                channel,
                purpose,
                headCount,
                petitioner,
                receivedOn,
                registeredOn,
                state,
                firstStepOn,
                acceptedOn,
                acceptanceDueOn,
                deemedOn,
                contactedOn,
                answeredOn,
                endedOn,
                promised,
                promiseKeptOn,
                opinion,
                review,
                reReview,
                handOvers,
                supervisions,
                extendedDays,
                clocks,
                places,
                altered);
    }

    /** Somebody accepted it. Where it counted as accepted already, it may stand anywhere, and stays there. */
    void accepted(LocalDate day, List<Clock> told) {
        List<ClockFact> before = clocks;
        clocks(told, day);
        firstStep("accept", day);
        acceptedOn = acceptedOn == null ? day : acceptedOn;
        acceptanceDueOn = clocks.stream()
                .filter(clock -> clock.state() == Clock.State.MET || clock.state() == Clock.State.LATE)
                .filter(clock -> before.stream()
                        .anyMatch(old -> old.kind().equals(clock.kind())
                                && old.number() == clock.number()
                                && old.state() == Clock.State.RUNNING))
                .map(ClockFact::dueOn)
                .min(LocalDate::compareTo)
                .orElse(acceptanceDueOn);
        state(UNDECIDED.contains(state) ? "accepted" : state, day);
    }

    void deemed(LocalDate on, LocalDate day, List<Clock> told) {
        clocks(told, day);
        deemedOn = on;
        state("accepted", day);
    }

    void answered(LocalDate day, List<Clock> told) {
        clocks(told, day);
        firstStep("answer", day);
        answeredOn = answeredOn == null ? day : answeredOn;
        state("answered", day);
    }

    void ended(String end, LocalDate day, List<Clock> told) {
        clocks(told, day);
        state(end, day);
    }

    /** A step that has no event of its own. */
    void stepped(CaseStepTaken step, LocalDate day) {
        clocks(step.clocks(), day);
        String before = state;
        owner = step.owner();
        topic = step.topic();
        if (!unit.equals(step.unit())) {
            unit = step.unit();
            List<CaseFacts.Place> more = new ArrayList<>(places);
            more.add(new CaseFacts.Place(day, unit));
            places = List.copyOf(more);
        }
        Integer confirmed = step.headCount();
        headCount = confirmed == null ? headCount : confirmed;
        firstStep(step.step(), day);
        count(step, before, day);
        state(step.state(), day);
    }

    private void count(CaseStepTaken step, String before, LocalDate day) {
        switch (step.step()) {
            case "transfer", "assign" -> handOvers++;
            case "supervise" -> supervisions++;
            case "extend" -> extendedDays = added(step.clocks());
            case "note-contact" -> contactedOn = contactedOn == null ? day : contactedOn;
            case "give-opinion" -> opined(step.outcome(), before, day);
            default -> {}
        }
        promised |= step.state().equals("executing");
        if (step.state().equals("resolved") && promiseKeptOn == null) {
            promiseKeptOn = day;
        }
    }

    private void opined(@Nullable String outcome, String before, LocalDate day) {
        switch (before) {
            case "under-review" -> review = outcome;
            case "under-re-review" -> reReview = outcome;
            default -> {
                opinion = outcome;
                answeredOn = answeredOn == null ? day : answeredOn;
            }
        }
    }

    private static int added(List<Clock> told) {
        return told.stream()
                .flatMap(clock -> clock.explanation().added().stream())
                .filter(addition -> addition.reason() == Addition.Reason.EXTENSION)
                .mapToInt(Addition::days)
                .sum();
    }

    private void firstStep(String step, LocalDate day) {
        if (firstStepOn == null && TAKING_ON.contains(step)) {
            firstStepOn = day;
        }
    }

    void taken(String step, LocalDate day) {
        firstStep(step, day);
    }

    /** What goes on again has not ended. */
    private void state(String next, LocalDate day) {
        if (!ENDS.contains(next)) {
            endedOn = null;
        } else if (endedOn == null || !next.equals(state)) {
            endedOn = day;
        }
        state = next;
    }

    private void clocks(List<Clock> told, LocalDate day) {
        List<ClockFact> before = clocks;
        clocks = told.stream()
                .filter(clock -> !clock.isWindow())
                .map(clock -> before.stream()
                        .filter(old -> old.is(clock))
                        .findFirst()
                        .map(old -> old.next(clock, day))
                        .orElseGet(() -> ClockFact.of(clock, day)))
                .toList();
    }
}
