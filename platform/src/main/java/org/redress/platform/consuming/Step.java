package org.redress.platform.consuming;

import java.util.List;

/**
 * One thing a consumer does before its offset moves.
 *
 * @param <R> the record
 */
sealed interface Step<R extends Arrived> {

    /** Effects and positions, each pair in one write guarded by where the stream stood. */
    record Apply<R extends Arrived>(List<Next<R>> events) implements Step<R> {}

    /** Evidence of a record that is not applied. */
    record KeepLetter<R extends Arrived>(R record, boolean bad) implements Step<R> {}

    /** Why the aggregate is to be parked. */
    record NoteCause<R extends Arrived>(R record) implements Step<R> {}

    /** That this one, too, must come again before the aggregate is whole. */
    record NoteFollower<R extends Arrived>(R record) implements Step<R> {}

    /**
     * Another event was applied at the record's place: evidence, cause and mark, since nothing that follows can be
     * trusted before a newer epoch replaces it.
     */
    record Damage<R extends Arrived>(R record, Position before) implements Step<R> {}

    /** What came behind a damage is judged when that is marked. */
    record Rest<R extends Arrived>(List<R> records) implements Step<R> {}

    /** The mark, guarded by where the stream stood. */
    record Mark<R extends Arrived>(R record, Position before, Position after) implements Step<R> {}

    /** Remembers that something before the record is missing. */
    record NoteGap<R extends Arrived>(R record) implements Step<R> {}

    /** The next event of its stream. */
    record Next<R extends Arrived>(R record, Position before, Position after, boolean snapshot) {}
}
