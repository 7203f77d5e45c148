package org.redress.routing.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.routing.cases.HistoryEntry.What;
import org.redress.routing.classification.Classification;
import org.redress.routing.clocks.Beginning;
import org.redress.routing.configuration.Names;
import org.redress.routing.organisation.Accusations;
import org.redress.routing.organisation.Assignment;
import org.redress.routing.organisation.Exclusion;
import org.redress.routing.organisation.Line;
import org.redress.routing.organisation.Organisation;
import org.redress.routing.organisation.Post;
import org.redress.routing.organisation.Superiors;
import org.redress.routing.procedure.Command;
import org.redress.routing.procedure.ReviewLevel;
import org.redress.routing.procedure.Step;

/** What goes on beside the way of a case: supervision, corrections and notes 督办 (Reg. 42). */
final class Oversight {

    private final PetitionCase petitionCase;
    private final Turn turn;

    Oversight(PetitionCase petitionCase, Turn turn) {
        this.petitionCase = petitionCase;
        this.turn = turn;
    }

    Outcome reportBack(@Nullable CaseText report) {
        petitionCase.end(Step.REPORT_BACK, turn);
        List<String> asked = petitionCase.standingIn(petitionCase.reportTo, turn);
        petitionCase.reportTo = new ArrayList<>();
        petitionCase.supervision = null;
        return petitionCase.taken(Step.REPORT_BACK, What.REPORTED, turn, report, null, asked);
    }

    Outcome supervise(Command.Supervise push, @Nullable CaseText instruction) {
        if (!turn.isToCome(push.dueOn())) {
            return PetitionCase.wrong("dueOn", "day-to-come");
        }
        petitionCase.reportTo.add(turn.by().post());
        petitionCase.supervision = push.level();
        petitionCase.clocks = petitionCase
                .time(turn.edition())
                .beginUntil(petitionCase.clocks, Beginning.SUPERVISION, turn.day(), push.dueOn());
        Line line = petitionCase.line(turn.organisation());
        List<String> told = Stream.concat(
                        petitionCase
                                .working(turn.organisation(), List.of(line.owner(), line.head()), turn.day())
                                .stream(),
                        petitionCase.leadersThere(turn.organisation(), turn.day()))
                .distinct()
                .toList();
        return petitionCase.taken(Step.SUPERVISE, What.SUPERVISED, turn, instruction, Names.of(push.level()), told);
    }

    /** Reminds whoever holds it, or stands in, of what is owed; which days that are the event says with its clocks. */
    Outcome remind() {
        return petitionCase.taken(
                Step.REMIND, turn, null, Detail.NONE, null, petitionCase.ownerToTell(turn.today(), turn.now()));
    }

    /** Confirms how many people are behind it, which alarms as if the petition had come with that number. */
    Outcome confirmCount(Command.ConfirmCount count, @Nullable CaseText note) {
        petitionCase.registration = petitionCase.registration().confirmed(count.headCount());
        List<String> told = petitionCase.crowdTold(turn.organisation(), turn.edition(), turn.now());
        return petitionCase.taken(
                Step.CONFIRM_COUNT, What.COUNT_CONFIRMED, turn, note, Integer.toString(count.headCount()), told);
    }

    /**
     * Says whom it is about: it goes one level above them and is kept from them and theirs, or, about nobody, to whom the
     * net names. Where that takes back what a person found, who stands above whoever does so learns of it.
     */
    Outcome screen(Command.Screen screening, @Nullable CaseText note) {
        Organisation organisation = turn.organisation();
        Optional<Outcome> wrong = wrongIn(screening);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        Exclusion found = petitionCase.guard.found(
                Set.copyOf(screening.accused()), Set.copyOf(screening.cleared()), organisation);
        if (petitionCase.guard.leavesSomebody(organisation) && !found.leavesSomebody(organisation)) {
            return PetitionCase.wrong("accused", "nobody-left");
        }
        Exclusion before = petitionCase.guard;
        List<String> above = screening.cleared().isEmpty() ? List.of() : aboveWhoClears();
        boolean alarmed = petitionCase.heldBefore != null || (petitionCase.heldBeforeFound != null && !found.secret());
        petitionCase.end(Step.SCREEN, turn);
        petitionCase.guard = found;
        petitionCase.mentioned = new ArrayList<>();
        petitionCase.clear(before.accused(), found.accused());
        petitionCase.give(screened(before.secret()), turn.today());
        List<String> told = Stream.concat(
                        petitionCase.ownerToTell(turn.today(), turn.now()).stream(),
                        petitionCase.standingIn(above, turn).stream())
                .distinct()
                .toList();
        String outcome = petitionCase.guard.secret() ? "kept-secret" : "about-nobody";
        Outcome done = petitionCase.taken(
                Step.SCREEN,
                What.SCREENED,
                turn,
                note,
                screening.cleared().isEmpty() ? outcome : "taken-back " + outcome,
                told);
        if (!alarmed) {
            petitionCase.alarm(organisation, turn.edition(), turn.now());
        }
        return done;
    }

