package org.redress.routing.cases;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.cases.Clock;
import org.redress.contracts.cases.Explanation;
import org.redress.routing.cases.HistoryEntry.What;
import org.redress.routing.clocks.Beginning;
import org.redress.routing.clocks.Clocks;
import org.redress.routing.configuration.Names;
import org.redress.routing.procedure.CaseState;
import org.redress.routing.procedure.Command;
import org.redress.routing.procedure.OpinionOutcome;
import org.redress.routing.procedure.Promise;
import org.redress.routing.procedure.ReviewLevel;
import org.redress.routing.procedure.Step;

/** The written opinion, its service, its promises and its reviews 处理意见、送达、复查、复核 (Reg. 32, 35, 36). */
final class Opinions {

    private final PetitionCase petitionCase;
    private final Turn turn;

    Opinions(PetitionCase petitionCase, Turn turn) {
        this.petitionCase = petitionCase;
        this.turn = turn;
    }

    /** Gives the written opinion 处理意见书, in the instance that is under way (Reg. 32, 35, 36). */
    Outcome giveOpinion(Command.GiveOpinion opinion, CaseText text) {
        if (opinion.outcome() != OpinionOutcome.SUPPORTED && !opinion.promises().isEmpty()) {
            return PetitionCase.wrong("promises", "only-support-promises");
        }
        for (int index = 0; index < opinion.promises().size(); index++) {
            Promise promise = opinion.promises().get(index);
            if (!turn.organisation().posts().containsKey(promise.owner())) {
                return PetitionCase.wrong("promises[" + index + "].owner", "no-such-post");
            }
            if (petitionCase.guard.keepsOut(promise.owner(), turn.organisation())) {
                return PetitionCase.wrong("promises[" + index + "].owner", "kept-out");
            }
            if (!turn.isToCome(promise.dueOn())) {
                return PetitionCase.wrong("promises[" + index + "].dueOn", "day-to-come");
            }
        }
        return give(opinion.outcome(), opinion.promises(), text);
    }

    Outcome give(OpinionOutcome outcome, List<Promise> promises, CaseText text) {
        petitionCase.end(Step.GIVE_OPINION, turn);
        petitionCase.opinionGiven = true;
        petitionCase.takenUp = false;
        petitionCase.promises = new ArrayList<>(promises);
        petitionCase.state = CaseState.OPINION_GIVEN;
        petitionCase.clocks =
                petitionCase.time(turn.edition()).begin(petitionCase.clocks, Beginning.OPINION, turn.day());
        return petitionCase.tell(Step.GIVE_OPINION, What.OPINION_GIVEN, turn, text, Names.of(outcome));
    }

    /** Notes the service 送达, from whose day the petitioner's right to a review counts; an unknown day starts nothing. */
    Outcome serve(Command.Serve service, @Nullable CaseText proof) {
        LocalDate on = service.on();
        boolean opinion = petitionCase.state() == CaseState.OPINION_GIVEN;
        LocalDate opinionOn = opinion ? opinionOn() : decidedOn();
        if (on != null && (on.isAfter(turn.day()) || on.isBefore(opinionOn))) {
            return PetitionCase.wrong("servedOn", "day-of-service");
        }
        String detail = Names.of(service.how()) + (on == null ? "" : " " + on) + (service.refused() ? " refused" : "");
        if (!opinion) {
            // A notice, from which no right counts; the petitioner was told, and no opinion is served.
            petitionCase.note(turn.now(), What.SERVED, turn, proof == null ? null : proof.id(), detail);
            return petitionCase.unseen(Step.SERVE, turn);
        }
        petitionCase.end(Step.SERVE, turn);
        petitionCase.oweCallBack();
        boolean promised = petitionCase.promises.stream().anyMatch(Promise::isOpen);
        Beginning served = switch (petitionCase.instance) {
            case FIRST -> Beginning.SERVICE;
            case REVIEW -> Beginning.REVIEW_SERVICE;
            case RE_REVIEW -> Beginning.RE_REVIEW_SERVICE;
        };
        petitionCase.state = promised
                ? CaseState.EXECUTING
                : petitionCase.instance == ReviewLevel.RE_REVIEW ? CaseState.FINAL : CaseState.SERVED;
        if (petitionCase.state().isOpen()) {
            petitionCase.clocks = executing(served, on == null ? turn.day() : on, opinionOn);
            petitionCase.clocks = on == null ? petitionCase.clocks.withoutRights() : petitionCase.clocks;
        } else {
            petitionCase.clocks = petitionCase.clocks.stopped();
        }
        return petitionCase.taken(Step.SERVE, What.SERVED, turn, proof, detail, List.of());
    }

