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

    private final PetitionCase kept;
    private final Turn turn;

    HandingOver(PetitionCase kept, Turn turn) {
        this.kept = kept;
        this.turn = turn;
    }

    Outcome handOver(Command.HandOver command, @Nullable CaseText note) {
        LocalDate dueOn = command.dueOn();
        Optional<Outcome> wrong = wrongUnit(command.unit())
                .or(() -> dueOn == null || turn.isToCome(dueOn) ? Optional.empty() : wrongDate());
        if (wrong.isPresent()) {
            return wrong.get();
        }
        kept.end(command.step(), turn);
        kept.clocks = kept.clocks.withoutRights();
        kept.handovers = kept.handovers().sentBy(kept.assignment());
        assign(command.unit());
        kept.state = CaseState.TRANSFERRED;
        kept.clocks = kept.time(turn.edition()).begin(kept.clocks, Beginning.TRANSFER, turn.day());
        if (dueOn != null) {
            kept.reportTo.add(turn.by().post());
            kept.clocks = kept.time(turn.edition())
                    .beginUntil(kept.clocks, Beginning.ASSIGNMENT, turn.day(), turn.day(), dueOn);
        }
        What what = dueOn == null ? What.TRANSFERRED : What.ASSIGNED;
        return kept.taken(
                command.step(),
                what,
                turn,
                note,
                command.unit(),
                kept.ownerToTell(turn.today(), turn.now()),
                true,
                null);
    }

    /** Objects 异议: who sent it has it again until agreeing or insisting. */
    Outcome object(@Nullable CaseText reasons) {
        kept.end(Step.OBJECT, turn);
        Assignment objector = kept.assignment();
        Assignment sender = kept.handovers().sender();
        kept.handovers = kept.handovers().objectedBy(objector);
        kept.give(sender, turn.today());
        kept.state = CaseState.OBJECTED;
        kept.clocks = kept.time(turn.edition()).begin(kept.clocks, Beginning.OBJECTION, turn.day());
        return kept.taken(
                Step.OBJECT, What.OBJECTED, turn, reasons, objector.unit(), kept.ownerToTell(turn.today(), turn.now()));
    }

    /** Takes it back by the day it was owed before; a second time it goes up instead. */
    Outcome takeBack(@Nullable CaseText note) {
        kept.end(Step.TAKE_BACK, turn);
        Assignment objector = Objects.requireNonNull(kept.handovers().objector(), "nobody objects");
        Assignment sender = kept.assignment();
        kept.handovers = kept.handovers().takenBack();
        kept.state = CaseState.REGISTERED;
        for (String kind : kept.time(turn.edition()).deeming()) {
            kept.clocks = kept.clocks.resumed(kind);
        }
        if (!kept.handovers().isReturnedTooOften()) {
            return kept.taken(
                    Step.TAKE_BACK,
                    What.TAKEN_BACK,
                    turn,
                    note,
                    objector.unit(),
                    kept.ownerToTell(turn.today(), turn.now()));
        }
        kept.give(
                turn.today().assigner().toCommonSuperior(sender.unit(), objector.unit(), Basis.RETURNED_TWICE),
                turn.today());
        return kept.taken(
                Step.TAKE_BACK,
                What.RETURNED_TWICE,
                turn,
                note,
                objector.unit(),
                kept.ownerToTell(turn.today(), turn.now()));
    }

    Outcome insist(@Nullable CaseText reasons) {
        kept.end(Step.INSIST, turn);
        Assignment objector = Objects.requireNonNull(kept.handovers().objector(), "nobody objects");
        kept.give(
                turn.today()
                        .assigner()
                        .toCommonSuperior(kept.assignment().unit(), objector.unit(), Basis.COMMON_SUPERIOR),
                turn.today());
        kept.state = CaseState.DISPUTED;
        kept.clocks = kept.time(turn.edition()).begin(kept.clocks, Beginning.DISPUTE, turn.day());
        return kept.taken(
                Step.INSIST, What.INSISTED, turn, reasons, objector.unit(), kept.ownerToTell(turn.today(), turn.now()));
    }

    Outcome decideUnit(Command.DecideUnit decision, @Nullable CaseText reasons) {
        Optional<Outcome> wrong = wrongUnit(decision.unit());
        if (wrong.isPresent()) {
            return wrong.get();
        }
        kept.end(Step.DECIDE_UNIT, turn);
        kept.clocks = kept.clocks.withoutRights();
        kept.handovers = kept.handovers().decided();
        assign(decision.unit());
        kept.state = CaseState.TRANSFERRED;
        kept.clocks = kept.time(turn.edition())
                .begin(kept.clocks, Beginning.TRANSFER, turn.day())
                .withoutRights();
        return kept.taken(
                Step.DECIDE_UNIT,
                What.UNIT_DECIDED,
                turn,
                reasons,
                decision.unit(),
                kept.ownerToTell(turn.today(), turn.now()),
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
        if (kept.guard.covers(unit, turn.organisation())) {
            return Optional.of(PetitionCase.wrong("unit", "kept-out"));
        }
        return unit.equals(kept.assignment().unit()) && kept.state() != CaseState.DISPUTED
                ? Optional.of(PetitionCase.wrong("unit", "another-unit"))
                : Optional.empty();
    }

    /** Gives it to whom the net of today names in a unit. */
    private void assign(String unit) {
        Classification found = Objects.requireNonNull(kept.registration().classification(), "the discipline desk's");
        kept.give(turn.today().assigner().assign(unit, found, kept.guard, turn.roster()), turn.today());
    }
}
