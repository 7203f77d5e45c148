package org.redress.routing.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.contracts.cases.Clock;
import org.redress.contracts.cases.Explanation;
import org.redress.contracts.cases.Rung;
import org.redress.routing.SampleConfiguration;
import org.redress.routing.calendar.HolidayNotices;
import org.redress.routing.organisation.LoadedRulebook;

class ClockworkTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final LoadedRulebook edition = SampleConfiguration.edition();
    private final Clockwork clockwork = edition.clockwork();
    private final ClockRule notice = edition.rulebook().clocks().rule("notice").orElseThrow();
    private final ClockRule handle = edition.rulebook().clocks().rule("handle").orElseThrow();

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        // received,  limit, days,    rolls, counted to, due,        skipped, provisional
        "2026-03-02, 15, NATURAL, true,  2026-03-17, 2026-03-17, 0, false",
        "2026-03-06, 15, NATURAL, true,  2026-03-21, 2026-03-23, 2, false",
        "2026-03-06, 15, NATURAL, false, 2026-03-21, 2026-03-21, 0, false",
        "2026-02-05, 15, NATURAL, true,  2026-02-20, 2026-02-24, 4, false",
        "2026-01-30, 15, NATURAL, true,  2026-02-14, 2026-02-14, 0, false",
        "2026-02-13, 5,  WORKING, true,  2026-02-27, 2026-02-27, 0, false",
        "2026-12-20, 15, NATURAL, true,  2027-01-04, 2027-01-04, 0, true",
        "2012-02-14, 15, NATURAL, true,  2012-02-29, 2012-02-29, 0, false"
    })
    void countsALimit(
            LocalDate from,
            int length,
            Explanation.Days days,
            boolean rolls,
            LocalDate countedTo,
            LocalDate due,
            int skipped,
            boolean provisional) {
        Explanation counted = new Limit(length, days, rolls, "A").count(from, HolidayNotices.shipped());

        assertThat(counted.countedTo()).isEqualTo(countedTo);
        assertThat(counted.dueOn()).isEqualTo(due);
        assertThat(counted.skipped()).hasSize(skipped);
        assertThat(counted.provisional()).isEqualTo(provisional);
    }

    @Test
    void namesTheHolidaysThatALimitInWorkingDaysPassesOver() {
        Explanation counted = new Limit(5, Explanation.Days.WORKING, true, "A")
                .count(LocalDate.parse("2026-04-01"), HolidayNotices.shipped());

        // The weekend of the 11th is none of them.
        assertThat(counted.dueOn()).isEqualTo("2026-04-09");
        assertThat(counted.text(Locale.CHINESE)).contains("当日不计入，清明节2026-04-04至2026-04-06放假，不计，至2026-04-09期满");
        assertThat(counted.text(Locale.ENGLISH))
                .contains("2026-04-04 to 2026-04-06 (清明节) are not counted; they end on");
    }

    @Test
    void laysOutTheLadderFromTheClockAlone() {
        Clock clock = clockwork.start(notice, LocalDate.of(2026, 3, 6), 3, at("2026-03-06T10:00"));

        assertThat(clock.rungs())
                .containsExactly(
                        rung("half", 0, "2026-03-13T09:00"),
                        rung("eighty", 0, "2026-03-18T09:00"),
                        rung("due", 1, "2026-03-24T00:00"),
                        rung("level-2", 2, "2026-03-25T09:00"),
                        rung("level-3", 3, "2026-03-27T09:00"));
    }

    @Test
    void remindsOnTheWorkingDayBeforeADayOff() {
        Clock clock = clockwork.start(handle, LocalDate.of(2026, 1, 17), 1, at("2026-01-17T10:00"));

        // Half of 60 days is the 16th of February, a Monday within the Spring Festival; the 14th is a worked Saturday.
        assertThat(clock.rungs()).contains(rung("half", 0, "2026-02-14T09:00"));
    }

    @Test
    void remindsAfterTheStartWhereNoWorkingDayLiesBetween() {
        ClockRule quick = new ClockRule(
                "quick",
                null,
                null,
                notice.purposes(),
                notice.ways(),
                notice.starts(),
                notice.ends(),
                new Limit(10, Explanation.Days.NATURAL, true, "A"),
                false,
                false);

        Clock clock = clockwork.start(quick, LocalDate.of(2026, 10, 1), 1, at("2026-10-01T10:00"));

        assertThat(clock.rungs())
                .containsExactly(
                        rung("half", 0, "2026-10-08T09:00"),
                        rung("eighty", 0, "2026-10-09T09:00"),
                        rung("due", 1, "2026-10-13T00:00"));
    }

    @Test
    void marksWhatHadPassedBeforeThePetitionCame() {
        Clock clock = clockwork.start(notice, LocalDate.of(2026, 3, 6), 2, at("2026-03-24T08:00"));

        assertThat(clock.rungs())
                .extracting(Rung::name, Rung::passedBeforeImport)
                .containsExactly(
                        tuple("half", true), tuple("eighty", true), tuple("due", true), tuple("level-2", false));
        assertThat(new Clocks(List.of(clock)).nextDueAt()).contains(at("2026-03-25T09:00"));
    }

    @Test
    void standsForAnOldPetitionOnTheFirstWeeklyEntryToCome() {
        Clock clock = clockwork.start(notice, LocalDate.of(2012, 3, 6), 1, at("2026-03-24T08:00"));

        Rung next = new Clocks(List.of(clock)).next().orElseThrow().rung();
        // The limit was missed on 2012-03-22; 731 weeks later is the next entry.
        assertThat(next).isEqualTo(rung("standing-731", 1, "2026-03-26T09:00"));
        assertThat(clock.rungs()).hasSize(4);
    }

    @Test
    void keepsClimbingWeeklyAfterTheTop() {
        Clock clock = clockwork.start(notice, LocalDate.of(2026, 3, 6), 1, at("2026-03-06T10:00"));
        for (int fired = 0; fired < 5; fired++) {
            Clocks.Due due = new Clocks(List.of(clock)).next().orElseThrow();
            clock = clockwork.fire(due.clock(), due.rung(), due.rung().dueAt());
        }

        assertThat(clock.rungs())
                .extracting(Rung::name)
                .containsExactly("half", "eighty", "due", "standing-1", "standing-2", "standing-3");
        assertThat(clock.rungs()).filteredOn(rung -> rung.firedAt() != null).hasSize(5);
        assertThat(clock.rungs().getLast()).isEqualTo(rung("standing-3", 1, "2026-04-14T09:00"));
    }

    @Test
    void makesUpForNoWeeklyEntryAfterAStandstill() {
        Clock clock = clockwork.start(notice, LocalDate.of(2026, 3, 6), 1, at("2026-03-06T10:00"));
        for (int fired = 0; fired < 3; fired++) {
            Clocks.Due due = new Clocks(List.of(clock)).next().orElseThrow();
            clock = clockwork.fire(due.clock(), due.rung(), at("2026-06-01T10:00"));
        }

        assertThat(clock.rungs()).extracting(Rung::name).containsExactly("half", "eighty", "due", "standing-10");
        assertThat(clock.rungs().getLast()).isEqualTo(rung("standing-10", 1, "2026-06-02T09:00"));
    }

    @Test
    void endsInTimeOnTheDueDayAndLateAfterIt() {
        Clock clock = clockwork.start(notice, LocalDate.of(2026, 3, 6), 1, at("2026-03-06T10:00"));
        Clocks clocks = new Clocks(List.of(clock));

        assertThat(clocks.done(Set.of("notice"), LocalDate.of(2026, 3, 23))
                        .all()
                        .getFirst()
                        .state())
                .isEqualTo(Clock.State.MET);
        assertThat(clocks.done(Set.of("notice"), LocalDate.of(2026, 3, 24))
                        .all()
                        .getFirst()
                        .state())
                .isEqualTo(Clock.State.LATE);
        assertThat(clocks.done(Set.of("handle"), LocalDate.of(2026, 3, 24)).nextDueAt())
                .isPresent();
        assertThat(clocks.stopped().nextDueAt()).isEmpty();
    }

    private static Rung rung(String name, int level, String dueAt) {
        return new Rung(name, level, at(dueAt), null, false);
    }
}
