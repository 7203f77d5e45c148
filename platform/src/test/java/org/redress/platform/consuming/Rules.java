package org.redress.platform.consuming;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.redress.platform.publishing.AcknowledgedPrefix;

/**
 * What decides in the walk: production's code, or one rule of it broken.
 *
 * @param prefix which of the events a publisher read may be cleared
 * @param judge what is done with a record
 * @param bad what is done with a record that cannot be applied
 * @param from where a resend begins in the newest epoch
 * @param pendingToo whether a resend takes what is still pending
 */
record Rules(
        BiFunction<List<Fact>, Predicate<Fact>, List<Fact>> prefix,
        Steps.Judge judge,
        BiFunction<Fact, Position, List<Step<Fact>>> bad,
        Begin from,
        boolean pendingToo) {

    /** Where a resend begins. */
    interface Begin {
        long in(Position at, int newest);
    }

    static final Rules PRODUCTION = new Rules(
            AcknowledgedPrefix::of,
            Gate::judge,
            Steps::ofBad,
            (at, newest) -> Missing.after(at).fromIn(newest),
            true);

    Rules clearing(BiFunction<List<Fact>, Predicate<Fact>, List<Fact>> other) {
        return new Rules(other, judge, bad, from, pendingToo);
    }

    Rules judging(Steps.Judge other) {
        return new Rules(prefix, other, bad, from, pendingToo);
    }

    Rules treatingBad(BiFunction<Fact, Position, List<Step<Fact>>> other) {
        return new Rules(prefix, judge, other, from, pendingToo);
    }

    Rules beginning(Begin other) {
        return new Rules(prefix, judge, bad, other, pendingToo);
    }

    Rules archiveOnly() {
        return new Rules(prefix, judge, bad, from, false);
    }
}