    private Optional<Outcome> wrongIn(Command.Screen screening) {
        Accusations accusations = turn.today().accusations();
        for (int index = 0; index < screening.accused().size(); index++) {
            if (!accusations.isOfficer(screening.accused().get(index))) {
                return Optional.of(PetitionCase.wrong("accused[" + index + "]", "no-such-officer"));
            }
        }
        for (int index = 0; index < screening.cleared().size(); index++) {
            String officer = screening.cleared().get(index);
            if (screening.accused().contains(officer)
                    || !petitionCase.guard.found().contains(officer)) {
                return Optional.of(PetitionCase.wrong("cleared[" + index + "]", "not-found-by-a-person"));
            }
        }
        return Optional.empty();
    }

    /** Who stands next above whoever clears somebody, in the line that has it; the discipline desk at its top. */
    private List<String> aboveWhoClears() {
        String by = turn.by().officer();
        Line line = petitionCase.line(turn.organisation());
        return List.of(new Superiors(turn.organisation(), turn.day())
                .next(by, line, line, by)
                .orElseGet(() -> turn.organisation().discipline().line().getFirst()));
    }

    /** Above whom it is about, in a review one level up; about nobody, with who had it or would have had it at once. */
    private Assignment screened(boolean wasSecret) {
        Assignment now = petitionCase.assignment();
        Assignment before = petitionCase.heldBefore == null ? petitionCase.heldBeforeFound : petitionCase.heldBefore;
        petitionCase.heldBefore = null;
        petitionCase.heldBeforeFound = !petitionCase.guard.secret() ? null : wasSecret ? before : now;
        if (!petitionCase.guard.secret() && before != null && isThere(before)) {
            return before;
        }
        if (petitionCase.instance() != ReviewLevel.FIRST) {
            return new Assignment(now.unit(), now.owner(), petitionCase.guard.secret(), now.reason());
        }
        if (petitionCase.guard.secret()) {
            return turn.today().assigner().guarded(petitionCase.guard);
        }
        Classification found = petitionCase.registration().classification();
        return wasSecret && found != null
                ? turn.today()
                        .assigner()
                        .assign(
                                petitionCase.registration().petition().addressed(),
                                found,
                                petitionCase.guard,
                                turn.roster())
                : now;
    }

    private boolean isThere(Assignment before) {
        return turn.organisation().posts().containsKey(before.owner())
                && turn.organisation().unit(before.unit()).isPresent();
    }

    /** Has an officer step out, which who stands above learns; where that is the owner, who is next in the line has it. */
    Outcome recuse(Command.Recuse recusal, @Nullable CaseText reason) {
        if (!turn.today().accusations().isOfficer(recusal.officer())) {
            return PetitionCase.wrong("officer", "no-such-officer");
        }
        Line before = petitionCase.line(turn.organisation());
        petitionCase.guard = petitionCase.in(turn.today(), petitionCase.guard.recusing(Set.of(recusal.officer())));
        petitionCase.give(petitionCase.assignment(), turn.today());
        return petitionCase.taken(
                Step.RECUSE, What.RECUSED, turn, reason, recusal.officer(), ownerAndAbove(recusal.officer(), before));
    }

    /** Who has it, and who stands next above an officer, by a line as it was. */
    private List<String> ownerAndAbove(String officer, Line before) {
        Line line = petitionCase.line(turn.organisation());
        Stream<String> above = new Superiors(turn.organisation(), turn.day())
                .next(officer, before, line, turn.by().officer()).stream();
        List<String> told = Stream.concat(Stream.of(line.owner()), above).toList();
        return petitionCase.working(turn.organisation(), told, turn.day());
    }

