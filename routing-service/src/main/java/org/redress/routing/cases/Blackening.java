package org.redress.routing.cases;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.routing.cases.HistoryEntry.What;
import org.redress.routing.clocks.Clockwork;
import org.redress.routing.organisation.Line;
import org.redress.routing.organisation.Post;
import org.redress.routing.organisation.Superiors;
import org.redress.routing.procedure.Command;
import org.redress.routing.procedure.Step;

/** Words of the petitioner's are blacked out by two people, or at the petitioner's wish, and that can be undone 遮盖. */
final class Blackening {

    private static final int MOST = 200;

    /** So many working days words are hidden that nobody above has looked at yet. */
    static final int HELD_DAYS = 5;

    private static final Set<String> FIELDS = Set.of("subject", "text", "place", SealedTexts.CLAIMS);

    private final PetitionCase petitionCase;
    private final Turn turn;

    Blackening(PetitionCase petitionCase, Turn turn) {
        this.petitionCase = petitionCase;
        this.turn = turn;
    }

    /**
     * Proposes it to the office above, which learns of it; what the petitioner wished in a text takes effect at once, and what
     * who recorded the petition finds in it of others is hidden meanwhile.
     */
    Outcome redact(Command.Redact redaction, CaseText reason) {
        if (!isField(redaction.field())) {
            return PetitionCase.wrong("field", "redaction-field");
        }
        if (redaction.field().equals(redaction.wish()) || isWish(redaction.field())) {
            return PetitionCase.wrong("field", "redaction-of-wish");
        }
        if (redaction.from() < 0 || redaction.to() <= redaction.from()) {
            return PetitionCase.wrong("to", "redaction-range");
        }
        if (redaction.wish() != null && !asksForIt(redaction.wish())) {
            return PetitionCase.wrong("wish", "redaction-wish");
        }
        if (petitionCase.redactions.size() >= MOST) {
            return PetitionCase.wrong("field", "redactions");
        }
        petitionCase.redactions.add(new Redaction(
                redaction.field(),
                redaction.from(),
                redaction.to(),
                turn.now(),
                turn.by().post(),
                turn.by().officer(),
                reason.id(),
                redaction.wish(),
                redaction.wish() == null ? Redaction.State.PROPOSED : Redaction.State.IN_EFFECT,
                redaction.aboutNobody() && mayHold(redaction) ? heldUntil() : null));
        return petitionCase.taken(
                Step.REDACT, What.REDACTED, turn, reason, detail(petitionCase.redactions.size()), above());
    }

    /**
     * True where words may be hidden before somebody above has looked: by who wrote the petition down at the desk, who could as
     * well have left them out, has not the case now, and did not hold words of this field back in vain before; in a case
     * that is kept from nobody, and that nobody took the officer to be the subject of.
     */
    boolean mayHold(Command.Redact redaction) {
        String by = turn.by().officer();
        Post owner = turn.organisation().posts().get(petitionCase.assignment().owner());
        return redaction.wish() == null
                && FIELDS.contains(redaction.field())
                && by.equals(petitionCase.registration().petition().recordedBy())
                && !petitionCase.apart()
                && !petitionCase.cleared.contains(by)
                && owner != null
                && !owner.officer().equals(by)
                && petitionCase.redactions.stream()
                        .noneMatch(each -> each.wasHeldInVain(redaction.field(), by, turn.now()));
    }

    private Instant heldUntil() {
        Clockwork clockwork = turn.edition().clockwork();
        return clockwork.missedAt(clockwork.plusWorkingDays(turn.day(), HELD_DAYS));
    }

    /** Puts a proposal into effect. */
    Outcome confirm(Command.ConfirmRedaction confirmation, @Nullable CaseText note) {
        return move(
                confirmation.redaction(),
                each -> each.is(Redaction.State.PROPOSED),
                Redaction.State.IN_EFFECT,
                Step.CONFIRM_REDACTION,
                What.REDACTION_CONFIRMED,
                note);
    }

    /** Shows the words to every reader again, or withdraws a proposal. */
    Outcome undo(Command.UndoRedaction undoing, @Nullable CaseText note) {
        return move(
                undoing.redaction(),
                each -> !each.is(Redaction.State.UNDONE),
                Redaction.State.UNDONE,
                Step.UNDO_REDACTION,
                What.REDACTION_UNDONE,
                note);
    }

    private Outcome move(
            int number, Predicate<Redaction> may, Redaction.State to, Step step, What what, @Nullable CaseText note) {
        if (petitionCase.redaction(number).filter(may).isEmpty()) {
            return PetitionCase.wrong("redaction", "no-such-redaction");
        }
        petitionCase.redactions.set(
                number - 1, petitionCase.redactions.get(number - 1).in(to));
        return petitionCase.taken(
                step, what, turn, note, detail(number), petitionCase.ownerToTell(turn.today(), turn.now()));
    }

    private String detail(int number) {
        return number + " " + petitionCase.redactions.get(number - 1).field();
    }

    private boolean isField(String field) {
        return FIELDS.contains(field) || isPetitioners(field);
    }

    /** What a redaction rests on stays readable for everybody. */
    private boolean isWish(String field) {
        return petitionCase.redactions.stream()
                .anyMatch(each -> !each.is(Redaction.State.UNDONE) && field.equals(each.wish()));
    }

    /** Any other words of the petitioner's wish nothing of the kind, whatever an officer reads in them. */
    private boolean asksForIt(String textId) {
        return petitionCase.texts.stream()
                .anyMatch(text ->
                        text.kind() == CaseText.Kind.REDACTION_WISH && text.id().equals(textId));
    }

    private boolean isPetitioners(String textId) {
        return petitionCase.texts.stream()
                .anyMatch(text -> text.isPetitioners() && text.id().equals(textId));
    }

    /** Who stands next above who proposes it, in the line of the case. */
    private List<String> above() {
        Line line = petitionCase.line(turn.organisation());
        String by = turn.by().officer();
        Stream<String> next = new Superiors(turn.organisation(), turn.day()).next(by, line, line, by).stream();
        return petitionCase.working(turn.organisation(), next.toList(), turn.day());
    }
}
