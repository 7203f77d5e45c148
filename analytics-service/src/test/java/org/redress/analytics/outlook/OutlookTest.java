package org.redress.analytics.outlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.redress.analytics.facts.CaseFacts;
import org.redress.analytics.figures.Lives;
import org.redress.analytics.trends.Interval;

class OutlookTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private final List<DueClock> clocks = new ArrayList<>();

    /**
     * A notice ends 15 days after registration. Of twenty that are over twelve were accepted on the second day, two on the
     * fourteenth and six late; two more still run and are late; five fall due this week, and one of another unit.
     */
    private Outlook outlook() {
        for (int number = 0; number < 20; number++) {
            String at = number < 12 ? "2026-04-03T09:00" : number < 14 ? "2026-04-15T09:00" : "2026-04-20T09:00";
            add(Lives.registered("SHOP", "2026-04-01T09:00", null).accepted(at).facts(), "notice");
        }
        add(Lives.registered("SHOP", "2026-05-01T09:00", null).facts(), "notice");
        add(Lives.registered("SHOP", "2026-05-02T09:00", null).facts(), "notice");
        for (int number = 0; number < 5; number++) {
            add(Lives.registered("SHOP", "2026-05-20T09:00", null).facts(), "notice");
        }
        add(Lives.registered("PLANT", "2026-05-20T09:00", null).facts(), "notice");
        add(
                Lives.registered("SHOP", "2026-04-06T09:00", null)
                        .accepted("2026-04-07T09:00")
                        .facts(),
                "handle");
        return new Outlook(TODAY, clocks, facts -> true);
    }

    private void add(CaseFacts facts, String kind) {
        facts.clocks().stream()
                .filter(clock -> clock.kind().equals(kind))
                .forEach(clock -> clocks.add(new DueClock(facts, clock)));
    }

    @Test
    void comparesWithLimitsThatStillRanAsLongBefore() {
        Outlook outlook = outlook();
        Outlook.Week week = outlook.weeks().getFirst();

        assertThat(outlook.late()).hasSize(2);
        assertThat(outlook.due(week)).hasSize(7);
        Pace.Share share = share(outlook, "SHOP", "notice");
        // Three days to the middle of the week: those accepted on the second day had ended by then.
        assertThat(share).isEqualTo(new Pace.Share(3, 10, 8, true));
        assertThat(share(outlook, "PLANT", "notice")).isEqualTo(new Pace.Share(3, 10, 8, false));
        assertThat(outlook.kinds().getFirst().share()).isEqualTo(new Pace.Share(Integer.MAX_VALUE, 22, 8, false));
    }

    @Test
    void tellsThatItDoesNotKnowWhereTooFewHaveEnded() {
        Outlook outlook = outlook();
        Outlook.Week week = outlook.weeks().getFirst();

        assertThat(outlook.parts(week, null))
                .filteredOn(part -> part.kind().equals("handle"))
                .singleElement()
                .satisfies(part -> assertThat(part.share()).isNull());
        Missed missed = Outlook.missed(outlook.parts(week, null));
        assertThat(missed.due()).isEqualTo(7);
        assertThat(missed.unknown()).isEqualTo(1);
        assertThat(Outlook.missed(outlook.parts(week, null).stream()
                                .filter(part -> part.kind().equals("handle"))
                                .toList())
                        .expected())
                .isNull();
    }

    /** Eight and a half of eleven, times six; and no interval that says more than a share out of ten can tell. */
    @Test
    void tellsHowManyWillBeMissedWithWhatTenCanTell() {
        Outlook outlook = outlook();
        Missed missed = Outlook.missed(outlook.parts(outlook.weeks().getFirst(), null));

        assertThat(Objects.requireNonNull(missed.expected())).isCloseTo(6 * 8.5 / 11, within(1e-9));
        Interval inner = Objects.requireNonNull(missed.inner());
        assertThat(inner.to()).isEqualTo(6);
        assertThat(inner.from()).isBetween(3, 4);
        assertThat(Objects.requireNonNull(missed.outer()).from()).isLessThan(inner.from());
        Pace.Share half = new Pace.Share(0, 40, 20, true);
        assertThat(half.low()).isCloseTo(35.2, within(0.1));
        assertThat(half.high()).isCloseTo(64.8, within(0.1));
    }

    @Test
    void tellsAShareOutOfTenAndOfNoFewer() {
        for (int number = 0; number < Pace.LEAST; number++) {
            add(
                    Lives.registered("SHOP", "2026-04-01T09:00", null)
                            .accepted("2026-04-20T09:00")
                            .facts(),
                    "notice");
        }
        Pace nine = new Pace(clocks.subList(0, 9));
        Pace ten = new Pace(clocks);

        assertThat(nine.share("notice")).isNull();
        assertThat(nine.share("SHOP", "notice", 3)).isNull();
        assertThat(ten.share("notice")).isEqualTo(new Pace.Share(Integer.MAX_VALUE, 10, 10, false));
        assertThat(ten.share("SHOP", "notice", 3)).isEqualTo(new Pace.Share(3, 10, 10, true));
    }

    @Test
    void countsALimitThatEndsOnASundayInItsWeek() {
        add(Lives.registered("SHOP", "2026-05-23T09:00", null).facts(), "notice");
        Outlook outlook = new Outlook(TODAY, clocks, facts -> true);
        List<Outlook.Week> weeks = outlook.weeks();

        assertThat(clocks.getFirst().clock().dueOn()).isEqualTo(LocalDate.of(2026, 6, 7));
        assertThat(outlook.due(weeks.get(0))).hasSize(1);
        assertThat(outlook.due(weeks.get(1))).isEmpty();
    }

    private static Pace.Share share(Outlook outlook, String unit, String kind) {
        return outlook.parts(outlook.weeks().getFirst(), unit).stream()
                .filter(part -> part.kind().equals(kind))
                .map(Outlook.Part::share)
                .map(Objects::requireNonNull)
                .findFirst()
                .orElseThrow();
    }
}
