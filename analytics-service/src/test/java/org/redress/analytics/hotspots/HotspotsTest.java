package org.redress.analytics.hotspots;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.redress.analytics.hotspots.Hotspots.Alert;

class HotspotsTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 5);
    private static final int MATTER = 1_000;
    private static final int DAYS = 390;

    private final Random random = new Random(11);
    private final Hotspots hotspots = new Hotspots();
    private final List<Alert> alerts = new ArrayList<>();
    private int writer;

    /** What comes on a day beside the everyday. */
    private interface Day {
        void at(int day, LocalDate date);
    }

    /** A year in which ten petitions come a day about a hundred and fifty things. */
    private void year(Day more) {
        for (int day = 0; day < DAYS; day++) {
            LocalDate date = START.plusDays(day);
            for (int i = 0; i < 10; i++) {
                hotspots.sighted(random.nextInt(150), someone(date));
            }
            more.at(day, date);
            alerts.addAll(hotspots.endOf(date));
        }
    }

    private Sighting someone(LocalDate date) {
        return new Sighting(date, "writer-" + writer++);
    }

    @Test
    void findsWhatManyPeopleSuddenlyWriteAboutOnce() {
        year((day, date) -> {
            if (day >= 200 && day < 220) {
                hotspots.sighted(MATTER, someone(date));
                hotspots.sighted(MATTER, someone(date));
            }
        });

        assertThat(alerts)
                .filteredOn(alert -> alert.group() == MATTER)
                .satisfiesExactly(
                        begun -> {
                            assertThat(begun.begins()).isTrue();
                            assertThat(begun.day()).isBetween(START.plusDays(202), START.plusDays(204));
                            assertThat(begun.rise().writers()).isGreaterThanOrEqualTo(5);
                        },
                        ended -> assertThat(ended.begins()).isFalse());
    }

    @Test
    void isNotAlarmedByOneWhoWritesMuch() {
        year((day, date) -> {
            if (day >= 200 && day < 260) {
                hotspots.sighted(MATTER, new Sighting(date, "one"));
            }
        });

        assertThat(alerts).filteredOn(alert -> alert.group() == MATTER).isEmpty();
    }

    @Test
    void isNotAlarmedByWhatComesAsEver() {
        year((day, date) -> {
            if (day % 7 == 0) {
                hotspots.sighted(MATTER, someone(date));
            }
        });

        assertThat(alerts).isEmpty();
        assertThat(hotspots.standing(group -> 1))
                .filteredOn(each -> each.group() == MATTER)
                .singleElement()
                .satisfies(stands -> {
                    assertThat(stands.weeks()).isGreaterThan(45);
                    assertThat(stands.writers()).isGreaterThan(45);
                });
    }

    @Test
    void isNotAlarmedByAFloodOfEverything() {
        year((day, date) -> {
            if (day >= 200 && day < 215) {
                for (int i = 0; i < 90; i++) {
                    hotspots.sighted(random.nextInt(150), someone(date));
                }
            }
        });

        List<Alert> begun = alerts.stream().filter(Alert::begins).toList();
        assertThat(begun)
                .noneMatch(alert ->
                        alert.day().isAfter(START.plusDays(199)) && alert.day().isBefore(START.plusDays(245)));
        // What else chance brings stays under one a month.
        assertThat(begun).hasSizeLessThanOrEqualTo(12);
    }

    @Test
    void keepsAMatterHotWhenItsGroupGoesIntoAnother() {
        year((day, date) -> {
            if (day >= 200 && day < 206) {
                hotspots.sighted(MATTER, someone(date));
                hotspots.sighted(MATTER, someone(date));
            }
            if (day == 206) {
                hotspots.sighted(MATTER + 1, someone(date));
                hotspots.merged(MATTER, MATTER + 1);
            }
        });

        assertThat(alerts)
                .filteredOn(Alert::begins)
                .singleElement()
                .satisfies(begun -> assertThat(begun.group()).isEqualTo(MATTER));
        assertThat(alerts)
                .filteredOn(alert -> !alert.begins())
                .singleElement()
                .satisfies(ended -> assertThat(ended.group()).isEqualTo(MATTER + 1));
    }
}
