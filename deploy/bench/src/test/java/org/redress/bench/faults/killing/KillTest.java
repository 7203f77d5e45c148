package org.redress.bench.faults.killing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KillTest {

    @Test
    void plansTheSameForTheSameSeed() {
        assertThat(Kill.plan(50, new Random(7))).isEqualTo(Kill.plan(50, new Random(7)));
        assertThat(Kill.plan(50, new Random(7))).isNotEqualTo(Kill.plan(50, new Random(8)));
    }

    @Test
    void plansAKillInsideEachNamedWindowInTheShortForm() {
        assertThat(windows(Kill.plan(4, new Random(1))))
                .containsExactlyInAnyOrder(
                        Window.WRITE_PUBLISH, Window.PUBLISH_CLEAR, Window.APPLY_COMMIT, Window.PLAN_SEND);
    }

    @Test
    void plansEveryWindowAndEveryProcessInALongForm() {
        List<Kill> plan = Kill.plan(200, new Random(1));

        assertThat(plan).hasSize(200);
        assertThat(windows(plan)).hasSize(80).contains(Window.values());
        assertThat(plan.stream().filter(Kill.Anywhere.class::isInstance).map(kill -> ((Kill.Anywhere) kill).part()))
                .contains("intake", "routing", "notification", "analytics", "broker", "mongod");
    }

    @Test
    void killsOnlyServicesThatPassThroughTheWindow() {
        assertThat(IntStream.range(0, 50)
                        .boxed()
                        .flatMap(seed -> Kill.plan(5, new Random(seed)).stream())
                        .map(Kill.Inside.class::cast))
                .allSatisfy(kill -> assertThat(kill.window().services()).contains(kill.service()));
    }

    private static List<Window> windows(List<Kill> plan) {
        return plan.stream()
                .filter(Kill.Inside.class::isInstance)
                .map(kill -> ((Kill.Inside) kill).window())
                .toList();
    }
}