    Outcome reclassify(Command.Reclassify correction, @Nullable CaseText reason) {
        if (turn.today().rulebook().topics().find(correction.topic()).isEmpty()) {
            return PetitionCase.wrong("topic", "no-such-topic");
        }
        boolean urgent = petitionCase.isOfUrgentTopic(turn.edition());
        petitionCase.registration = petitionCase
                .registration()
                .about(Classification.chosen(correction.topic(), turn.by().post()));
        boolean becomesUrgent = !urgent && petitionCase.isOfUrgentTopic(turn.edition());
        List<String> told = becomesUrgent ? petitionCase.toTellOfArrival(turn) : List.of();
        return petitionCase.taken(Step.RECLASSIFY, What.RECLASSIFIED, turn, reason, correction.topic(), told);
    }

    Outcome reassign(Command.Reassign change, @Nullable CaseText reason) {
        Organisation organisation = turn.organisation();
        if (!organisation.posts().containsKey(change.post())
                || organisation.discipline().line().contains(change.post())) {
            return PetitionCase.wrong("post", "no-such-post");
        }
        if (petitionCase.guard.keepsOut(change.post(), organisation)) {
            return PetitionCase.wrong("post", "kept-out");
        }
        if (petitionCase.priors.contains(organisation.posts().get(change.post()).officer())) {
            return PetitionCase.wrong("post", "decided-before");
        }
        if (petitionCase.instance() != ReviewLevel.FIRST && !isAsHigh(change.post())) {
            return PetitionCase.wrong("post", "below-reviewer");
        }
        petitionCase.give(turn.today().assigner().reassigned(petitionCase.assignment(), change.post()), turn.today());
        return petitionCase.taken(
                Step.REASSIGN,
                What.REASSIGNED,
                turn,
                reason,
                change.post(),
                petitionCase.ownerToTell(turn.today(), turn.now()));
    }

    /** A review stays at its level: with a post of the unit that has it, or of one above. */
    private boolean isAsHigh(String post) {
        Organisation organisation = turn.organisation();
        Post reviewer = organisation.posts().get(petitionCase.assignment().owner());
        Post next = organisation.posts().get(post);
        return reviewer == null
                || next == null
                || organisation.unit(reviewer.unit()).stream()
                        .flatMap(unit -> organisation.upwards(unit).stream())
                        .anyMatch(unit -> unit.code().equals(next.unit()));
    }

    Outcome tell(@Nullable CaseText note) {
        petitionCase.untold = false;
        return petitionCase.taken(Step.TELL, What.TOLD_OTHERWISE, turn, note, null, List.of());
    }

    /** Notes a contact with the petitioner 办理联系, which moves no date; the petitioner sees that it was noted. */
    Outcome noteContact(Command.NoteContact contact, @Nullable CaseText said) {
        String outcome = Names.of(contact.outcome());
        return petitionCase.taken(
                Step.NOTE_CONTACT,
                What.CONTACTED,
                turn,
                said,
                Names.of(contact.how()) + " " + outcome,
                List.of(),
                false,
                null,
                outcome);
    }

    /** Writes the heading 事由, which no event tells of: whoever may see the case reads it there. */
    Outcome setHeading(Command.SetHeading written) {
        petitionCase.heading = written.heading();
        return petitionCase.taken(Step.SET_HEADING, What.HEADED, turn, null, null, List.of());
    }

    /** Notes what arbitration or a court has to do with it, which the petitioner sees; no date moves. */
    Outcome setMark(Command.SetMark noted) {
        LocalDate on = noted.on();
        String body = noted.body();
        if (noted.mark() == Command.SetMark.Mark.NONE) {
            if (petitionCase.mark == null) {
                return PetitionCase.wrong("mark", "no-mark");
            }
            petitionCase.mark = null;
        } else if (body == null || body.isBlank()) {
            return PetitionCase.wrong("body", "body-of-mark");
        } else if (on == null || on.isAfter(turn.day())) {
            return PetitionCase.wrong("on", "day-until-today");
        } else {
            petitionCase.mark = new Mark(noted.mark(), body.strip(), on);
        }
        Detail detail = Detail.of("mark", noted.mark()).and("day", petitionCase.mark == null ? null : on);
        String outcome = Names.of(noted.mark());
        return petitionCase.taken(Step.SET_MARK, turn, null, detail, outcome, List.of());
    }

    Outcome comment(@Nullable CaseText note) {
        return petitionCase.taken(Step.COMMENT, What.COMMENTED, turn, note, null, List.of());
    }
}
