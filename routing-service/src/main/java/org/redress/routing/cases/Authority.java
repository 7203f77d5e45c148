package org.redress.routing.cases;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.routing.organisation.Line;
import org.redress.routing.organisation.Organisation;
import org.redress.routing.organisation.Superiors;
import org.redress.routing.procedure.CaseRule;
import org.redress.routing.procedure.Command;
import org.redress.routing.procedure.ReviewLevel;
import org.redress.routing.procedure.Step;

/** Which steps are not for everybody who may move a case on, since they decide over somebody's own supervision. */
final class Authority {

    private final PetitionCase petitionCase;
    private final Turn turn;
    private final Superiors superiors;

    Authority(PetitionCase petitionCase, Turn turn) {
        this.petitionCase = petitionCase;
        this.turn = turn;
        this.superiors = new Superiors(turn.organisation(), turn.day());
    }

    /** The rule that a command would break given by whose turn it is; empty when it is theirs to give. */
    Optional<CaseRule> brokenBy(Command command) {
        return Optional.ofNullable(broken(command));
    }

    private @Nullable CaseRule broken(Command command) {
        if (looksAtWords(command.step()) && petitionCase.isLimitedFor(turn.by().officer())) {
            return CaseRule.NAMED_ONLY;
        }
        return switch (command) {
            case Command.Screen screening -> screening(screening);
            case Command.Recuse recusal -> mayRecuse(recusal.officer()) ? null : CaseRule.ABOVE_RECUSES;
            case Command.ReturnPart returned -> returning(returned.part());
            case Command.ConfirmRedaction confirmation -> redaction(confirmation.redaction(), false);
            case Command.UndoRedaction undoing -> redaction(undoing.redaction(), true);
            default -> broken(command.step());
        };
    }

    /** The rule that every command of a step would break given by whose turn it is; empty when one may be theirs to give. */
    Optional<CaseRule> brokenBy(Step step) {
        return Optional.ofNullable(broken(step));
    }

    /** Black words are chosen in them, and a heading is held against them: both tell of words that somebody may not read. */
    private static boolean looksAtWords(Step step) {
        return switch (step) {
            case REDACT, CONFIRM_REDACTION, UNDO_REDACTION, SET_HEADING -> true;
            default -> false;
        };
    }

    private @Nullable CaseRule broken(Step step) {
        if (looksAtWords(step) && petitionCase.isLimitedFor(turn.by().officer())) {
            return CaseRule.NAMED_ONLY;
        }
        return switch (step) {
            case LIMIT_READING -> limiting();
            case LIFT_LIMIT -> mayChangeLimit() ? null : CaseRule.NAMED_OR_ABOVE_CHANGE;
            case ASK_NAMED, NOTE_NAMED -> amongNamed(step);
            case EXTEND, REFUSE_EXTENSION -> mayApprove() ? null : CaseRule.HEAD_APPROVES;
            case FILE_THANKS -> mayFileThanks() ? null : CaseRule.OTHERS_FILE_THANKS;
            case RETURN_PART -> mayReturn() ? null : CaseRule.ASKED_RETURNS;
            case TAKE_CHARGE -> leading().isEmpty() ? CaseRule.LEADER_TAKES_CHARGE : null;
            case REMIND -> mayRemind() ? null : CaseRule.OFFICE_REMINDS;
            case INSTRUCT -> instructing();
            case CONFIRM_REDACTION -> redactions(false);
            case UNDO_REDACTION -> redactions(true);
            case GIVE_OPINION, HEAR, TAKE_UP -> review();
            case SCREEN ->
                petitionCase.instance() == ReviewLevel.FIRST
                                || petitionCase.guard().unclear()
                        ? null
                        : review();
            case REASSIGN -> petitionCase.instance() == ReviewLevel.FIRST ? null : review();
            default -> null;
        };
    }

    private @Nullable CaseRule limiting() {
        // Once there was a limit, words for its named alone are there, also where it was lifted.
        if (petitionCase.limited != null) {
            return mayChangeLimit() ? null : CaseRule.NAMED_OR_ABOVE_CHANGE;
        }
        return mayLimit() ? null : CaseRule.OFFICE_LIMITS;
    }

    /** Whoever holds the case, recorded it at the desk, or keeps the petitions of its unit or one above; in a post of their own. */
    private boolean mayLimit() {
        Organisation organisation = turn.organisation();
        Set<String> own = organisation.postsOf(turn.by().officer());
        boolean office = organisation.unit(petitionCase.assignment().unit()).stream()
                .flatMap(unit -> organisation.upwards(unit).stream())
                .anyMatch(unit -> own.contains(unit.petitionOffice()));
        return own.contains(turn.by().post())
                && (office
                        || own.contains(petitionCase.assignment().owner())
                        || turn.by()
                                .officer()
                                .equals(petitionCase.registration().petition().recordedBy()));
    }

    private boolean mayChangeLimit() {
        Limitation limited = petitionCase.limited;
        return limited != null
                && (limited.isNamed(turn.by().officer())
                        || superiors.isOfOfficeAbove(turn.by().officer(), limited.unit()));
    }

    /** Whether somebody is asked is told to the named alone. */
    private @Nullable CaseRule amongNamed(Step step) {
        if (!petitionCase.isNamed(turn.by().officer())) {
            return CaseRule.NAMED_ONLY;
        }
        boolean asked = petitionCase.referral != null && petitionCase.referral.isOpen();
        if (step == Step.ASK_NAMED) {
            return asked ? CaseRule.ASKED_ALREADY : null;
        }
        return asked ? null : CaseRule.NOBODY_ASKED;
    }

