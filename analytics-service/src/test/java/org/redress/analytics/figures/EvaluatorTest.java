package org.redress.analytics.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.redress.analytics.facts.CaseFacts;
import org.redress.analytics.facts.CaseFactsProjection.Piece;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ClassPathResource;

class EvaluatorTest {

    static final FigureSettings SETTINGS = shipped();
    private static final Period NOVEMBER = Period.of("2026-11").orElseThrow();
    private static final LocalDate DECEMBER = LocalDate.parse("2026-12-05");

    private final List<Lives> lives = new ArrayList<>();

    private static FigureSettings shipped() {
        try {
            MutablePropertySources sources = new MutablePropertySources();
            new YamlPropertySourceLoader()
                    .load("figures", new ClassPathResource("figures.yaml"))
                    .forEach(sources::addLast);
            return new Binder(ConfigurationPropertySources.from(sources))
                    .bind("redress.figures", FigureSettings.class)
                    .get();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Figure figure(String set, String name, LocalDate today) {
        List<CaseFacts> facts = lives.stream().map(Lives::facts).toList();
        return new Evaluator(facts, NOVEMBER, null, scene(facts, today)).figure(definition(set, name));
    }

    static Scene scene(List<CaseFacts> facts, LocalDate today) {
        List<Piece> pieces = facts.stream()
                .filter(each -> each.petitioner() != null)
                .map(each -> new Piece(each.petitionId(), each.petitioner(), each.topic(), each.receivedOn()))
                .toList();
        return new Scene(today, new Pieces(pieces, SETTINGS.repeatDays()), SETTINGS);
    }

    private static FigureSettings.Definition definition(String set, String name) {
        return SETTINGS.set(set).figures().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void assertFigure(Figure figure, long numerator, int denominator) {
        assertThat(figure.numerator() + " of " + figure.denominator())
                .as(figure.definition().name())
                .isEqualTo(numerator + " of " + denominator);
    }

    /** The fifteenth day ends at midnight in Shanghai, which is 16:00 of Greenwich; so does the month. */
    @Test
    void judgesTheFirstStepByDaysOfShanghai() {
        lives.add(Lives.registered("A", "2026-10-16T23:59", null).accepted("2026-10-20T09:00")); // judged in October
        lives.add(Lives.registered("A", "2026-10-17T00:00", null).accepted("2026-11-01T23:59")); // in time
        lives.add(Lives.registered("A", "2026-10-17T23:59", null).declined("2026-11-01T00:00")); // in time
        lives.add(Lives.registered("A", "2026-10-17T00:00", null).accepted("2026-11-02T00:00")); // late
        lives.add(Lives.registered("A", "2026-11-15T23:59", null)); // not yet
        lives.add(Lives.registered("A", "2026-11-16T00:00", null).accepted("2026-11-16T01:00")); // judged in December
        lives.add(Lives.registered("A", "2026-11-01T09:00", null).withdrawn("2026-11-02T09:00")); // no step came first
        lives.add(Lives.registered("A", "2026-11-01T09:00", null)
                .step("2026-11-03T09:00", "comment", "registered", null, null)
                .step("2026-11-05T09:00", "transfer", "transferred", null, null)); // in time by its hand-over

        Figure figure = figure("A", "office-acceptance", DECEMBER);

        assertFigure(figure, 3, 6);
        assertThat(figure.value()).isEqualTo(50.0);
        assertThat(figure.keepsTarget()).isFalse();
        assertThat(figure.beside())
                .containsEntry(Condition.Kind.WITHDRAWN, 1)
                .containsEntry(Condition.Kind.DECLINED, 1);
        // On 16 November only those are judged whose fifteen days are over: the last came on the first of November.
        assertFigure(figure("A", "office-acceptance", LocalDate.parse("2026-11-16")), 2, 3);
    }

    @Test
    void judgesNobodyByThanksWhichOweNothing() {
        lives.add(Lives.registered("A", "2026-10-10T09:00", null).accepted("2026-10-12T09:00"));
        lives.add(Lives.registered("thanks", "A", "2026-10-10T09:00", "2026-10-10T09:00", null, "thanks", false));

        assertFigure(figure("A", "unit-acceptance", DECEMBER), 1, 1);
    }

    @Test
    void tellsAcceptedInTimeLateAndNotYetApart() {
        lives.add(Lives.registered("A", "2026-10-10T09:00", null).accepted("2026-11-09T23:59")); // day 30
        lives.add(Lives.registered("A", "2026-10-10T09:00", null).accepted("2026-11-10T00:00")); // day 31
        lives.add(Lives.registered("A", "2026-10-10T09:00", null)
                .deemed("2026-10-26T00:00", LocalDate.parse("2026-10-25"))); // silence is nobody's acceptance
        lives.add(Lives.registered("A", "2026-10-10T09:00", null)
                .deemed("2026-10-26T00:00", LocalDate.parse("2026-10-25"))
                .accepted("2026-10-30T09:00")); // in 30 days, though the notice was late
        lives.add(Lives.registered("A", "2026-10-10T09:00", null).withdrawn("2026-10-12T09:00"));

        Figure figure = figure("A", "unit-acceptance", DECEMBER);

        assertFigure(figure, 2, 5);
        assertThat(figure.parts()).containsExactly(2, 1, 1, 1);
        Figure told = figure("B", "accepted-in-time", DECEMBER);
        assertFigure(told, 0, 2);
        assertThat(told.cases()).allMatch(each -> each.facts().acceptanceDueOn() != null);
    }

    @Test
    void countsAnswersOfEveryLimitThatEndsInTheMonth() {
        lives.add(handled("2026-09-01T09:00").answered("2026-10-31T23:59")); // due 31 October: not November's
        lives.add(handled("2026-09-02T09:00").answered("2026-11-01T23:59")); // on its last day
        lives.add(handled("2026-09-02T09:00").answered("2026-11-02T00:00")); // a minute later
        lives.add(handled("2026-09-20T09:00")); // due 19 November
        lives.add(handled("2026-10-01T09:00")); // due 30 November
        lives.add(handled("2026-09-20T09:00").withdrawn("2026-11-10T09:00")); // no longer owed
        lives.add(handled("2026-09-20T09:00").extended("2026-11-10T09:00")); // due in December then

        Figure inside = figure("A", "answered-in-time", LocalDate.parse("2026-11-20"));
        assertFigure(inside, 1, 4);
        assertThat(inside.parts()).containsExactly(1, 1, 1, 1);
        assertThat(inside.denominatorThen()).isNull();
        Figure over = figure("A", "answered-in-time", DECEMBER);
        assertFigure(over, 1, 4);
        assertThat(over.parts()).containsExactly(1, 1, 0, 2);
        assertThat(over.leftOut()).isEqualTo(1);
        assertThat(over.denominatorThen()).isEqualTo(4);
        assertThat(over.isMoved()).isFalse();
    }

    private static Lives handled(String at) {
        return Lives.registered("A", at, null).accepted(at);
    }

    @Test
    void marksADenominatorThatMovedAfterItsPeriod() {
        for (int i = 0; i < 4; i++) {
            lives.add(handled("2026-09-20T09:00").answered("2026-11-10T09:00"));
        }
        lives.add(handled("2026-09-20T09:00").withdrawn("2026-12-01T00:00"));
        assertFigure(figure("A", "answered-in-time", DECEMBER), 4, 4);
        assertThat(figure("A", "answered-in-time", DECEMBER).denominatorThen()).isEqualTo(5);
        assertThat(figure("A", "answered-in-time", DECEMBER).isMoved()).isFalse();

        lives.add(handled("2026-09-20T09:00").extended("2026-12-02T09:00"));
        assertThat(figure("A", "answered-in-time", DECEMBER).denominatorThen()).isEqualTo(6);
        assertThat(figure("A", "answered-in-time", DECEMBER).isMoved()).isTrue();
    }

    @Test
    void knowsARepeatByTokenTopicAndYear() {
        lives.add(Lives.registered("A", "2025-11-02T09:00", "t1").accepted("2025-11-03T09:00"));
        lives.add(Lives.registered("A", "2026-11-02T09:00", "t1").accepted("2026-11-03T09:00")); // 365 days later
        lives.add(Lives.registered("A", "2025-11-02T09:00", "t2"));
        lives.add(Lives.registered("A", "2026-11-03T09:00", "t2")); // 366 days later: first again
        lives.add(Lives.registered("A", "2026-11-04T09:00", null)); // who left no mark is first
        lives.add(Lives.registered("A", "2026-11-05T09:00", null));

        assertFigure(figure("A", "repeats", DECEMBER), 1, 4);
        lives.add(handled("2026-11-10T09:00").answered("2026-11-11T09:00").closed("2026-11-12T09:00"));
        lives.add(Lives.registered("A", "2026-11-13T09:00", "t3")
                .accepted("2026-11-13T10:00")
                .closed("2026-11-13T11:00"));
        lives.add(Lives.registered("A", "2026-11-14T09:00", "t3").closed("2026-11-15T09:00")); // a repeat
        assertFigure(figure("B", "came-again", DECEMBER), 1, 2);
    }

    @Test
    void weighsDaysByCasesAndAnswersByTheirLimit() {
        lives.add(handled("2026-11-01T23:00").answered("2026-11-02T01:00")); // 1 day
        lives.add(handled("2026-09-01T09:00").answered("2026-11-10T09:00")); // 70 days, late
        lives.add(handled("2026-11-20T09:00")
                .step("2026-11-21T09:00", "give-opinion", "opinion-given", "explained", null));
        lives.add(Lives.registered("A", "2026-11-20T09:00", null)
                .step("2026-11-20T10:00", "note-contact", "registered", "not-reached", null));

        Figure days = figure("B", "days-to-answer", DECEMBER);
        assertFigure(days, 72, 3);
        assertThat(days.value()).isEqualTo(24.0);
        assertFigure(figure("B", "closed-in-time", DECEMBER), 2, 3);
        assertFigure(figure("B", "contacted", DECEMBER), 1, 3);
    }

    @Test
    void isTheSumOfItsListWhateverHappened() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(17);
        for (int i = 0; i < 400; i++) {
            lives.add(life(random));
        }
        for (FigureSettings.FigureSet set : SETTINGS.sets()) {
            for (FigureSettings.Definition definition : set.figures()) {
                Figure figure = figure(set.code(), definition.name(), DECEMBER);
                assertThat(figure.denominator()).as(definition.name()).isPositive();
                assertThat(figure.cases().stream()
                                .map(each -> each.facts().petitionId())
                                .distinct())
                        .hasSize(figure.denominator());
                assertThat(figure.cases().stream()
                                .mapToLong(Figure.Counted::amount)
                                .sum())
                        .isEqualTo(figure.numerator());
                if (!definition.parts().isEmpty()) {
                    assertThat(figure.parts().stream()
                                    .mapToInt(Integer::intValue)
                                    .sum())
                            .as("the parts of " + definition.name())
                            .isEqualTo(figure.denominator());
                    assertThat((long) figure.parts().getFirst()).isEqualTo(figure.numerator());
                }
                assertThat(sumOfUnits(definition)).isEqualTo(figure.numerator());
            }
        }
    }

    private long sumOfUnits(FigureSettings.Definition definition) {
        List<CaseFacts> facts = lives.stream().map(Lives::facts).toList();
        return List.of("A", "B", "C").stream()
                .mapToLong(unit -> new Evaluator(facts, NOVEMBER, Set.of(unit), scene(facts, DECEMBER))
                        .figure(definition)
                        .numerator())
                .sum();
    }

    private static Lives life(RandomGenerator random) {
        LocalDate day = LocalDate.parse("2026-08-15").plusDays(random.nextInt(108));
        String token = random.nextInt(4) == 0 ? null : "t" + random.nextInt(150);
        Lives life = Lives.registered(List.of("A", "B", "C").get(random.nextInt(3)), day + "T09:00", token);
        day = day.plusDays(random.nextInt(40));
        switch (random.nextInt(6)) {
            case 0 -> life.declined(day + "T10:00");
            case 1 -> life.withdrawn(day + "T10:00");
            case 2 -> {}
            default -> {
                life.accepted(day + "T10:00");
                if (random.nextInt(3) == 0) {
                    life.extended(day.plusDays(1) + "T10:00");
                }
                day = day.plusDays(random.nextInt(80));
                if (random.nextInt(4) > 0) {
                    life.answered(day + "T11:00");
                    life.closed(day.plusDays(random.nextInt(9)) + "T12:00");
                }
            }
        }
        return life;
    }

    @Test
    void refusesConditionsThatAreNone() {
        for (String wrong : Arrays.asList("firstly", "not", "first 3", "accepted-within", "accepted-within x", "")) {
            assertThatThrownBy(() -> Condition.of(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(Condition.of("not  accepted-within 30")).hasToString("not accepted-within 30");
    }
}
