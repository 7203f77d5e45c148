package org.redress.routing.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.cases.Clock;
import org.redress.routing.clocks.Beginning;
import org.redress.routing.organisation.Organisation;
import org.redress.routing.procedure.Command;
import org.redress.routing.procedure.Step;

/** Parts of a case that others do 协办: whoever is asked sees what it is about and what is asked, and acts on nothing else. */
final class CoHandling {

    private final PetitionCase petitionCase;
    private final Turn turn;

    CoHandling(PetitionCase petitionCase, Turn turn) {
        this.petitionCase = petitionCase;
        this.turn = turn;
    }

    Outcome ask(Command.AskPart asked, @Nullable CaseText words) {
        Optional<Outcome> wrong = obstacle(asked.post()).map(problem -> PetitionCase.wrong("post", problem));
        if (wrong.isPresent()) {
            return wrong.get();
        }
        if (!turn.isToCome(asked.dueOn())) {
            return PetitionCase.wrong("dueOn", "day-to-come");
        }
        begin(asked.post(), asked.dueOn(), words);
        return petitionCase.taken(
                Step.ASK_PART,
                turn,
                words,
                Detail.of("post", asked.post()).and("day", asked.dueOn()),
                null,
                petitionCase.standingIn(List.of(asked.post()), turn));
    }

    /** Asks a post for a part and returns true, if nothing stands against it: what else is said of the case goes on. */
    boolean alsoAsk(String post, LocalDate dueOn, @Nullable CaseText words) {
        boolean asked = obstacle(post).isEmpty();
        if (asked) {
            begin(post, dueOn, words);
        }
        return asked;
    }

    private void begin(String post, LocalDate dueOn, @Nullable CaseText words) {
        petitionCase.parts.add(
                Part.asked(post, turn.by().post(), turn.day(), dueOn, words == null ? null : words.id()));
        petitionCase.clocks =
                petitionCase.time(turn.edition()).beginUntil(petitionCase.clocks, Beginning.PART, turn.day(), dueOn);
    }

    /** Why a post cannot be asked; empty where it can. */
    private Optional<String> obstacle(String post) {
        Organisation organisation = turn.organisation();
        if (!organisation.posts().containsKey(post)
                || organisation.discipline().line().contains(post)) {
            return Optional.of("no-such-post");
        }
        if (petitionCase.restricted() || petitionCase.guard.keepsOut(post, organisation)) {
            return Optional.of("kept-out");
        }
        if (petitionCase.isLimitedFor(organisation.posts().get(post).officer())) {
            return Optional.of("not-named");
        }
        boolean has = post.equals(petitionCase.assignment().owner())
                || petitionCase.parts.stream()
                        .anyMatch(part -> part.isOpen() && part.post().equals(post));
        return has ? Optional.of("has-it-already") : Optional.empty();
    }

    /** Returns a part, which whoever asked for it and whoever holds the case learn. */
    Outcome giveBack(Command.ReturnPart returned, @Nullable CaseText words) {
        int index = returned.part() - 1;
        if (index < 0
                || index >= petitionCase.parts.size()
                || !petitionCase.parts.get(index).isOpen()) {
            return PetitionCase.wrong("part", "no-open-part");
        }
        Part part = petitionCase.parts.get(index);
        petitionCase.parts.set(index, part.returned(turn.day(), words == null ? null : words.id()));
        end(index);
        List<String> told = Stream.concat(
                        petitionCase.standingIn(List.of(part.by()), turn).stream(),
                        petitionCase.ownerToTell(turn.today(), turn.now()).stream())
                .distinct()
                .toList();
        return petitionCase.taken(Step.RETURN_PART, turn, words, Detail.ofOther(part.post(), turn), null, told);
    }

    /** Its clock alone: each part has one of its own, in their order, where the rules of the case know such. */
    private void end(int index) {
        List<Clock> begun = petitionCase.time(turn.edition()).begun(petitionCase.clocks, Beginning.PART);
        if (index < begun.size() && begun.get(index).state() == Clock.State.RUNNING) {
            Clock clock = begun.get(index);
            petitionCase.clocks = petitionCase.clocks.with(
                    clock.in(turn.day().isAfter(clock.dueOn()) ? Clock.State.LATE : Clock.State.MET));
        }
    }
}
