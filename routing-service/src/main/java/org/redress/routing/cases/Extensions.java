package org.redress.routing.cases;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.cases.Clock;
import org.redress.contracts.cases.Explanation;
import org.redress.contracts.cases.TextReference;
import org.redress.routing.cases.HistoryEntry.What;
import org.redress.routing.clocks.Beginning;
import org.redress.routing.clocks.Clocks;
import org.redress.routing.organisation.Line;
import org.redress.routing.procedure.Command;
import org.redress.routing.procedure.Step;

/** How the limit for handling is extended 延期: whoever holds the case asks, the head decides, the petitioner is told why (Reg. 34). */
final class Extensions {

    private final PetitionCase petitionCase;
    private final Turn turn;

    Extensions(PetitionCase petitionCase, Turn turn) {
        this.petitionCase = petitionCase;
        this.turn = turn;
    }

    /** Who decides in a line: the head of the unit, or who is next above where the head has the case. */
    static String decider(Line line) {
        return line.leaders().stream().findFirst().orElse(line.head());
    }

    /** Asks for it, in place of what was asked before; no day moves. */
    Outcome ask(Command.AskExtension asked, CaseText reason) {
        if (isWrong(asked.days())) {
            return PetitionCase.wrong("days", "extension");
        }
        Clock now = handling(petitionCase.clocks);
        ExtensionRequest request = new ExtensionRequest(
                turn.by().post(),
                decider(petitionCase.line(turn.organisation())),
                asked.days(),
                now.dueOn(),
                handling(extended(asked.days())).dueOn(),
                reason.id());
        petitionCase.extensionAsked = request;
        Detail detail = Detail.of("days", asked.days()).and("day", request.until());
        return petitionCase.taken(
                Step.ASK_EXTENSION,
                turn,
                reason,
                detail,
                null,
                petitionCase.standingIn(List.of(request.leader()), turn));
    }

    /** Extends it, for the reason that is given or, without one, that was asked with; whoever asked learns of it. */
    Outcome extend(Command.Extend extension, @Nullable CaseText reason) {
        if (isWrong(extension.days())) {
            return PetitionCase.wrong("days", "extension");
        }
        ExtensionRequest asked = petitionCase.extensionAsked;
        if (reason == null && asked == null) {
            return PetitionCase.wrong("reason", "reason-of-extension");
        }
        TextReference told =
                reason == null ? reference(Objects.requireNonNull(asked).reasonId()) : reason.reference();
        petitionCase.extended = true;
        petitionCase.extensionAsked = null;
        petitionCase.clocks = extended(extension.days());
        petitionCase.note(turn.now(), What.EXTENDED, turn, told.textId(), Integer.toString(extension.days()));
        return petitionCase.taken(
                Step.EXTEND,
                turn,
                asked == null ? List.of() : petitionCase.standingIn(List.of(asked.by()), turn),
                true,
                told,
                null);
    }

    /** Refuses it, which whoever asked and whoever holds the case learn; the limit stays. */
    Outcome refuse(@Nullable CaseText reason) {
        ExtensionRequest asked = Objects.requireNonNull(petitionCase.extensionAsked, "nobody asks");
        petitionCase.extensionAsked = null;
        List<String> told = Stream.concat(
                        petitionCase.standingIn(List.of(asked.by()), turn).stream(),
                        petitionCase.ownerToTell(turn.today(), turn.now()).stream())
                .distinct()
                .toList();
        return petitionCase.taken(Step.REFUSE_EXTENSION, turn, reason, Detail.of("days", asked.days()), null, told);
    }

    private static boolean isWrong(int days) {
        return days < 1 || days > Command.Extend.MOST;
    }

    private Clocks extended(int days) {
        return petitionCase
                .time(turn.edition())
                .extend(
                        petitionCase.clocks,
                        Beginning.ACCEPTANCE,
                        turn.adds(Explanation.Addition.Reason.EXTENSION, days),
                        turn.now());
    }

    private Clock handling(Clocks clocks) {
        return petitionCase
                .time(turn.edition())
                .running(clocks, Beginning.ACCEPTANCE)
                .getFirst();
    }

    private TextReference reference(String textId) {
        return petitionCase.texts().stream()
                .filter(text -> text.id().equals(textId))
                .findFirst()
                .map(text -> new TextReference(text.id(), Objects.requireNonNull(text.digest(), "an officer's words")))
                .orElseThrow();
    }
}
