package org.redress.routing.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.cases.CaseAccepted;
import org.redress.contracts.cases.CaseAnswered;
import org.redress.contracts.cases.CaseClosed;
import org.redress.contracts.cases.CaseDeclined;
import org.redress.contracts.cases.Explanation;
import org.redress.routing.cases.HistoryEntry.What;
import org.redress.routing.clocks.Beginning;
import org.redress.routing.configuration.Names;
import org.redress.routing.procedure.CaseState;
import org.redress.routing.procedure.Command;
import org.redress.routing.procedure.Step;

/** Whether a case is taken up, and how it ends without a written opinion 受理与答复 (Reg. 23, 29–31, 34). */
final class Decisions {

    private final PetitionCase kept;
    private final Turn turn;

    Decisions(PetitionCase kept, Turn turn) {
        this.kept = kept;
        this.turn = turn;
    }

    /** Accepts 受理; where it counted as accepted already, the handling limit keeps its start. */
    Outcome accept(Command.Accept accept) {
        kept.end(Step.ACCEPT, turn);
        if (kept.state().awaitsDecision()) {
            kept.way = accept.way();
            kept.accepted(turn.day(), turn.edition());
        }
        kept.undecided = false;
        kept.note(turn.now(), What.ACCEPTED, turn, null, Names.of(kept.way));
        return kept.done(new CaseAccepted(
                kept.head(turn.now()),
                kept.scope(),
                kept.apart(),
                kept.acceptedOn(),
                turn.by().post(),
                false,
                kept.settled(turn.edition())));
    }

    /** Declines 不予受理, with the text told to the petitioner; nothing is owed any more. */
    Outcome decline(CaseText reason) {
        kept.end(Step.DECLINE, turn);
        kept.clocks = kept.clocks.stopped();
        kept.state = CaseState.DECLINED;
        kept.undecided = false;
        kept.note(turn.now(), What.DECLINED, turn, reason.id(), null);
        return kept.done(new CaseDeclined(
                kept.head(turn.now()),
                kept.scope(),
                kept.apart(),
                turn.by().post(),
                reason.reference(),
                kept.settled(turn.edition())));
    }

    Outcome lead(Command.Lead lead, CaseText reason) {
        kept.end(Step.LEAD, turn);
        kept.clocks = kept.clocks.stopped();
        kept.state = CaseState.LED_ELSEWHERE;
        kept.undecided = false;
        return kept.tell(Step.LEAD, What.LED_ELSEWHERE, turn, reason, Names.of(lead.where()));
    }

    /** Extends the limit for handling (Reg. 34). */
    Outcome extend(Command.Extend extension, CaseText reason) {
        if (extension.days() < 1 || extension.days() > Command.Extend.MOST) {
            return PetitionCase.wrong("days", "extension");
        }
        kept.extended = true;
        kept.clocks = kept.time(turn.edition())
                .extend(
                        kept.clocks,
                        Beginning.ACCEPTANCE,
                        turn.adds(Explanation.Addition.Reason.EXTENSION, extension.days()),
                        turn.now());
        return kept.tell(Step.EXTEND, What.EXTENDED, turn, reason, Integer.toString(extension.days()));
    }

    /** Answers 答复, with the text told to the petitioner. */
    Outcome answer(CaseText answer) {
        kept.end(Step.ANSWER, turn);
        kept.state = CaseState.ANSWERED;
        kept.clocks = kept.time(turn.edition()).begin(kept.clocks, Beginning.ANSWER, turn.day());
        kept.note(turn.now(), What.ANSWERED, turn, answer.id(), null);
        return kept.done(new CaseAnswered(
                kept.head(turn.now()),
                kept.scope(),
                kept.apart(),
                turn.by().post(),
                answer.reference(),
                kept.settled(turn.edition())));
    }

    /** Closes 办结; the petitioner's right to a review stays. */
    Outcome close() {
        kept.end(Step.CLOSE, turn);
        kept.clocks = kept.clocks.stoppedButRights();
        kept.state = CaseState.CLOSED;
        kept.note(turn.now(), What.CLOSED, turn, null, null);
        return kept.done(new CaseClosed(
                kept.head(turn.now()), kept.scope(), kept.apart(), turn.by().post(), kept.settled(turn.edition())));
    }

    /** Joins it to another, which goes on for both: {@link Joining} keeps it in step with that. */
    Outcome merge(Command.Merge merging, @Nullable CaseText reason) {
        if (merging.into().equals(kept.id())) {
            return PetitionCase.wrong("into", "another-petition");
        }
        kept.joined = Joined.of(kept);
        kept.end(Step.MERGE, turn);
        kept.clocks = kept.clocks.stopped();
        kept.undecided = false;
        kept.state = CaseState.MERGED;
        kept.mergedInto = merging.into();
        return kept.taken(Step.MERGE, What.MERGED, turn, reason, merging.into(), List.of(), true, null);
    }
}
