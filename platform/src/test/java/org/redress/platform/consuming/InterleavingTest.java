package org.redress.platform.consuming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.platform.consuming.World.Rules;
import org.redress.platform.publishing.AcknowledgedPrefix;

/**
 * Walks every interleaving of two publishers, a consumer, a crash at any step, a send that timed out (delivered or
 * not), redelivery, a poison event, resends and a restore, shortest schedules first, over production's own rules.
 */
class InterleavingTest {

    private static final Rules PRODUCTION = new Rules(AcknowledgedPrefix::of, InterleavingTest::gate, true);

    @ParameterizedTest(name = "{0} events, poisoned {1}, restores {2}")
    @CsvSource({"1, false, 0", "2, false, 0", "2, true, 0", "3, false, 0", "1, false, 1", "2, true, 1"})
    void appliesEveryEventOnceAndInOrderWhateverHappens(int events, boolean poisoned, int restores) {
        Walk walk = walk(World.start(events, poisoned, restores), PRODUCTION);

        assertThat(walk.failure()).isEmpty();
        assertThat(walk.states()).isGreaterThan(100);
    }

    @Test
    void losesAnEventWhenMoreThanTheAcknowledgedPrefixIsCleared() {
        Walk walk =
                walk(World.start(2, false, 0), new Rules((read, acknowledged) -> read, InterleavingTest::gate, true));

        assertThat(walk.failure())
                .hasValueSatisfying(failure -> assertThat(failure)
                        .endsWith("cleared what the broker does not have")
                        .contains("times out, lost 1"));
    }

    @Test
    void appliesTwiceWithoutTheGate() {
        Rules open = new Rules(
                AcknowledgedPrefix::of,
                (at, fact) -> new Verdict.Apply(new Position(fact.epoch(), fact.sequence(), false), fact.snapshot()),
                true);

        assertThat(walk(World.start(1, false, 0), open).failure())
                .hasValueSatisfying(failure -> assertThat(failure).endsWith("not once and in order: [1, 1]"));
    }

    @Test
    void leavesAHoleWithoutParking() {
        Rules skipping = new Rules(AcknowledgedPrefix::of, InterleavingTest::gate, false);

        assertThat(walk(World.start(3, true, 0), skipping).failure())
                .hasValueSatisfying(failure -> assertThat(failure).contains("not once and in order: [1, 3]"));
    }

    private static Verdict gate(Position at, World.Fact fact) {
        return Gate.judge(at, fact.epoch(), fact.sequence());
    }

    private static Walk walk(World start, Rules rules) {
        Map<World, Step> seen = new HashMap<>();
        Deque<World> open = new ArrayDeque<>(List.of(start));
        seen.put(start, new Step(null, "start"));
        while (!open.isEmpty()) {
            World world = open.remove();
            Map<String, World> steps = world.next(rules);
            String fault = fault(world, steps.isEmpty(), rules);
            if (!fault.isEmpty()) {
                return new Walk(seen.size(), Optional.of(schedule(world, seen) + " => " + fault));
            }
            steps.forEach((name, next) -> {
                if (seen.putIfAbsent(next, new Step(world, name)) == null) {
                    open.add(next);
                }
            });
        }
        return new Walk(seen.size(), Optional.empty());
    }

    /** Wrong now, or at rest and still not right when asked to send again. */
    private static String fault(World world, boolean atRest, Rules rules) {
        if (!world.fault().isEmpty() || !atRest) {
            return world.fault();
        }
        World rest = world.settle(rules);
        if (!rest.fault().isEmpty()) {
            return rest.fault();
        }
        return rest.applied().equals(rest.truth())
                ? ""
                : "settles at " + rest.applied() + " instead of " + rest.truth();
    }

    private static String schedule(World world, Map<World, Step> seen) {
        List<String> steps = new ArrayList<>();
        for (Step step = seen.get(world); step != null && step.from() != null; step = seen.get(step.from())) {
            steps.addFirst(step.name());
        }
        return String.join(", ", steps);
    }

    private record Step(World from, String name) {}

    private record Walk(int states, Optional<String> failure) {}
}
