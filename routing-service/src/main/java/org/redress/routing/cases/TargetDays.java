package org.redress.routing.cases;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.routing.configuration.Names;
import org.redress.routing.procedure.Command;
import org.redress.routing.procedure.Command.SetTarget.Kind;
import org.redress.routing.procedure.Step;

/** Days that somebody was given or promised 限时事项; they run beside the limits of the law and move none of them. */
final class TargetDays {

    private final PetitionCase petitionCase;
    private final Turn turn;

    TargetDays(PetitionCase petitionCase, Turn turn) {
        this.petitionCase = petitionCase;
        this.turn = turn;
    }

    /** Notes a day, which whoever holds the case learns; the petitioner sees what they are promised. */
    Outcome set(Command.SetTarget noted, @Nullable CaseText words) {
        if (!turn.isToCome(noted.dueOn())) {
            return PetitionCase.wrong("dueOn", "day-to-come");
        }
        TargetDay target = TargetDay.set(
                noted.kind(), turn.by().post(), turn.day(), noted.dueOn(), words == null ? null : words.id());
        petitionCase.targets.add(target);
        Detail detail = Detail.of("kind", noted.kind()).and("day", noted.dueOn());
        return taken(Step.SET_TARGET, target, words, detail, null, Stream.empty());
    }

    /** Notes what became of a day, which whoever noted it and whoever holds the case learn; what it was stays. */
    Outcome end(Command.EndTarget end, @Nullable CaseText words) {
        int index = end.target() - 1;
        if (index < 0
                || index >= petitionCase.targets.size()
                || !petitionCase.targets.get(index).isOpen()) {
            return PetitionCase.wrong("target", "no-open-target");
        }
        TargetDay target = petitionCase.targets.get(index);
        petitionCase.targets.set(index, target.ended(end.ending(), turn.day(), words == null ? null : words.id()));
        Detail detail =
                Detail.of("kind", target.kind()).and("day", target.dueOn()).and("ending", end.ending());
        return taken(Step.END_TARGET, target, words, detail, Names.of(end.ending()), Stream.of(target.by()));
    }

    private Outcome taken(
            Step step,
            TargetDay target,
            @Nullable CaseText words,
            Detail detail,
            @Nullable String outcome,
            Stream<String> told) {
        List<String> alerts = Stream.concat(
                        petitionCase.standingIn(told.toList(), turn).stream(),
                        petitionCase.ownerToTell(turn.today(), turn.now()).stream())
                .filter(post -> !post.equals(turn.by().post()))
                .distinct()
                .toList();
        return target.kind() == Kind.PROMISED
                ? petitionCase.promised(step, turn, words, detail, outcome, alerts, target.dueOn())
                : petitionCase.taken(step, turn, words, detail, outcome, alerts);
    }
}
