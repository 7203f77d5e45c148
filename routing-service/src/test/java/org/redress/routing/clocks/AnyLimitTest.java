package org.redress.routing.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.contracts.calendar.WorkingCalendar;
import org.redress.contracts.cases.Explanation;
import org.redress.contracts.cases.Rung;
import org.redress.routing.procedure.Purpose;
import org.redress.routing.procedure.Step;
import org.redress.routing.procedure.Way;

/**
 * However long a limit is, whenever it starts and whatever the notices say: it ends, and its rungs fire, where someone
 * comes who crosses off one day after the other. A seed is a hundred limits, so that all of them are twelve thousand.
 */
class AnyLimitTest {

    private static final int CALENDARS = 10;
    private static final int LIMITS = 10;
    private static final LocalDate FIRST = LocalDate.of(2011, 1, 1);
    private static final LocalDate AFTER = LocalDate.of(2028, 1, 1);
    private static final List<ZoneId> ZONES = List.of(ZoneId.of("Asia/Shanghai"), ZoneId.of("Europe/Berlin"));

    /** A limit and its start, drawn at random. */
    private record Drawn(Limit limit, LocalDate start) {

        static Drawn of(Random random) {
            Explanation.Days days = random.nextBoolean() ? Explanation.Days.NATURAL : Explanation.Days.WORKING;
            return new Drawn(
                    new Limit(1 + random.nextInt(120), days, random.nextBoolean(), "A"),
                    FIRST.plusDays(random.nextInt((int) (AFTER.toEpochDay() - FIRST.toEpochDay()))));
        }
    }

    @ParameterizedTest
    @MethodSource("org.redress.histories.Seeds#all")
    void endsWhereSomeoneComesWhoCrossesOffDays(long seed) {
        Random random = new Random(seed);
        for (int calendar = 0; calendar < CALENDARS; calendar++) {
            WallCalendar wall = WallCalendar.draw(random);
            WorkingCalendar underTest = wall.underTest();
            for (int limit = 0; limit < LIMITS; limit++) {
                Drawn drawn = Drawn.of(random);
                String about = "seed %d, calendar %d, %s".formatted(seed, calendar, drawn);
                countsAlike(drawn, wall, underTest, about);
                extendsAlike(drawn, wall, random, about);
                remindsAlike(drawn, 1 + random.nextInt(99), wall, underTest, about);
                climbsAlike(drawn, ladder(random), wall, random, about);
            }
        }
    }

    private static void countsAlike(Drawn drawn, WallCalendar wall, WorkingCalendar underTest, String about) {
        LocalDate countedTo =
                wall.after(drawn.start(), drawn.limit().length(), drawn.limit().days());
        LocalDate dueOn = drawn.limit().rolls() ? wall.workedOnOrAfter(countedTo) : countedTo;
        boolean provisional = false;
        for (int year = drawn.start().getYear(); year <= dueOn.getYear(); year++) {
            provisional |= !wall.hasNotice(year);
        }

        Explanation counted = drawn.limit().count(drawn.start(), underTest);

        assertThat(counted.countedTo()).as(about).isEqualTo(countedTo);
        assertThat(counted.dueOn()).as(about).isEqualTo(dueOn);
        assertThat(counted.provisional()).as(about).isEqualTo(provisional);
        assertThat(counted.skipped())
                .as(about)
                .extracting(Explanation.SkippedDay::date)
                .containsExactlyElementsOf(countedTo.datesUntil(dueOn).toList());
        assertThat(underTest.plusWorkingDays(drawn.start(), drawn.limit().length()))
                .as(about)
                .isEqualTo(wall.after(drawn.start(), drawn.limit().length(), Explanation.Days.WORKING));
    }

    /** Days added are natural days, crossed off after the limit and before the last day moves. */
    private static void extendsAlike(Drawn drawn, WallCalendar wall, Random random, String about) {
        List<Explanation.Addition> additions = new ArrayList<>();
        LocalDate countedTo =
                wall.after(drawn.start(), drawn.limit().length(), drawn.limit().days());
        for (int left = random.nextInt(3); left > 0; left--) {
            int days = 1 + random.nextInt(30);
            additions.add(new Explanation.Addition(
                    Explanation.Addition.Reason.EXTENSION, drawn.start().plusDays(1), days, "post"));
            countedTo = wall.after(countedTo, days, Explanation.Days.NATURAL);
        }

        Explanation counted = drawn.limit().count(drawn.start(), additions, wall.underTest());

        assertThat(counted.countedTo()).as("%s with %s", about, additions).isEqualTo(countedTo);
        assertThat(counted.dueOn())
                .as("%s with %s", about, additions)
                .isEqualTo(drawn.limit().rolls() ? wall.workedOnOrAfter(countedTo) : countedTo);
        assertThat(counted.added()).isEqualTo(additions);
    }

