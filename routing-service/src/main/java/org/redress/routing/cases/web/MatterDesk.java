package org.redress.routing.cases.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.ConflictException;
import org.redress.platform.web.FieldProblem;
import org.redress.platform.web.InvalidRequestException;
import org.redress.platform.web.Message;
import org.redress.platform.web.RefusedException;
import org.redress.routing.cases.Caller;
import org.redress.routing.cases.Cases;
import org.redress.routing.configuration.Names;
import org.redress.routing.matters.Matter;
import org.redress.routing.matters.MatterOutcome;
import org.redress.routing.matters.Matters;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Takes what officers ask of matters 同一事项, from the interface and from pages alike, and says why something is not done. */
@Component
class MatterDesk {

    private final Matters matters;
    private final Cases cases;

    MatterDesk(Matters matters, Cases cases) {
        this.matters = matters;
        this.cases = cases;
    }

    /**
     * A matter the reader may see.
     *
     * @throws RefusedException 404 where there is none, or one of its members is kept from the reader
     */
    Matter find(String matterId, Caller reader) {
        return matters.find(matterId)
                .filter(matter -> isVisible(matter, reader))
                .orElseThrow(MatterDesk::notFound);
    }

    static RefusedException notFound() {
        return new RefusedException(HttpStatus.NOT_FOUND, Message.of("matter.not-found"));
    }

    /**
     * Opens one.
     *
     * @param key key of the command; absent without one
     * @throws RefusedException where a petition is not the reader's to move, or a rule stands against it
     */
    Matter open(String title, List<String> petitionIds, @Nullable String key, Caller reader) {
        List<String> ids = petitionIds.stream().distinct().toList();
        Set<String> movable = cases.movable(ids, reader);
        List<FieldProblem> wrong = new ArrayList<>();
        for (int i = 0; i < petitionIds.size(); i++) {
            if (!movable.contains(petitionIds.get(i))) {
                wrong.add(new FieldProblem("petitionIds[" + i + "]", "case.wrong.no-such-case", null));
            }
        }
        if (!wrong.isEmpty()) {
            throw new InvalidRequestException(wrong);
        }
        return done(matters.open(title, ids, reader.id(), Preconditions.key(reader, key)), reader);
    }

    /** Adds a petition. */
    Matter add(String matterId, String petitionId, Caller reader) {
        return change(matterId, petitionId, reader, matters::add);
    }

    /** Takes a petition out. */
    Matter remove(String matterId, String petitionId, Caller reader) {
        return change(matterId, petitionId, reader, matters::remove);
    }

    /** Adding and taking out mean the same whatever else has changed: they are tried until nobody was faster. */
    private Matter change(
            String matterId, String petitionId, Caller reader, BiFunction<Matter, String, MatterOutcome> change) {
        Matter matter = find(matterId, reader);
        requireMovable(List.of(petitionId), reader);
        MatterOutcome outcome = change.apply(matter, petitionId);
        while (outcome instanceof MatterOutcome.Changed changed) {
            outcome = change.apply(changed.matter(), petitionId);
        }
        return done(outcome, reader);
    }

    /** Gives one opinion to all members. */
    Matter giveOpinion(
            String matterId, @Nullable String version, @Nullable String key, Order.Opinion order, Caller reader) {
        Matter matter = find(matterId, reader);
        requireMovable(matter.members(), reader);
        return done(
                matters.giveOpinion(
                        matter,
                        Preconditions.version(version),
                        order.command(),
                        order.words(),
                        reader.id(),
                        Preconditions.key(reader, key)),
                reader);
    }

    private void requireMovable(List<String> petitionIds, Caller reader) {
        if (!cases.movable(petitionIds, reader).containsAll(petitionIds)) {
            throw new RefusedException(HttpStatus.FORBIDDEN, Message.of("matter.not-yours"));
        }
    }

    private Matter done(MatterOutcome outcome, Caller reader) {
        return switch (outcome) {
            case MatterOutcome.Done done -> done.matter();
            case MatterOutcome.Refused refused ->
                throw new ConflictException("matter.rule." + Names.of(refused.rule()))
                        .with("rule", Names.of(refused.rule()));
            case MatterOutcome.NotReady notReady -> throw new MembersNotReady(notReady.rules());
            case MatterOutcome.Wrong wrong ->
                throw new InvalidRequestException(
                        List.of(new FieldProblem(wrong.field(), "case.wrong." + wrong.problem(), null)));
            case MatterOutcome.InAnotherMatter inAnother -> throw inAnother(inAnother.petitionIds(), reader);
            case MatterOutcome.KeyTaken keyTaken -> throw Preconditions.keyTaken();
            case MatterOutcome.Changed changed ->
                throw new RefusedException(HttpStatus.PRECONDITION_FAILED, Message.of("matter.changed"))
                        .with("version", changed.matter().version())
                        .with(
                                "total",
                                cases.readable(changed.matter().members(), reader)
                                        .size());
        };
    }

    /** Names those whose matter the reader may see; of another the reader learns no more than that it does not work now. */
    private RefusedException inAnother(List<String> petitionIds, Caller reader) {
        List<String> visible = petitionIds.stream()
                .filter(id -> matters.of(id)
                        .filter(matter -> isVisible(matter, reader))
                        .isPresent())
                .toList();
        return visible.isEmpty()
                ? new ConflictException("matter.not-now")
                : new ConflictException("matter.elsewhere").with("petitionIds", visible);
    }

    private boolean isVisible(Matter matter, Caller reader) {
        return !cases.readableTogether(matter.members(), reader).isEmpty();
    }
}
