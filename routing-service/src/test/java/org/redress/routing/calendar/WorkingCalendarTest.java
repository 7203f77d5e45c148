package org.redress.routing.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.contracts.calendar.Day;
import org.redress.contracts.calendar.WorkingCalendar;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WorkingCalendarTest {

    private final WorkingCalendar calendar = HolidayNotices.shipped();

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, HOLIDAY, 元旦, false",
        "2026-01-04, MADE_UP, 元旦, false",
        "2026-01-05, WORKING, '', false",
        "2026-01-10, WEEKEND, weekend, false",
        "2026-02-14, MADE_UP, 春节, false",
        "2026-02-17, HOLIDAY, 春节, false",
        "2018-12-29, MADE_UP, 元旦, false",
        "2020-02-02, HOLIDAY, 春节, false",
        "2020-02-03, WORKING, '', false",
        "2018-12-31, HOLIDAY, 元旦, false",
        "2011-01-03, HOLIDAY, 元旦, false",
        "2027-01-01, WORKING, '', true",
        "2027-01-02, WEEKEND, weekend, true"
    })
    void namesEachDay(LocalDate date, Day.Kind kind, String name, boolean provisional) {
        assertThat(calendar.day(date)).isEqualTo(new Day(date, kind, name, provisional));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-27, 2026-03-27, false",
        "2026-03-27, 2026-03-28, true",
        "2026-03-27, 2026-03-30, false",
        "2026-03-26, 2026-03-28, false",
        "2026-04-03, 2026-04-06, true"
    })
    void knowsWhenADayCanOnlyBeKeptBefore(LocalDate today, LocalDate due, boolean off) {
        assertThat(calendar.isOffUntil(today, due)).isEqualTo(off);
    }

    @Test
    void hasTheWorkingDaysOf2026() {
        assertThat(calendar.days(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1)))
                .filteredOn(Day::working)
                .hasSize(248);
    }

    @Test
    void countsLikeSomeoneWhoCrossesDaysOffOnPaper() throws Exception {
        Map<LocalDate, Boolean> worked = daysOnPaper();
        Random random = new Random(20260301);
        for (int trial = 0; trial < 3_000; trial++) {
            LocalDate start = LocalDate.of(2011, 1, 1).plusDays(random.nextInt(365 * 15));
            int count = random.nextInt(70);
            LocalDate day = start;
            for (int counted = 0; counted < count; ) {
                day = day.plusDays(1);
                counted += worked.get(day) ? 1 : 0;
            }
            assertThat(calendar.plusWorkingDays(start, count))
                    .as("%d working days after %s", count, start)
                    .isEqualTo(day);
            LocalDate next = start;
            while (!worked.get(next)) {
                next = next.plusDays(1);
            }
            assertThat(calendar.workingDayOnOrAfter(start)).isEqualTo(next);
            LocalDate before = start;
            while (!worked.get(before)) {
                before = before.minusDays(1);
            }
            assertThat(calendar.workingDayOnOrBefore(start)).isEqualTo(before);
        }
    }

    /** Every day from 2010 to 2027, read from the notices without the code under test. */
    private static Map<LocalDate, Boolean> daysOnPaper() throws Exception {
        Map<LocalDate, Boolean> worked = new HashMap<>();
        LocalDate.of(2010, 1, 1)
                .datesUntil(LocalDate.of(2028, 1, 1))
                .forEach(date -> worked.put(
                        date, date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY));
        JsonMapper json = new JsonMapper();
        for (int year = 2011; year <= 2026; year++) {
            try (var file = WorkingCalendarTest.class.getResourceAsStream("/calendar/cn/" + year + ".json")) {
                for (JsonNode day : json.readTree(file).get("days")) {
                    worked.put(
                            LocalDate.parse(day.get("date").asString()),
                            !day.get("isOffDay").asBoolean());
                }
            }
        }
        return worked;
    }

    @Test
    void takesTheNoticeOfALaterYearFromTheConfiguration(@TempDir Path configuration) throws Exception {
        Files.createDirectory(configuration.resolve("calendar"));
        Files.writeString(configuration.resolve("calendar/2027.json"), """
                {"year": 2027, "days": [{"name": "元旦", "date": "2027-01-01", "isOffDay": true}]}
                """);

        Day newYear = HolidayNotices.with(configuration).day(LocalDate.of(2027, 1, 1));

        assertThat(newYear).isEqualTo(new Day(LocalDate.of(2027, 1, 1), Day.Kind.HOLIDAY, "元旦", false));
    }

    @Test
    void saysWhichSpansAreProvisional() {
        assertThat(calendar.isProvisional(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)))
                .isFalse();
        assertThat(calendar.isProvisional(LocalDate.of(2026, 12, 20), LocalDate.of(2027, 1, 4)))
                .isTrue();
    }
}
