package org.redress.platform.consuming;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redress.platform.consuming.Step.Apply;
import org.redress.platform.consuming.Step.Damage;
import org.redress.platform.consuming.Step.KeepLetter;
import org.redress.platform.consuming.Step.Mark;
import org.redress.platform.consuming.Step.Next;
import org.redress.platform.consuming.Step.NoteCause;
import org.redress.platform.consuming.Step.NoteFollower;
import org.redress.platform.consuming.Step.NoteGap;
import org.redress.platform.consuming.Step.Rest;

/**
 * What a consumer does with a batch and in which order, without any framework. Wherever it breaks off, the batch comes
 * again and is judged anew.
 */
final class Steps {

    /** Judges a record; {@link Gate} in production. */
    @FunctionalInterface
    interface Judge {
        Verdict judge(Position at, Arrived record);
    }

    private Steps() {}

    /** The steps for a batch, seen from where its streams stand; duplicates need none. */
    static <R extends Arrived> List<Step<R>> of(List<R> batch, Map<Source, Position> positions, Judge judge) {
        Map<Source, Position> now = new HashMap<>(positions);
        List<Next<R>> next = new ArrayList<>();
        List<Step<R>> after = new ArrayList<>();
        for (int index = 0; index < batch.size(); index++) {
            R record = batch.get(index);
            Position at = now.getOrDefault(record.source(), Position.START);
            switch (judge.judge(at, record)) {
                case Verdict.Duplicate() -> {}
                case Verdict.Parked() -> {
                    after.add(new KeepLetter<>(record, false));
                    after.add(new NoteFollower<>(record));
                }
                case Verdict.Gap() -> after.add(new NoteGap<>(record));
                case Verdict.Damage() -> {
                    after.add(new Damage<>(record, at));
                    after.add(new Rest<>(batch.subList(index + 1, batch.size())));
                    return with(next, after);
                }
                case Verdict.Apply(Position moved, boolean snapshot) -> {
                    next.add(new Next<>(record, at, moved, snapshot));
                    now.put(record.source(), moved);
                }
            }
        }
        return with(next, after);
    }

    private static <R extends Arrived> List<Step<R>> with(List<Next<R>> next, List<Step<R>> after) {
        if (!next.isEmpty()) {
            after.addFirst(new Apply<>(next));
        }
        return after;
    }

    /**
     * The steps for a record that cannot be applied: evidence, cause, mark. One that is no longer the next, because
     * another consumer was there meanwhile, is treated like any other.
     */
    static <R extends Arrived> List<Step<R>> ofBad(R record, Position at) {
        if (!(Gate.judge(at, record) instanceof Verdict.Apply)) {
            return of(List.of(record), Map.of(record.source(), at), Gate::judge);
        }
        return List.of(new KeepLetter<>(record, true), new NoteCause<>(record), new Mark<>(record, at, at.park()));
    }
}