    /** While something is proposed, the leader whom that names; otherwise any of its line. */
    private @Nullable CaseRule instructing() {
        Proposal proposal = petitionCase.proposal;
        if (proposal != null) {
            return isTheirs(proposal.leader()) ? null : CaseRule.NAMED_LEADER_INSTRUCTS;
        }
        return leading().isEmpty() ? CaseRule.LEADER_INSTRUCTS : null;
    }

    /** What thanks somebody may say something else of them. */
    private boolean mayFileThanks() {
        List<String> thanked = petitionCase.registration().thanked();
        return thanked == null || !thanked.contains(turn.by().officer());
    }

    private boolean mayReturn() {
        return petitionCase.parts().stream().anyMatch(part -> part.isOpen() && isTheirs(part.post()));
    }

    /** A number that there is not is found out by the step. */
    private @Nullable CaseRule returning(int number) {
        List<Part> parts = petitionCase.parts();
        boolean anothers = number >= 1
                && number <= parts.size()
                && !isTheirs(parts.get(number - 1).post());
        return anothers ? CaseRule.ASKED_RETURNS : broken(Step.RETURN_PART);
    }

    /** Somebody else than who holds it: who leads in its line, keeps the petitions of one of its units, or oversees. */
    private boolean mayRemind() {
        Organisation today = turn.organisation();
        String by = turn.by().officer();
        boolean oversees = turn.by().post().equals(Caller.OVERSEER)
                || leading().isPresent()
                || today.unit(petitionCase.assignment().unit()).stream()
                        .flatMap(unit -> today.upwards(unit).stream())
                        .anyMatch(unit -> isTheirs(unit.petitionOffice()));
        return oversees
                && petitionCase.ownerToTell(turn.today(), turn.now()).stream()
                        .flatMap(post -> today.post(post).stream())
                        .anyMatch(post -> !post.officer().equals(by));
    }

    /** The nearest post of the line above the owner that is theirs. */
    Optional<String> leading() {
        return petitionCase.line(turn.organisation()).leaders().stream()
                .filter(this::isTheirs)
                .findFirst();
    }

    /** Of who holds the post, or stands in. */
    private boolean isTheirs(String post) {
        return turn.organisation().reading(turn.by().officer()).posts().contains(post);
    }

    /** The head of the unit, who stands in for the head by the organisation, or somebody above. */
    private boolean mayApprove() {
        Line line = petitionCase.line(turn.organisation());
        String post = turn.by().post();
        return line.head().equals(post)
                || line.above().contains(post)
                || turn.organisation()
                        .standIn(line.head(), turn.day())
                        .filter(post::equals)
                        .isPresent();
    }

    /**
     * Whom an unclear case is about says whoever has it. Afterwards it is kept from somebody else only by who stands above
     * them, the office above, or a supervisor beside the line: it would be taken out of the hands, and out of the sight, of
     * those who oversee it. What a person found is taken back by who holds the case or stands above them.
     */
    private @Nullable CaseRule screening(Command.Screen screening) {
        CaseRule broken = broken(Step.SCREEN);
        if (broken != null) {
            return broken;
        }
        boolean theirs =
                petitionCase.guard().unclear() || screening.accused().stream().allMatch(this::mayScreen);
        return theirs && screening.cleared().stream().allMatch(this::mayClear) ? null : CaseRule.ABOVE_RECUSES;
    }

    /** Nobody from whom it is kept: it may be about them too. */
    private boolean mayClear(String officer) {
        return !petitionCase.guard().keepsOutOfficer(turn.by().officer(), turn.organisation())
                && (turn.by().post().equals(petitionCase.assignment().owner())
                        || superiors.isOfficeAbove(turn.by().officer(), officer));
    }

    private boolean mayScreen(String officer) {
        return mayRecuse(officer)
                || superiors.isOfficeAbove(turn.by().officer(), officer)
                || turn.by().post().equals(Caller.OVERSEER);
    }

    /** Everybody steps out themselves; who is no officer is found out by the step. */
    private boolean mayRecuse(String officer) {
        String by = turn.by().officer();
        return by.equals(officer)
                || superiors.isAbove(by, officer)
                || !turn.today().accusations().isOfficer(officer);
    }

    /** Who proposed it may only withdraw the proposal; a number that there is not is found out by the step. */
    private @Nullable CaseRule redaction(int number, boolean undoing) {
        return petitionCase
                .redaction(number)
                .filter(redaction -> !mayRedact(redaction, undoing))
                .map(redaction -> CaseRule.ABOVE_REDACTS)
                .orElse(null);
    }

    private @Nullable CaseRule redactions(boolean undoing) {
        List<Redaction> open = petitionCase.redactions().stream()
                .filter(redaction ->
                        undoing ? !redaction.is(Redaction.State.UNDONE) : redaction.is(Redaction.State.PROPOSED))
                .toList();
        return open.isEmpty() || open.stream().anyMatch(redaction -> mayRedact(redaction, undoing))
                ? null
                : CaseRule.ABOVE_REDACTS;
    }

    private boolean mayRedact(Redaction redaction, boolean undoing) {
        String by = turn.by().officer();
        if (by.equals(redaction.officer())) {
            return undoing && redaction.is(Redaction.State.PROPOSED);
        }
        return isAbove(by, redaction.officer()) || petitionCase.isReviewedBy(by, turn.organisation());
    }

    /** Who proposed it may hold no post: then who stands above the owner of the case decides. */
    private boolean isAbove(String by, @Nullable String proposer) {
        if (proposer == null || !turn.today().accusations().isOfficer(proposer)) {
            return petitionCase.isOverseenBy(by, turn.organisation(), turn.day());
        }
        return superiors.isOfficeAbove(by, proposer);
    }

    private @Nullable CaseRule review() {
        return petitionCase.priors.contains(turn.by().officer()) ? CaseRule.OTHERS_REVIEW : null;
    }
}
