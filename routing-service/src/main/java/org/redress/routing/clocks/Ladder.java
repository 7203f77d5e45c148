package org.redress.routing.clocks;

import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.redress.contracts.cases.Rung;

/**
 * The rungs every clock climbs, as configured: reminders before the limit, a level up at and after it, then weekly.
 *
 * @param at time of day of every rung but {@code due}, in the organisation's zone
 * @param reminders rungs before the limit, in order
 * @param everyWorkingDays working days between one level and the next after the limit
 * @param digestAbove highest level that gets a message of its own; levels above it get a digest
 * @param standingEveryDays days between standing entries after the top
 * @param urgentTopics codes of topics, with those below them, that never wait for a digest
 * @param groups who is told at once of petitions of many, the smallest number first
 */
public record Ladder(
        LocalTime at,
        List<Reminder> reminders,
        int everyWorkingDays,
        int digestAbove,
        int standingEveryDays,
        Set<String> urgentTopics,
        List<GroupAlert> groups) {

    /** Name of the rung that fires when the limit is missed. */
    public static final String DUE = "due";

    /** What the names of the levels above {@code due} begin with. */
    static final String LEVEL = "level-";

    /** What the names of the entries after the top begin with. */
    static final String STANDING = "standing-";

    /** Keeps its own copies. */
    public Ladder {
        reminders = List.copyOf(reminders);
        urgentTopics = Set.copyOf(urgentTopics);
        groups = List.copyOf(groups);
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

    /** Why a rung fires when it does, in one sentence, Chinese for {@code zh}, otherwise English. */
    public String explain(Rung rung, Locale locale) {
        boolean chinese = Locale.CHINESE.getLanguage().equals(locale.getLanguage());
        if (rung.name().equals(DUE)) {
            return chinese ? "截止日次日零时，期限届满" : "00:00 of the day after the due day, when the limit is missed";
        }
        if (isStanding(rung.name())) {
            return chinese
                    ? "最高一级之后每" + standingEveryDays + "日列入每日摘要，直至办结"
                    : "every " + standingEveryDays + " days after the top an entry in the digest, until the case ends";
        }
        return reminder(rung.name())
                .map(reminder -> chinese
                        ? "期限经过" + reminder.percent() + "%之日或其前一工作日" + at
                        : at + " of the working day on or before " + reminder.percent() + " % of the limit")
                .orElseGet(() -> chinese
                        ? "截止日后第" + (rung.level() - 1) * everyWorkingDays + "个工作日" + at + "，升至第" + rung.level() + "级"
                        : at + " of working day " + (rung.level() - 1) * everyWorkingDays
                                + " after the due day, to level " + rung.level());
    }

    /** Who is told at once of so many people; absent for a number below the smallest. */
    public Optional<GroupAlert> groupOf(int headCount) {
        return groups.stream().filter(group -> headCount >= group.from()).reduce((first, second) -> second);
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
