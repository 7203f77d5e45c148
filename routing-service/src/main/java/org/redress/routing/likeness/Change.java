package org.redress.routing.likeness;

/** What became of the groups when a petition was read, or at the end of a day. */
public sealed interface Change {

    /**
     * A petition joined a group, which may be new.
     *
     * @param petition its id
     * @param group number of the group
     */
    record Joined(String petition, int group) implements Change {}

    /**
     * All of a group went into another.
     *
     * @param from the one that is no more
     * @param into the one that has them now
     */
    record Merged(int from, int into) implements Change {}
}
