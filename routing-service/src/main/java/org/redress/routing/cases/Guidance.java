package org.redress.routing.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.routing.configuration.Names;
import org.redress.routing.organisation.Organisation;
import org.redress.routing.organisation.Post;
import org.redress.routing.organisation.Unit;
import org.redress.routing.procedure.Command;
import org.redress.routing.procedure.Command.Instruct.Verdict;
import org.redress.routing.procedure.Command.SetTarget.Kind;
import org.redress.routing.procedure.Step;

/** How leaders take part in a case 拟办、批示: what is proposed to them, and what they instruct. */
final class Guidance {

    private final PetitionCase petitionCase;
    private final Turn turn;

    Guidance(PetitionCase petitionCase, Turn turn) {
        this.petitionCase = petitionCase;
        this.turn = turn;
    }

    /** Proposes how to handle it to a leader of its line, in place of what was proposed before. */
    Outcome propose(Command.Propose proposed, @Nullable CaseText words) {
        Optional<Outcome> wrong =
                wrongLeader(proposed.leader()).or(() -> wrongPlaces(proposed.lead(), proposed.assisting()));
        if (wrong.isPresent()) {
            return wrong.get();
        }
        petitionCase.proposal =
                new Proposal(turn.by().post(), proposed.leader(), proposed.lead(), proposed.assisting());
        Detail detail = Detail.of("post", proposed.leader())
                .and("lead", proposed.lead())
                .and("assisting", proposed.assisting());
        return petitionCase.taken(
                Step.PROPOSE, turn, words, detail, null, petitionCase.standingIn(List.of(proposed.leader()), turn));
    }

    /**
     * Instructs, which whoever proposed it and whoever holds the case learn; they carry it out, by a day that is noted. The
     * assisting units and posts are asked.
     */
    Outcome instruct(Command.Instruct order, @Nullable CaseText words) {
        if (order.verdict() == Verdict.AS_PROPOSED && petitionCase.proposal == null) {
            return PetitionCase.wrong("verdict", "nothing-proposed");
        }
        Optional<Outcome> wrong = wrongPlaces(order.lead(), order.assisting())
                .or(() -> turn.isToCome(order.dueOn())
                        ? Optional.empty()
                        : Optional.of(PetitionCase.wrong("dueOn", "day-to-come")));
        if (wrong.isPresent()) {
            return wrong.get();
        }
        List<String> told = Stream.concat(
                        Stream.ofNullable(petitionCase.proposal).map(Proposal::by),
                        petitionCase.ownerToTell(turn.today(), turn.now()).stream())
                .collect(Collectors.toCollection(ArrayList::new));
        petitionCase.proposal = null;
        petitionCase.instruction =
                new Instruction(turn.by().post(), order.verdict(), order.lead(), order.assisting(), order.dueOn());
        petitionCase.targets.add(TargetDay.set(
                Kind.INSTRUCTED, turn.by().post(), turn.day(), order.dueOn(), words == null ? null : words.id()));
        CoHandling parts = new CoHandling(petitionCase, turn);
        order.assisting().stream()
                .map(this::asked)
                .filter(post -> parts.alsoAsk(post, order.dueOn(), words))
                .forEach(told::add);
        Detail detail = Detail.of("verdict", order.verdict())
                .and("lead", order.lead())
                .and("assisting", order.assisting())
                .and("day", order.dueOn());
        return petitionCase.taken(
                Step.INSTRUCT, turn, words, detail, Names.of(order.verdict()), petitionCase.standingIn(told, turn));
    }

    /** Takes it in personal charge 包案, in place of whoever had; whoever holds it learns that. */
    Outcome takeCharge(@Nullable CaseText words) {
        String leader = new Authority(petitionCase, turn).leading().orElseThrow();
        petitionCase.inCharge = leader;
        return petitionCase.taken(
                Step.TAKE_CHARGE,
                turn,
                words,
                Detail.ofOther(leader, turn),
                null,
                petitionCase.ownerToTell(turn.today(), turn.now()));
    }

    /** A leader is somebody else in the line above the owner who may know of the case. */
    private Optional<Outcome> wrongLeader(String leader) {
        Post post = turn.organisation().posts().get(leader);
        boolean inLine = post != null
                && !post.officer().equals(turn.by().officer())
                && petitionCase.line(turn.organisation()).leaders().contains(leader);
        return inLine ? Optional.empty() : Optional.of(PetitionCase.wrong("leader", "no-leader"));
    }

    /** What is known to few is handled by nobody beside them. */
    private Optional<Outcome> wrongPlaces(String lead, List<String> assisting) {
        if (petitionCase.restricted() && !assisting.isEmpty()) {
            return Optional.of(PetitionCase.wrong("assisting[0]", "kept-out"));
        }
        return wrongPlace("lead", lead)
                .or(() -> IntStream.range(0, assisting.size())
                        .mapToObj(index -> wrongPlace("assisting[" + index + "]", assisting.get(index)))
                        .flatMap(Optional::stream)
                        .findFirst())
                .or(() -> IntStream.range(0, assisting.size())
                        .filter(index -> isLimitedFor(assisting.get(index)))
                        .mapToObj(index -> PetitionCase.wrong("assisting[" + index + "]", "not-named"))
                        .findFirst());
    }

    /** The departments of an organisation are posts without a unit: both can be named. */
    private Optional<Outcome> wrongPlace(String field, String place) {
        Organisation organisation = turn.organisation();
        boolean unit = organisation.unit(place).isPresent();
        boolean post = organisation.posts().containsKey(place)
                && !organisation.discipline().line().contains(place);
        if (!unit && !post) {
            return Optional.of(PetitionCase.wrong(field, "no-such-place"));
        }
        boolean kept = unit
                ? petitionCase.guard.covers(place, organisation)
                : petitionCase.guard.keepsOut(place, organisation);
        return kept ? Optional.of(PetitionCase.wrong(field, "kept-out")) : Optional.empty();
    }

    /** Nobody is asked to help with words that do not open to them. */
    private boolean isLimitedFor(String place) {
        Post post = turn.organisation().posts().get(asked(place));
        return post != null && petitionCase.isLimitedFor(post.officer());
    }

    /** The post that is asked for the part of a unit: its office; or the post itself. */
    private String asked(String place) {
        return turn.organisation().unit(place).map(Unit::petitionOffice).orElse(place);
    }
}
