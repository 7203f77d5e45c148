package org.redress.contracts.groups;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Head;
import org.redress.contracts.WireType;

/**
 * Petitions were read and put with those that say the same. A group is known by its number, which no other group ever gets;
 * one that went into another is gone for ever. A group only suggests that its petitions are one matter.
 *
 * @param joined petitions and the groups they joined; reports and what is kept from anybody are never among them
 * @param merged groups that went into others
 * @param described what groups are about; replaces what was said of them before
 * @param ended true with the last event of its run; runs count on from 1, and what came before one is known when all before it
 *     ended
 * @param complete business day that is over, all of whose petitions are told with this event; absent while more follow
 */
@WireType("petitions.grouped.v1")
public record PetitionsGrouped(
        @JsonUnwrapped Head head,
        List<Joined> joined,
        List<Merged> merged,
        List<Described> described,
        boolean ended,
        @Nullable LocalDate complete)
        implements GroupEvent {

    private static final String RUN = "grouping-";

    /** The id of a run, by its number from 1; ids sort as their numbers do. */
    public static String runId(int number) {
        return RUN + "%09d".formatted(number);
    }

    /** The number of the run with that id. */
    public static int number(String runId) {
        return Integer.parseInt(runId.substring(RUN.length()));
    }

    /**
     * A petition joined a group, which may be new.
     *
     * @param petitionId the petition
     * @param group number of the group
     */
    public record Joined(String petitionId, int group) {}

    /**
     * All of a group went into another.
     *
     * @param from the one that is no more
     * @param into the one that has its petitions now
     */
    public record Merged(int from, int into) {}

    /**
     * What a group is about.
     *
     * @param group its number
     * @param terms words that petitions of at least five known petitioners have, the most telling first; no names of officers
     *     and no numbers
     * @param distinctness how much its petitions have in common that others do not, from 0: about 10 where they share a
     *     topic, 30 and more where it is one matter
     */
    public record Described(int group, List<String> terms, double distinctness) {}
}
