package org.redress.routing.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.redress.contracts.calendar.Day;
import org.redress.contracts.calendar.WorkingCalendar;

/**
 * Every day of the shipped years against {@code calendar/every-day.txt}, which {@code deploy/tools/calendar-days} makes
 * without the product's code and {@code deploy/tools/calendar-oracle} compares with another calendar.
 */
class EveryDayTest {

    private static final LocalDate FIRST = LocalDate.of(2011, 1, 1);
    private static final LocalDate AFTER = LocalDate.of(2027, 1, 1);

    private final WorkingCalendar calendar = HolidayNotices.shipped();

    @Test
    void isAsWrittenDown() throws IOException {
        Map<LocalDate, Character> written = written();
        assertThat(written).containsOnlyKeys(FIRST.datesUntil(AFTER).toList());

        List<String> differences = new ArrayList<>();
        written.forEach((date, letter) -> {
            Day day = calendar.day(date);
            if (letter(day.kind()) != letter) {
                differences.add("%s is written as %s and read as %s".formatted(date, letter, day));
            }
        });

        assertThat(differences).isEmpty();
    }

    @Test
    void isNeverProvisional() {
        assertThat(calendar.days(FIRST, AFTER)).noneMatch(Day::provisional);
    }

    private static Map<LocalDate, Character> written() throws IOException {
        Map<LocalDate, Character> written = new LinkedHashMap<>();
        try (InputStream file =
                Objects.requireNonNull(EveryDayTest.class.getResourceAsStream("/calendar/every-day.txt"))) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> add(line, written));
        }
        return written;
    }

    private static void add(String line, Map<LocalDate, Character> written) {
        String[] words = line.split(" ");
        YearMonth month = YearMonth.parse(words[0]);
        assertThat(words[1]).as(words[0]).hasSize(month.lengthOfMonth());
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            assertThat(written.put(month.atDay(day), words[1].charAt(day - 1)))
                    .as("twice: %s", month.atDay(day))
                    .isNull();
        }
    }

    private static char letter(Day.Kind kind) {
        return switch (kind) {
            case WORKING -> 'W';
            case MADE_UP -> 'M';
            case WEEKEND -> 'E';
            case HOLIDAY -> 'H';
        };
    }
}