    private static void remindsAlike(
            Drawn drawn, int percent, WallCalendar wall, WorkingCalendar underTest, String about) {
        assertThat(drawn.limit().share(drawn.start(), percent, underTest))
                .as("%d percent of %s", percent, about)
                .isEqualTo(share(drawn, percent, wall));
    }

    private static void climbsAlike(Drawn drawn, Ladder ladder, WallCalendar wall, Random random, String about) {
        ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
        int levels = 1 + random.nextInt(4);
        ClockRule rule = new ClockRule(
                "any",
                null,
                null,
                Set.of(Purpose.APPEAL),
                Set.of(Way.ORDINARY),
                Set.of(Beginning.RECEIPT),
                Set.of(Step.CLOSE),
                drawn.limit(),
                false,
                false);
        Instant taken = drawn.start().atTime(8, 30).atZone(zone).toInstant();

        List<Rung> rungs = new Clockwork(wall.underTest(), zone, ladder)
                .start(rule, drawn.start(), levels, taken)
                .rungs();

        assertThat(rungs.stream().collect(Collectors.toMap(Rung::name, Rung::dueAt)))
                .as("%s in %s, %s", ladder, zone, about)
                .isEqualTo(climb(drawn, ladder, levels, zone, wall));
        assertThat(rungs)
                .as(about)
                .isSortedAccordingTo((one, next) -> one.dueAt().compareTo(next.dueAt()));
        assertThat(rungs).as(about).noneMatch(Rung::passedBeforeImport);
    }

    /** The moments of the rungs by their names. */
    private static Map<String, Instant> climb(Drawn drawn, Ladder ladder, int levels, ZoneId zone, WallCalendar wall) {
        LocalDate countedTo =
                wall.after(drawn.start(), drawn.limit().length(), drawn.limit().days());
        LocalDate dueOn = drawn.limit().rolls() ? wall.workedOnOrAfter(countedTo) : countedTo;
        Map<String, Instant> climb = new HashMap<>();
        for (Ladder.Reminder reminder : ladder.reminders()) {
            LocalDate day = wall.workedOnOrBefore(share(drawn, reminder.percent(), wall));
            if (day.compareTo(drawn.start()) <= 0) {
                day = wall.workedOnOrAfter(drawn.start().plusDays(1));
            }
            if (day.isAfter(dueOn)) {
                day = dueOn;
            }
            climb.put(reminder.name(), day.atTime(ladder.at()).atZone(zone).toInstant());
        }
        climb.put("due", dueOn.plusDays(1).atTime(0, 0).atZone(zone).toInstant());
        LocalDate day = dueOn;
        for (int level = 2; level <= levels; level++) {
            day = wall.after(day, ladder.everyWorkingDays(), Explanation.Days.WORKING);
            climb.put("level-" + level, day.atTime(ladder.at()).atZone(zone).toInstant());
        }
        return climb;
    }

    /** The last day on which no more than this share of the limit was counted. */
    private static LocalDate share(Drawn drawn, int percent, WallCalendar wall) {
        int passed = 0;
        while (100 * (passed + 1) <= percent * drawn.limit().length()) {
            passed++;
        }
        return wall.after(drawn.start(), passed, drawn.limit().days());
    }

    private static Ladder ladder(Random random) {
        List<Ladder.Reminder> reminders = new ArrayList<>();
        int percent = 0;
        for (int left = random.nextInt(4); left > 0; left--) {
            percent += 1 + random.nextInt(33);
            reminders.add(new Ladder.Reminder("at-" + percent, percent, List.of(Ladder.Reminded.OWNER)));
        }
        return new Ladder(
                LocalTime.of(7 + random.nextInt(10), 30), reminders, 1 + random.nextInt(5), 2, 7, Set.of(), List.of());
    }
}
