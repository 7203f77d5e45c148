package org.redress.routing.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.contracts.calendar.Day;
import org.redress.contracts.calendar.WorkingCalendar;
import org.redress.contracts.cases.Explanation;
import org.redress.routing.clocks.Limit;
import org.redress.routing.configuration.InvalidConfigurationException;
import org.redress.routing.configuration.Problem;

class HolidayNoticesTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);

    /** Written for this test: no notice for 2027 was published. */
    private static final String NOTICE = """
            {
              "year": 2027,
              "papers": [],
              "days": [
                {"name": "元旦", "date": "2026-12-31", "isOffDay": true},
                {"name": "元旦", "date": "2027-01-01", "isOffDay": true},
                {"name": "元旦", "date": "2027-01-02", "isOffDay": false}
              ]
            }
            """;

    @TempDir
    private Path configuration;

    @BeforeEach
    void makeFolder() throws IOException {
        Files.createDirectory(configuration.resolve("calendar"));
    }

    private void add(String file, String text) throws IOException {
        Files.writeString(configuration.resolve("calendar").resolve(file), text);
    }

    private InvalidConfigurationException refusal() {
        return catchThrowableOfType(InvalidConfigurationException.class, () -> HolidayNotices.with(configuration));
    }

    @Test
    void countsAYearProvisionallyUntilItsNoticeIsAdded() throws Exception {
        Limit limit = new Limit(15, Explanation.Days.NATURAL, true, "A");
        LocalDate start = LocalDate.of(2026, 12, 17);

        Explanation before = limit.count(start, HolidayNotices.with(configuration));
        add("2027.json", NOTICE);
        Explanation after = limit.count(start, HolidayNotices.with(configuration));

        assertThat(before.provisional()).isTrue();
        assertThat(before.dueOn()).isEqualTo(NEW_YEAR);
        assertThat(after.provisional()).isFalse();
        assertThat(after.dueOn()).isEqualTo(LocalDate.of(2027, 1, 2));
    }

    @Test
    void marksTheDaysOfAYearAsProvisionalUntilItsNoticeIsAdded() throws Exception {
        assertThat(HolidayNotices.with(configuration).day(NEW_YEAR))
                .isEqualTo(new Day(NEW_YEAR, Day.Kind.WORKING, "", true));

        add("2027.json", NOTICE);
        WorkingCalendar calendar = HolidayNotices.with(configuration);

        assertThat(calendar.day(NEW_YEAR)).isEqualTo(new Day(NEW_YEAR, Day.Kind.HOLIDAY, "元旦", false));
        assertThat(calendar.day(LocalDate.of(2026, 12, 31)).kind()).isEqualTo(Day.Kind.HOLIDAY);
        assertThat(calendar.day(LocalDate.of(2027, 1, 2)).kind()).isEqualTo(Day.Kind.MADE_UP);
        assertThat(calendar.day(LocalDate.of(2028, 1, 3)).provisional()).isTrue();
    }

    @Test
    void takesANoticeForAShippedYearInPlaceOfTheShippedOne() throws Exception {
        add("2026.json", """
                {"year": 2026, "days": [{"name": "厂庆", "date": "2026-03-02", "isOffDay": true}]}
                """);

        WorkingCalendar calendar = HolidayNotices.with(configuration);

        assertThat(calendar.day(LocalDate.of(2026, 3, 2)).name()).isEqualTo("厂庆");
        assertThat(calendar.isWorking(LocalDate.of(2026, 1, 1))).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "wrong year | \"year\": 2027 | \"year\": 2026 | 2 | year | is not the year the file is named by, which is 2027: 2026",
                "no year | \"year\": 2027, | `` | 1 | year | is missing",
                "year in words | \"year\": 2027 | \"year\": \"next\" | 2 | year | is not the year the file is named by, which is 2027: next",
                "day after the year | 2027-01-02 | 2028-01-01 | 7 | days[2].date | lies neither in 2027 nor in the December before: 2028-01-01",
                "day before December | 2026-12-31 | 2026-11-30 | 5 | days[0].date | lies neither in 2027 nor in the December before: 2026-11-30",
                "no such day | 2027-01-02 | 2027-02-30 | 7 | days[2].date | is no day such as 2027-01-01: 2027-02-30",
                "day twice | 2027-01-02 | 2027-01-01 | 7 | days[2].date | is given twice: 2027-01-01",
                "no day | `\"date\": \"2027-01-02\", ` | `` | 7 | days[2].date | is missing",
                "no name | `\"name\": \"元旦\", \"date\": \"2027-01-02\"` | `\"date\": \"2027-01-02\"` | 7 | days[2].name | is missing",
                "neither off nor on | `, \"isOffDay\": false` | `` | 7 | days[2].isOffDay | is missing",
                "half a day off | \"isOffDay\": false | \"isOffDay\": \"half\" | 7 | days[2].isOffDay | is neither true nor false",
                "unknown word | \"isOffDay\": false | `\"isOffDay\": false, \"off\": true` | 7 | days[2].off | `is not known here; known are date, isOffDay, name`",
                "days that are no list | \"days\": [ | `\"days\": 3, \"papers\": [` | 4 | days | is not a list",
                "day that is no day | {\"name\": \"元旦\", \"date\": \"2026-12-31\", \"isOffDay\": true} | \"2026-12-31\" | 5 | days[0] | is not a list of names and values",
                "no day off | true | false | 4 | days | name no day off: without a notice the year stays provisional and needs no file",
                "broken JSON | \"days\": [ | \"days\": { | 5 | `` | `is not JSON: Unexpected character ('{' (code 123)): was expecting double-quote to start property name`",
                "YAML | \"year\": 2027 | year: 2027 | 2 | `` | `is not JSON: Unexpected character ('y' (code 121)): was expecting double-quote to start property name`"
            })
    void namesWhatIsWrongAndWhere(String fault, String good, String bad, int line, String path, String message)
            throws Exception {
        assertThat(NOTICE).contains(good);
        add("2027.json", NOTICE.replace(good, bad));

        InvalidConfigurationException refused = refusal();

        assertThat(refused.problems()).contains(new Problem("calendar/2027.json", line, path, message));
        assertThat(refused).hasMessageContaining("calendar/2027.json:" + line);
    }

    @Test
    void refusesANoticeThatIsNotNamedByItsYear() throws Exception {
        add("next-year.json", NOTICE);

        assertThat(refusal().problems())
                .containsExactly(
                        new Problem("calendar/next-year.json", 1, "", "is not named by its year, such as 2027.json"));
    }

    @Test
    void refusesANoticeInAnotherEncoding() throws Exception {
        Files.write(configuration.resolve("calendar/2027.json"), NOTICE.getBytes(Charset.forName("GBK")));

        assertThat(refusal().problems())
                .containsExactly(new Problem("calendar/2027.json", 1, "", "is not written in UTF-8"));
    }

    @Test
    void tellsOfAllNoticesAtOnce() throws Exception {
        add("2027.json", NOTICE.replace("\"year\": 2027", "\"year\": 2026"));
        add("2028.json", NOTICE);

        assertThat(refusal().problems()).extracting(Problem::file).contains("calendar/2027.json", "calendar/2028.json");
    }

    @Test
    void readsJsonHoweverItIsLaidOut() throws Exception {
        add("2027.json", NOTICE.replace("  ", "\t").replace("元旦", "1\\/1 \\\\/ \\u5143"));

        assertThat(HolidayNotices.with(configuration).day(NEW_YEAR).name()).isEqualTo("1/1 \\/ 元");
    }

    @Test
    void leavesOtherFilesOfTheFolderAlone() throws Exception {
        add("LICENSE", "MIT");

        assertThat(HolidayNotices.with(configuration).day(NEW_YEAR).provisional())
                .isTrue();
    }
}
