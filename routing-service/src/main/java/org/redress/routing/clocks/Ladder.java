package org.redress.routing.clocks;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * The rungs every clock climbs, as configured: reminders before the limit, a level up at and after it, then weekly.
 *
 * @param at time of day of every rung but {@code due}, in the organisation's zone
 * @param reminders rungs before the limit, in order
 * @param everyWorkingDays working days between one level and the next after the limit
 * @param digestAbove highest level that gets a message of its own; levels above it get a digest
 * @param standingEveryDays days between standing entries after the top
 */
public record Ladder(
        LocalTime at, List<Reminder> reminders, int everyWorkingDays, int digestAbove, int standingEveryDays) {

    /** Name of the rung that fires when the limit is missed. */
    public static final String DUE = "due";

    /** What the names of the levels above {@code due} begin with. */
    static final String LEVEL = "level-";

    /** What the names of the entries after the top begin with. */
    static final String STANDING = "standing-";

    /** Keeps its own copies. */
    public Ladder {
        reminders = List.copyOf(reminders);
    }

    /**
     * A rung before the limit.
     *
     * @param name its name
     * @param percent share of the limit that has passed, from 1 to 99
     * @param to who is reminded
     */
    public record Reminder(String name, int percent, List<Reminded> to) {

        /** Keeps its own copies. */
        public Reminder {
            to = List.copyOf(to);
        }
    }

    /** Who can be reminded before the limit. */
    public enum Reminded {
        /** The owner. */
        OWNER,
        /** The head of the owner's unit. */
        HEAD
    }

    /** The reminder of that name. */
    public Optional<Reminder> reminder(String name) {
        return reminders.stream()
                .filter(reminder -> reminder.name().equals(name))
                .findFirst();
    }

    /** True when a rung of that name and level belongs into the digest. */
    public boolean isDigest(String name, int level) {
        return level > digestAbove || isStanding(name);
    }

    /** True for the name of a standing entry. */
    public static boolean isStanding(String name) {
        return name.startsWith(STANDING);
    }
}
