package org.redress.routing.grouping;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.groups.PetitionsGrouped;
import org.redress.contracts.groups.PetitionsGrouped.Described;
import org.redress.contracts.groups.PetitionsGrouped.Joined;
import org.redress.contracts.groups.PetitionsGrouped.Merged;
import org.redress.platform.publishing.Aggregate;
import org.redress.routing.likeness.Change;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A run through petitions of one day: which joined which group and which groups became one, in the order it was decided. All
 * runs in the order of their ids are the log that the groups are made of again; what a run says is never decided anew.
 */
@Document(GroupingRun.COLLECTION)
final class GroupingRun extends Aggregate {

    static final String COLLECTION = "groupings";

    /** A document stays far below what a database takes. */
    static final int MOST = 5_000;

    private static final int DESCRIBED_AT_ONCE = 200;

    private LocalDate day;
    private List<Entry> entries = new ArrayList<>();
    private boolean complete;

    /**
     * A line of the log; one without a petition and without a group is the end of the day.
     *
     * @param petition id of the petition that joined; absent for groups that became one
     * @param group the group that it joined, or that is no more
     * @param into the group that has its petitions now; absent where a petition joined
     */
    record Entry(
            @Nullable String petition, int group, @Nullable Integer into) {

        static final Entry DAY_ENDS = new Entry(null, 0, null);

        static Entry of(Change change) {
            return switch (change) {
                case Change.Joined joined -> new Entry(joined.petition(), joined.group(), null);
                case Change.Merged merged -> new Entry(null, merged.from(), merged.into());
            };
        }
    }

    /** The run of that number, from 1. */
    GroupingRun(int number, LocalDate day) {
        super(id(number));
        this.day = day;
    }

    @SuppressWarnings({"NullAway.Init", "unused"}) // for the mapping
    private GroupingRun() {}

    static String id(int number) {
        return PetitionsGrouped.runId(number);
    }

    int number() {
        return PetitionsGrouped.number(id());
    }

    /** The business day whose petitions it goes through. */
    LocalDate day() {
        return day;
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** True when all petitions of its day are told. */
    boolean isComplete() {
        return complete;
    }

    /** True when it takes no more. */
    boolean isFull() {
        return complete || entries.size() >= MOST;
    }

    /** Petitions joined, in this order. */
    void went(List<Change> changes, Instant now) {
        changes.stream().map(Entry::of).forEach(entries::add);
        record(new PetitionsGrouped(nextHead(null, now), joined(changes), merged(changes), List.of(), isFull(), null));
    }

    /** The day is over, which let these groups become one. */
    void complete(List<Change> changes, List<Described> described, Instant now) {
        entries.add(Entry.DAY_ENDS);
        changes.stream().map(Entry::of).forEach(entries::add);
        complete = true;
        int from = 0;
        for (; described.size() - from > DESCRIBED_AT_ONCE; from += DESCRIBED_AT_ONCE) {
            List<Described> some = described.subList(from, from + DESCRIBED_AT_ONCE);
            record(new PetitionsGrouped(nextHead(null, now), List.of(), List.of(), List.copyOf(some), false, null));
        }
        List<Described> last = List.copyOf(described.subList(from, described.size()));
        record(new PetitionsGrouped(nextHead(null, now), joined(changes), merged(changes), last, true, day));
    }

    private static List<Joined> joined(List<Change> changes) {
        return changes.stream()
                .filter(Change.Joined.class::isInstance)
                .map(Change.Joined.class::cast)
                .map(change -> new Joined(change.petition(), change.group()))
                .toList();
    }

    private static List<Merged> merged(List<Change> changes) {
        return changes.stream()
                .filter(Change.Merged.class::isInstance)
                .map(Change.Merged.class::cast)
                .map(change -> new Merged(change.from(), change.into()))
                .toList();
    }
}
