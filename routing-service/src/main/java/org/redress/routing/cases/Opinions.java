package org.redress.routing.cases;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.cases.Clock;
import org.redress.contracts.cases.Explanation;
import org.redress.routing.cases.HistoryEntry.What;
import org.redress.routing.clocks.Beginning;
import org.redress.routing.clocks.Clocks;
import org.redress.routing.configuration.Names;
import org.redress.routing.procedure.CaseState;
import org.redress.routing.procedure.Command;
import org.redress.routing.procedure.Instance;
import org.redress.routing.procedure.OpinionOutcome;
import org.redress.routing.procedure.Promise;
import org.redress.routing.procedure.Step;

/** The written opinion, its service, its promises and its reviews 处理意见、送达、复查、复核 (Reg. 32, 35, 36). */
final class Opinions {

    private final PetitionCase kept;
    private final Turn turn;

    Opinions(PetitionCase kept, Turn turn) {
        this.kept = kept;
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
            if (kept.guard.keepsOut(promise.owner(), turn.organisation())) {
                return PetitionCase.wrong("promises[" + index + "].owner", "kept-out");
            }
            if (!turn.isToCome(promise.dueOn())) {
                return PetitionCase.wrong("promises[" + index + "].dueOn", "day-to-come");
            }
        }
        return give(opinion.outcome(), opinion.promises(), text);
    }

    Outcome give(OpinionOutcome outcome, List<Promise> promises, CaseText text) {
        kept.end(Step.GIVE_OPINION, turn);
        kept.opinionGiven = true;
        kept.takenUp = false;
        kept.promises = new ArrayList<>(promises);
        kept.state = CaseState.OPINION_GIVEN;
        kept.clocks = kept.time(turn.edition()).begin(kept.clocks, Beginning.OPINION, turn.day());
        return kept.tell(Step.GIVE_OPINION, What.OPINION_GIVEN, turn, text, Names.of(outcome));
    }

    /** Notes the service 送达, from whose day the petitioner's right to a review counts; an unknown day starts nothing. */
    Outcome serve(Command.Serve service, @Nullable CaseText proof) {
        LocalDate on = service.on();
        LocalDate opinionOn = opinionOn();
        if (on != null && (on.isAfter(turn.day()) || on.isBefore(opinionOn))) {
            return PetitionCase.wrong("servedOn", "day-of-service");
        }
        kept.end(Step.SERVE, turn);
        boolean promised = kept.promises.stream().anyMatch(Promise::isOpen);
        Beginning served = switch (kept.instance) {
            case FIRST -> Beginning.SERVICE;
            case REVIEW -> Beginning.REVIEW_SERVICE;
            case RE_REVIEW -> Beginning.RE_REVIEW_SERVICE;
        };
        kept.state = promised
                ? CaseState.EXECUTING
                : kept.instance == Instance.RE_REVIEW ? CaseState.FINAL : CaseState.SERVED;
        if (kept.state().isOpen()) {
            kept.clocks = executing(served, on == null ? turn.day() : on, opinionOn);
            kept.clocks = on == null ? kept.clocks.withoutRights() : kept.clocks;
        } else {
            kept.clocks = kept.clocks.stopped();
        }
        String detail = Names.of(service.how()) + (on == null ? "" : " " + on) + (service.refused() ? " refused" : "");
        return kept.taken(Step.SERVE, What.SERVED, turn, proof, detail, List.of());
    }

    /** The day the opinion was given that waits to be served. */
    private LocalDate opinionOn() {
        return kept.time(turn.edition()).running(kept.clocks, Beginning.OPINION).stream()
                .map(Clock::startedOn)
                .findFirst()
                .orElse(turn.day());
    }

    /** What is promised is owed by the latest day that the opinion set; the right to a review counts from the service. */
    private Clocks executing(Beginning served, LocalDate on, LocalDate opinionOn) {
        CaseTime time = kept.time(turn.edition());
        return kept.promises.stream()
                .filter(Promise::isOpen)
                .map(Promise::dueOn)
                .max(LocalDate::compareTo)
                .map(dueOn -> time.beginUntil(kept.clocks, served, on, opinionOn, dueOn))
                .orElseGet(() -> time.begin(kept.clocks, served, on));
    }

    Outcome fulfil(Command.Fulfil fulfilment, @Nullable CaseText proof) {
        int index = fulfilment.promise() - 1;
        if (index < 0
                || index >= kept.promises.size()
                || !kept.promises.get(index).isOpen()) {
            return PetitionCase.wrong("promise", "no-open-promise");
        }
        kept.promises.set(index, kept.promises.get(index).kept(turn.day()));
        if (kept.promises.stream().noneMatch(Promise::isOpen)) {
            kept.end(Step.FULFIL, turn);
            kept.clocks = kept.clocks.stoppedButRights();
            kept.state = CaseState.RESOLVED;
        }
        return kept.taken(
                Step.FULFIL, What.PROMISE_KEPT, turn, proof, Integer.toString(fulfilment.promise()), List.of());
    }

    Outcome takeUp() {
        kept.end(Step.TAKE_UP, turn);
        kept.takenUp = true;
        return kept.taken(Step.TAKE_UP, What.TAKEN_UP, turn, null, Names.of(kept.instance), List.of(), true, null);
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
        kept.clocks = kept.time(turn.edition())
                .extend(
                        kept.clocks,
                        Beginning.RE_REVIEW,
                        turn.adds(Explanation.Addition.Reason.HEARING, days),
                        turn.now());
        return kept.taken(Step.HEAR, What.HEARD, turn, note, hearing.from() + "/" + hearing.to(), List.of());
    }
}
