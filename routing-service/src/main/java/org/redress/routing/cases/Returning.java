package org.redress.routing.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.submissions.PetitionOrigin;
import org.redress.routing.procedure.CaseState;
import org.redress.routing.procedure.Command;
import org.redress.routing.procedure.Command.ReplyToBody.Reply;
import org.redress.routing.procedure.Step;

/** What goes back to the body outside that sent a case 反馈来源、退回来源: words, or the case itself. */
final class Returning {

    private final PetitionCase petitionCase;
    private final Turn turn;
    private final Sheet sheet;

    Returning(PetitionCase petitionCase, Turn turn) {
        this.petitionCase = petitionCase;
        this.turn = turn;
        this.sheet = petitionCase.sheet().orElse(Sheet.NEW);
    }

    /** Notes a reply on its day: the body waits for it no more, and the case still owes its petitioner what it owed. */
    Outcome reply(Command.ReplyToBody reply, @Nullable CaseText words) {
        PetitionOrigin origin =
                Objects.requireNonNull(petitionCase.registration().petition().origin(), "no body outside sent it");
        LocalDate on = reply.on() == null ? turn.day() : reply.on();
        if (on.isAfter(turn.day()) || on.isBefore(origin.receivedOn())) {
            return PetitionCase.wrong("repliedOn", "day-of-reply");
        }
        if (reply.reply() == Reply.FIRST && sheet.firstReplyOn() != null) {
            return PetitionCase.wrong("reply", "first-reply");
        }
        petitionCase.sheet = reply.reply() == Reply.FIRST ? sheet.firstReplied(on) : sheet.answered(on);
        Detail detail = Detail.of("reply", reply.reply()).and("day", on);
        return petitionCase.taken(Step.REPLY_TO_BODY, turn, words, detail, null, others());
    }

    /** Asks the body to take it back; until it says that it does, the case goes on and its limits run. */
    Outcome ask(@Nullable CaseText reasons) {
        petitionCase.sheet = sheet.askedBack(turn.day());
        return petitionCase.taken(Step.RETURN_TO_BODY, turn, reasons, Detail.NONE, null, others());
    }

    /** The body took it back: nothing is owed here any more, and the petitioner is told who has it. */
    Outcome confirm(CaseText told) {
        petitionCase.end(Step.CONFIRM_RETURN, turn);
        petitionCase.clocks = petitionCase.clocks.stopped();
        petitionCase.state = CaseState.RETURNED;
        petitionCase.undecided = false;
        petitionCase.sheet = sheet.takenBack(turn.day());
        return petitionCase.tell(Step.CONFIRM_RETURN, turn, told, others());
    }

    /** The body does not take it: the case goes on, as it did meanwhile. */
    Outcome refuse(@Nullable CaseText words) {
        petitionCase.sheet = sheet.askedBack(null);
        return petitionCase.taken(Step.REFUSE_RETURN, turn, words, Detail.NONE, null, others());
    }

    /** Who has the case, unless that is who acts. */
    private List<String> others() {
        return petitionCase.ownerToTell(turn.today(), turn.now()).stream()
                .filter(post -> !post.equals(turn.by().post()))
                .toList();
    }
}
