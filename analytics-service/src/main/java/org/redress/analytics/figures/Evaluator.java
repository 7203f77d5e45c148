package org.redress.analytics.figures;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.facts.CaseFacts;
import org.redress.analytics.figures.Figure.Counted;

/** Counts definitions over facts, without any store. */
final class Evaluator {

    private final List<CaseFacts> facts;
    private final Period period;
    private final @Nullable Set<String> units;
    private final Scene scene;

    /**
     * Over these facts.
     *
     * @param units only cases with these units; absent for all
     */
    Evaluator(List<CaseFacts> facts, Period period, @Nullable Set<String> units, Scene scene) {
        this.facts = facts;
        this.period = period;
        this.units = units;
        this.scene = scene;
    }

    Figure figure(FigureSettings.Definition definition) {
        List<CaseFacts> cohort =
                facts.stream().filter(each -> isInCohort(definition, each)).toList();
        List<Counted> cases = cohort.stream()
                .filter(each -> Condition.all(definition.denominator(), each, scene))
                .map(each -> counted(definition, each))
                .toList();
        return new Figure(
                definition,
                cases,
                cohort.size() - cases.size(),
                beside(cohort),
                parts(definition, cases),
                scene.today().isAfter(period.to()) ? then(definition) : null);
    }

    private boolean isInCohort(FigureSettings.Definition definition, CaseFacts each) {
        LocalDate date = definition.cohort().dayOf(each, scene.settings());
        if (date == null || (units != null && !units.contains(each.unit()))) {
            return false;
        }
        LocalDate day = date.plusDays(definition.afterDays());
        // While the days that a case has are not over, it has not failed yet.
        boolean judged = definition.afterDays() == 0 || day.isBefore(scene.today());
        return judged && period.contains(day);
    }

    private Counted counted(FigureSettings.Definition definition, CaseFacts each) {
        long amount = !Condition.all(definition.numerator(), each, scene)
                ? 0
                : switch (definition.measure()) {
                    case CASES -> 1;
                    case DAYS_TO_ANSWER ->
                        each.answeredOn() == null ? 0 : ChronoUnit.DAYS.between(each.registeredOn(), each.answeredOn());
                };
        int part = -1;
        for (int number = definition.parts().size() - 1; number >= 0; number--) {
            part = Condition.all(definition.parts().get(number).when(), each, scene) ? number : part;
        }
        return new Counted(each, amount, part);
    }

    private Map<Condition.Kind, Integer> beside(List<CaseFacts> cohort) {
        Map<Condition.Kind, Integer> beside = new EnumMap<>(Condition.Kind.class);
        for (Condition.Kind kind : Figure.BESIDE) {
            Condition condition = new Condition(kind, false, 0);
            beside.put(
                    kind,
                    Math.toIntExact(cohort.stream()
                            .filter(each -> condition.holds(each, scene))
                            .count()));
        }
        return beside;
    }

    private static List<Integer> parts(FigureSettings.Definition definition, List<Counted> cases) {
        int[] counts = new int[definition.parts().size()];
        cases.stream().filter(counted -> counted.part() >= 0).forEach(counted -> counts[counted.part()]++);
        return Arrays.stream(counts).boxed().toList();
    }

    /** The denominator by what was known at the end of the period. */
    private int then(FigureSettings.Definition definition) {
        return Math.toIntExact(facts.stream()
                .map(each -> each.asOf(period.to()))
                .filter(Objects::nonNull)
                .filter(each -> isInCohort(definition, each) && Condition.all(definition.denominator(), each, scene))
                .count());
    }
}
