package org.redress.routing.cases;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.routing.cases.HistoryEntry.What;
import org.redress.routing.classification.Classification;
import org.redress.routing.clocks.Beginning;
import org.redress.routing.organisation.Assignment;
import org.redress.routing.organisation.OwnerReason.Basis;
import org.redress.routing.procedure.CaseState;
import org.redress.routing.procedure.Command;
import org.redress.routing.procedure.Step;

/** Whose case it is, while nobody has decided on it 转送、交办、异议 (Reg. 22–24). */
final class HandingOver {

    private final PetitionCase petitionCase;
    private final Turn turn;

    HandingOver(PetitionCase petitionCase, Turn turn) {
        this.petitionCase = petitionCase;
        this.turn = turn;
    }

    Outcome handOver(Command.HandOver command, @Nullable CaseText note) {
        LocalDate dueOn = command.dueOn();
        Optional<Outcome> wrong = wrongUnit(command.unit())
                .or(() -> dueOn == null || turn.isToCome(dueOn) ? Optional.empty() : wrongDate());
        if (wrong.isPresent()) {
            return wrong.get();
        }
        petitionCase.end(command.step(), turn);
        petitionCase.clocks = petitionCase.clocks.withoutRights();
        petitionCase.handovers = petitionCase.handovers().sentBy(petitionCase.assignment());
        assign(command.unit());
        petitionCase.state = CaseState.TRANSFERRED;
        petitionCase.clocks =
                petitionCase.time(turn.edition()).begin(petitionCase.clocks, Beginning.TRANSFER, turn.day());
        if (dueOn != null) {
            petitionCase.reportTo.add(turn.by().post());
            petitionCase.clocks = petitionCase
                    .time(turn.edition())
                    .beginUntil(petitionCase.clocks, Beginning.ASSIGNMENT, turn.day(), dueOn);
        }
        What what = dueOn == null ? What.TRANSFERRED : What.ASSIGNED;
        return petitionCase.taken(
                command.step(), what, turn, note, command.unit(), petitionCase.toTellOfArrival(turn), true, null);
    }

    /** Objects 异议: who sent it has it again until agreeing or insisting. */
    Outcome object(@Nullable CaseText reasons) {
        petitionCase.end(Step.OBJECT, turn);
        Assignment objector = petitionCase.assignment();
        Assignment sender = petitionCase.handovers().sender();
        petitionCase.handovers = petitionCase.handovers().objectedBy(objector);
        petitionCase.give(sender, turn.today());
        petitionCase.state = CaseState.OBJECTED;
        petitionCase.clocks =
                petitionCase.time(turn.edition()).begin(petitionCase.clocks, Beginning.OBJECTION, turn.day());
        return petitionCase.taken(
                Step.OBJECT,
                What.OBJECTED,
                turn,
                reasons,
                objector.unit(),
                petitionCase.ownerToTell(turn.today(), turn.now()));
    }

    /** Takes it back by the day it was owed before; a second time it goes up instead. */
    Outcome takeBack(@Nullable CaseText note) {
        petitionCase.end(Step.TAKE_BACK, turn);
        Assignment objector = Objects.requireNonNull(petitionCase.handovers().objector(), "nobody objects");
        Assignment sender = petitionCase.assignment();
        petitionCase.handovers = petitionCase.handovers().takenBack();
        petitionCase.state = CaseState.REGISTERED;
        for (String kind : petitionCase.time(turn.edition()).deeming()) {
            petitionCase.clocks = petitionCase.clocks.resumed(kind);
        }
        if (!petitionCase.handovers().isReturnedTooOften()) {
            return petitionCase.taken(
                    Step.TAKE_BACK,
                    What.TAKEN_BACK,
                    turn,
                    note,
                    objector.unit(),
                    petitionCase.ownerToTell(turn.today(), turn.now()));
        }
        petitionCase.give(
                turn.today().assigner().toCommonSuperior(sender.unit(), objector.unit(), Basis.RETURNED_TWICE),
                turn.today());
        return petitionCase.taken(
                Step.TAKE_BACK,
                What.RETURNED_TWICE,
                turn,
                note,
                objector.unit(),
                petitionCase.ownerToTell(turn.today(), turn.now()));
    }

    Outcome insist(@Nullable CaseText reasons) {
        petitionCase.end(Step.INSIST, turn);
        Assignment objector = Objects.requireNonNull(petitionCase.handovers().objector(), "nobody objects");
        petitionCase.give(
                turn.today()
                        .assigner()
                        .toCommonSuperior(petitionCase.assignment().unit(), objector.unit(), Basis.COMMON_SUPERIOR),
                turn.today());
        petitionCase.state = CaseState.DISPUTED;
        petitionCase.clocks =
                petitionCase.time(turn.edition()).begin(petitionCase.clocks, Beginning.DISPUTE, turn.day());
        return petitionCase.taken(
                Step.INSIST,
                What.INSISTED,
                turn,
                reasons,
                objector.unit(),
                petitionCase.ownerToTell(turn.today(), turn.now()));
    }

    Outcome decideUnit(Command.DecideUnit decision, @Nullable CaseText reasons) {
        Optional<Outcome> wrong = wrongUnit(decision.unit());
        if (wrong.isPresent()) {
            return wrong.get();
        }
        petitionCase.end(Step.DECIDE_UNIT, turn);
        petitionCase.clocks = petitionCase.clocks.withoutRights();
        petitionCase.handovers = petitionCase.handovers().decided();
        assign(decision.unit());
        petitionCase.state = CaseState.TRANSFERRED;
        petitionCase.clocks = petitionCase
                .time(turn.edition())
                .begin(petitionCase.clocks, Beginning.TRANSFER, turn.day())
                .withoutRights();
        return petitionCase.taken(
                Step.DECIDE_UNIT,
                What.UNIT_DECIDED,
                turn,
                reasons,
                decision.unit(),
                petitionCase.toTellOfArrival(turn),
                true,
                null);
    }

    private static Optional<Outcome> wrongDate() {
        return Optional.of(PetitionCase.wrong("dueOn", "day-to-come"));
    }

    private Optional<Outcome> wrongUnit(String unit) {
        if (turn.organisation().unit(unit).isEmpty()) {
            boolean desk = turn.organisation().has(unit);
            return Optional.of(PetitionCase.wrong("unit", desk ? "discipline-desk" : "no-such-unit"));
        }
        if (petitionCase.guard.covers(unit, turn.organisation())) {
            return Optional.of(PetitionCase.wrong("unit", "kept-out"));
        }
        return unit.equals(petitionCase.assignment().unit()) && petitionCase.state() != CaseState.DISPUTED
                ? Optional.of(PetitionCase.wrong("unit", "another-unit"))
                : Optional.empty();
    }

    /** Gives it to whom the net of today names in a unit. */
    private void assign(String unit) {
        Classification found =
                Objects.requireNonNull(petitionCase.registration().classification(), "the discipline desk's");
        petitionCase.give(turn.today().assigner().assign(unit, found, petitionCase.guard, turn.roster()), turn.today());
    }
}
