package org.redress.routing.clocks;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redress.contracts.cases.Explanation;
import org.redress.routing.configuration.ConfigurationFile;
import org.redress.routing.configuration.Entry;
import org.redress.routing.configuration.Problems;
import org.redress.routing.procedure.Purpose;
import org.redress.routing.procedure.Step;
import org.redress.routing.procedure.Way;

/** Reads {@code clocks.yaml} with what a place adds to it, and refuses clocks that end nowhere and open states without a clock. */
public final class ClockRulesReader {

    private static final int LONGEST = 3_650;

    private final Problems problems;

    /** Tells problems there. */
    public ClockRulesReader(Problems problems) {
        this.problems = problems;
    }

    /**
     * Reads the files; what it returns is only meant for use when no problem was told.
     *
     * @param local clocks of a place, which come on top; absent where there are none
     */
    public ClockRules read(ConfigurationFile file, Optional<ConfigurationFile> local) {
        Entry top = file.top(problems).only("ladder", "clocks");
        List<Entry> entries = new ArrayList<>(top.entries("clocks"));
        local.ifPresent(
                added -> entries.addAll(added.top(problems).only("clocks").entries("clocks")));
        ClockRules rules = new ClockRules(entries.stream().map(this::rule).toList(), ladder(top.entry("ladder")));
        complainOfDoubles(entries, rules);
        if (problems.none()) {
            OpenStates.withoutClock(rules).forEach(gap -> top.complain("clocks", gap));
        }
        return rules;
    }

    private ClockRule rule(Entry entry) {
        entry.only(
                "kind",
                "name",
                "english",
                "purposes",
                "ways",
                "starts",
                "ends",
                "limit",
                "days",
                "rolls",
                "article",
                "deemsAcceptance",
                "window");
        boolean window = entry.flag("window", false);
        Set<Beginning> starts = beginnings(entry);
        Set<Step> ends = set(entry, "ends", Step.class);
        boolean endless =
                ends.stream().noneMatch(step -> starts.stream().anyMatch(beginning -> beginning.comesBefore(step)));
        if (endless && !window) {
            entry.complain("ends", "names no step that can come after its start: the clock ends nowhere");
        }
        Set<Purpose> purposes = set(entry, "purposes", Purpose.class);
        if (purposes.isEmpty()) {
            entry.complain("purposes", "names nobody it runs for");
        }
        if (purposes.contains(Purpose.THANKS)) {
            entry.complain("purposes", "names thanks, of which nothing is owed");
        }
        Set<Way> ways = entry.has("ways") ? set(entry, "ways", Way.class) : EnumSet.allOf(Way.class);
        return new ClockRule(
                entry.text("kind"),
                entry.optionalText("name").orElse(null),
                entry.optionalText("english").orElse(null),
                purposes,
                ways,
                starts,
                ends,
                limit(entry),
                entry.flag("deemsAcceptance", false),
                window);
    }

    private static Limit limit(Entry entry) {
        return new Limit(
                entry.number("limit", 1, LONGEST),
                entry.choice("days", Explanation.Days.class)
                        .filter(days -> days != Explanation.Days.SET)
                        .orElse(Explanation.Days.NATURAL),
                entry.flag("rolls", true),
                entry.text("article"));
    }

    private static Set<Beginning> beginnings(Entry entry) {
        Set<Beginning> starts = set(entry, "starts", Beginning.class);
        if (starts.isEmpty()) {
            entry.complain("starts", "names no moment it starts at");
        }
        return starts;
    }

    private static <E extends Enum<E>> Set<E> set(Entry entry, String key, Class<E> choices) {
        Set<E> chosen = EnumSet.noneOf(choices);
        chosen.addAll(entry.choices(key, choices));
        return chosen;
    }

    private static void complainOfDoubles(List<Entry> entries, ClockRules rules) {
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < entries.size(); index++) {
            String kind = rules.rules().get(index).kind();
            if (!kind.isEmpty() && !seen.add(kind)) {
                entries.get(index).complain("kind", "is given twice: " + kind);
            }
        }
    }

    private static Ladder ladder(Entry entry) {
        entry.only("at", "reminders", "everyWorkingDays", "digestAbove", "standingEveryDays", "urgentTopics", "groups");
        List<Ladder.Reminder> reminders = new ArrayList<>();
        int before = 0;
        for (Entry each : entry.entries("reminders")) {
            Ladder.Reminder reminder = reminder(each);
            if (reminder.percent() <= before) {
                each.complain("percent", "is not above the one before it");
            }
            before = reminder.percent();
            reminders.add(reminder);
        }
        return new Ladder(
                timeOfDay(entry),
                reminders,
                entry.number("everyWorkingDays", 1, 60),
                entry.number("digestAbove", 0, 20),
                entry.number("standingEveryDays", 1, 90),
                Set.copyOf(entry.texts("urgentTopics")),
                groups(entry));
    }

    private static List<GroupAlert> groups(Entry ladder) {
        List<GroupAlert> groups = new ArrayList<>();
        int before = 1;
        for (Entry entry : ladder.entries("groups")) {
            entry.only("from", "levels");
            GroupAlert group = new GroupAlert(entry.number("from", 2, 100_000), entry.number("levels", 0, 20));
            if (group.from() <= before) {
                entry.complain("from", "is not above the one before it");
            }
            before = group.from();
            groups.add(group);
        }
        return groups;
    }

    private static Ladder.Reminder reminder(Entry entry) {
        entry.only("name", "percent", "to");
        List<Ladder.Reminded> to = entry.choices("to", Ladder.Reminded.class);
        if (to.isEmpty()) {
            entry.complain("to", "names nobody to remind");
        }
        String name = entry.text("name");
        if (name.equals(Ladder.DUE) || name.startsWith(Ladder.LEVEL) || name.startsWith(Ladder.STANDING)) {
            entry.complain("name", "is kept for rungs after the limit");
        }
        return new Ladder.Reminder(name, entry.number("percent", 1, 99), to);
    }

    private static LocalTime timeOfDay(Entry entry) {
        try {
            return LocalTime.parse(entry.text("at"));
        } catch (DateTimeException e) {
            entry.complain("at", "is not a time of day such as 09:00");
            return LocalTime.MIDNIGHT;
        }
    }
}
