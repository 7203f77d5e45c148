package org.redress.routing.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.cases.CaseAccepted;
import org.redress.contracts.cases.CaseAnswered;
import org.redress.contracts.cases.CaseClosed;
import org.redress.contracts.cases.CaseDeclined;
import org.redress.contracts.cases.Clock;
import org.redress.routing.cases.HistoryEntry.What;
import org.redress.routing.clocks.Beginning;
import org.redress.routing.configuration.Names;
import org.redress.routing.procedure.CaseState;
import org.redress.routing.procedure.Command;
import org.redress.routing.procedure.Step;

/** Whether a case is taken up, and how it ends without a written opinion 受理与答复 (Reg. 23, 29–31, 34). */
final class Decisions {

    private final PetitionCase petitionCase;
    private final Turn turn;

    Decisions(PetitionCase petitionCase, Turn turn) {
        this.petitionCase = petitionCase;
        this.turn = turn;
    }

    /** Accepts 受理; where it counted as accepted already, the handling limit keeps its start. */
    Outcome accept(Command.Accept accept) {
        petitionCase.end(Step.ACCEPT, turn);
        if (petitionCase.state().awaitsDecision()) {
            petitionCase.way = accept.way();
            petitionCase.accepted(turn.day(), turn.edition());
        }
        petitionCase.undecided = false;
        petitionCase.note(turn.now(), What.ACCEPTED, turn, null, Names.of(petitionCase.way));
        return petitionCase.done(new CaseAccepted(
                petitionCase.head(turn.now()),
                petitionCase.scope(),
                petitionCase.apart(),
                petitionCase.acceptedOn(),
                turn.by().post(),
                false,
                petitionCase.settled(turn.edition())));
    }

    /** Declines 不予受理, with the text told to the petitioner; nothing is owed any more. */
    Outcome decline(CaseText reason) {
        petitionCase.end(Step.DECLINE, turn);
        petitionCase.clocks = petitionCase.clocks.stopped();
        petitionCase.state = CaseState.DECLINED;
        petitionCase.undecided = false;
        petitionCase.note(turn.now(), What.DECLINED, turn, reason.id(), null);
        return petitionCase.done(new CaseDeclined(
                petitionCase.head(turn.now()),
                petitionCase.scope(),
                petitionCase.apart(),
                turn.by().post(),
                reason.reference(),
                petitionCase.settled(turn.edition())));
    }

    Outcome lead(Command.Lead lead, CaseText reason) {
        petitionCase.end(Step.LEAD, turn);
        petitionCase.clocks = petitionCase.clocks.stopped();
        petitionCase.state = CaseState.LED_ELSEWHERE;
        petitionCase.undecided = false;
        return petitionCase.tell(Step.LEAD, What.LED_ELSEWHERE, turn, reason, Names.of(lead.where()));
    }

    /** Answers 答复, with the text told to the petitioner. */
    Outcome answer(CaseText answer) {
        petitionCase.end(Step.ANSWER, turn);
        petitionCase.state = CaseState.ANSWERED;
        petitionCase.oweCallBack();
        petitionCase.clocks =
                petitionCase.time(turn.edition()).begin(petitionCase.clocks, Beginning.ANSWER, turn.day());
        petitionCase.note(turn.now(), What.ANSWERED, turn, answer.id(), null);
        return petitionCase.done(new CaseAnswered(
                petitionCase.head(turn.now()),
                petitionCase.scope(),
                petitionCase.apart(),
                turn.by().post(),
                answer.reference(),
                petitionCase.settled(turn.edition())));
    }

    /** Answers what an appeal suggests beside what it asks for, with the text told to the petitioner; the rest goes on. */
    Outcome answerSuggestion(CaseText answer) {
        for (Clock clock : petitionCase.time(turn.edition()).ofSuggestions(petitionCase.clocks)) {
            boolean late = turn.day().isAfter(clock.dueOn());
            petitionCase.clocks = petitionCase.clocks.with(clock.in(late ? Clock.State.LATE : Clock.State.MET));
        }
        return petitionCase.tell(Step.ANSWER_SUGGESTION, turn, answer, List.of());
    }

    /** Closes 办结; the petitioner's right to a review stays. */
    Outcome close() {
        petitionCase.end(Step.CLOSE, turn);
        petitionCase.clocks = petitionCase.clocks.stoppedButRights();
        petitionCase.state = CaseState.CLOSED;
        petitionCase.note(turn.now(), What.CLOSED, turn, null, null);
        return petitionCase.done(new CaseClosed(
                petitionCase.head(turn.now()),
                petitionCase.scope(),
                petitionCase.apart(),
                turn.by().post(),
                petitionCase.settled(turn.edition())));
    }

    /** Files thanks 表扬存档; whom they are passed on to has them and reads them. */
    Outcome fileThanks(Command.FileThanks filing, @Nullable CaseText note) {
        String post = filing.post();
        if (post != null && !turn.organisation().posts().containsKey(post)) {
            return PetitionCase.wrong("post", "no-such-post");
        }
        if (post != null && petitionCase.guard.keepsOut(post, turn.organisation())) {
            return PetitionCase.wrong("post", "kept-out");
        }
        if (post != null) {
            petitionCase.give(turn.today().assigner().reassigned(petitionCase.assignment(), post), turn.today());
        }
        petitionCase.clocks = petitionCase.clocks.stopped();
        petitionCase.state = CaseState.CLOSED;
        return petitionCase.taken(
                Step.FILE_THANKS,
                turn,
                note,
                post == null ? Detail.NONE : Detail.of("post", post),
                null,
                post == null ? List.of() : petitionCase.ownerToTell(turn.today(), turn.now()));
    }

    /** Joins it to another, which goes on for both: {@link Joining} keeps it in step with that. */
    Outcome merge(Command.Merge merging, @Nullable CaseText reason) {
        if (merging.into().equals(petitionCase.id())) {
            return PetitionCase.wrong("into", "another-petition");
        }
        petitionCase.joined = Joined.of(petitionCase);
        petitionCase.end(Step.MERGE, turn);
        petitionCase.clocks = petitionCase.clocks.stopped();
        petitionCase.undecided = false;
        petitionCase.state = CaseState.MERGED;
        petitionCase.mergedInto = merging.into();
        return petitionCase.taken(Step.MERGE, What.MERGED, turn, reason, merging.into(), List.of(), true, null);
    }
}