    /** Notes that a paper went to the petitioner or came back: neither is service, and no limit ends. */
    Outcome noteSending(Command.NoteSending noted, @Nullable CaseText words) {
        LocalDate on = noted.on() == null ? turn.day() : noted.on();
        LocalDate received = petitionCase
                .time(turn.edition())
                .dayOf(petitionCase.registration().petition().receivedAt());
        if (on.isAfter(turn.day()) || on.isBefore(received)) {
            return PetitionCase.wrong("sentOn", "day-of-reply");
        }
        petitionCase.sending = new Sending(noted.sending(), on);
        Detail detail = Detail.of("sending", noted.sending()).and("day", on);
        return petitionCase.taken(Step.NOTE_SENDING, turn, words, detail, null, List.of());
    }

    private LocalDate decidedOn() {
        return petitionCase.history().reversed().stream()
                .filter(entry -> entry.what().isDecision())
                .findFirst()
                .map(entry -> petitionCase.time(turn.edition()).dayOf(entry.at()))
                .orElse(turn.day());
    }

    /** The day the opinion was given that waits to be served. */
    private LocalDate opinionOn() {
        return petitionCase.time(turn.edition()).running(petitionCase.clocks, Beginning.OPINION).stream()
                .map(Clock::startedOn)
                .findFirst()
                .orElse(turn.day());
    }

    /** Each promise is owed by its own day, from the opinion on; the right to a review counts from the service. */
    private Clocks executing(Beginning served, LocalDate on, LocalDate opinionOn) {
        CaseTime time = petitionCase.time(turn.edition());
        return petitionCase.promises.isEmpty()
                ? time.begin(petitionCase.clocks, served, on)
                : time.beginUntil(
                        petitionCase.clocks,
                        served,
                        on,
                        opinionOn,
                        petitionCase.promises.stream().map(Promise::dueOn).toList());
    }

    Outcome fulfil(Command.Fulfil fulfilment, @Nullable CaseText proof) {
        int index = fulfilment.promise() - 1;
        if (index < 0
                || index >= petitionCase.promises.size()
                || !petitionCase.promises.get(index).isOpen()) {
            return PetitionCase.wrong("promise", "no-open-promise");
        }
        petitionCase.promises.set(index, petitionCase.promises.get(index).kept(turn.day()));
        endClocksOf(index);
        if (petitionCase.promises.stream().noneMatch(Promise::isOpen)) {
            petitionCase.end(Step.FULFIL, turn);
            petitionCase.clocks = petitionCase.clocks.stoppedButRights();
            petitionCase.state = CaseState.RESOLVED;
        }
        return petitionCase.taken(
                Step.FULFIL, What.PROMISE_KEPT, turn, proof, Integer.toString(fulfilment.promise()), List.of());
    }

    /** Those of one promise alone: each has its own, in their order, the latest that began with a service. */
    private void endClocksOf(int promise) {
        CaseTime time = petitionCase.time(turn.edition());
        time.begun(petitionCase.clocks, Beginning.SERVICE).stream()
                .collect(Collectors.groupingBy(Clock::kind))
                .forEach((kind, begun) -> {
                    int place = begun.size() - petitionCase.promises.size() + promise;
                    Clock clock = place < 0 ? null : begun.get(place);
                    if (clock != null && clock.state() == Clock.State.RUNNING) {
                        petitionCase.clocks = petitionCase.clocks.with(
                                clock.in(turn.day().isAfter(clock.dueOn()) ? Clock.State.LATE : Clock.State.MET));
                    }
                });
    }

    Outcome takeUp() {
        petitionCase.end(Step.TAKE_UP, turn);
        petitionCase.takenUp = true;
        return petitionCase.taken(
                Step.TAKE_UP, What.TAKEN_UP, turn, null, Names.of(petitionCase.instance), List.of(), true, null);
    }

    /** Notes the days of a hearing 听证, which the limit of the re-review does not count (Reg. 36). */
    Outcome hear(Command.Hear hearing, @Nullable CaseText note) {
        if (!turn.isNear(hearing.from())) {
            return PetitionCase.wrong("from", "day-near");
        }
        if (hearing.to().isBefore(hearing.from()) || hearing.from().plusDays(60).isBefore(hearing.to())) {
            return PetitionCase.wrong("to", "hearing");
        }
        int days = Math.toIntExact(ChronoUnit.DAYS.between(hearing.from(), hearing.to())) + 1;
        petitionCase.clocks = petitionCase
                .time(turn.edition())
                .extend(
                        petitionCase.clocks,
                        Beginning.RE_REVIEW,
                        turn.adds(Explanation.Addition.Reason.HEARING, days),
                        turn.now());
        return petitionCase.taken(Step.HEAR, What.HEARD, turn, note, hearing.from() + "/" + hearing.to(), List.of());
    }
}
