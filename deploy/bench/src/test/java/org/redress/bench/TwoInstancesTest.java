package org.redress.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.bench.faults.judging.TopicReader;
import org.redress.bench.faults.judging.TopicRecord;
import org.redress.journey.stack.RunningStack;
import org.redress.journey.stack.RunningStack.Output;
import org.redress.journey.stack.ServiceBeside;

/** Two instances of routing share the rungs, and miss or double none when they are killed in turn. */
class TwoInstancesTest {

    private static final int CASES = 600;
    private static final int SOME = CASES / 6;

    @TempDir
    private Path folder;

    @Test
    void eachFiresItsShareAndNoneTwiceThoughTheyAreKilledInTurn() throws IOException {
        try (RunningStack stack = new RunningStack(folder.resolve("run"))) {
            takeIn(stack);
            ServiceBeside beside = beside(stack);
            Firing first = new Firing(stack.address("routing"));
            Firing second = new Firing(URI.create("http://127.0.0.1:" + beside.port()));

            // Until both are warm, who was started first is faster.
            advance(stack, 10);
            first.awaitWith(second, CASES);

            first.begin();
            second.begin();
            advance(stack, 20);
            first.awaitNothingDue();
            double both = first.count() + second.count();
            assertThat(first.count() / both).as("share of the first").isGreaterThanOrEqualTo(0.3);
            assertThat(second.count() / both).as("share of the second").isGreaterThanOrEqualTo(0.3);

            first.begin();
            second.begin();
            advance(stack, 20);
            first.awaitWith(second, SOME);
            stack.state().process("routing").orElseThrow().destroyForcibly();
            second.awaitNothingDue();
            first.awaitBack();

            first.begin();
            second.begin();
            advance(stack, 20);
            first.awaitWith(second, SOME);
            beside.kill();
            first.awaitNothingDue();

            Map<String, List<String>> rungs = rungs(stack);
            Set<List<String>> told = Set.copyOf(rungs.values());
            assertThat(rungs).hasSize(CASES);
            assertThat(told)
                    .as("every case was told of the same rungs, each once")
                    .hasSize(1);
            assertThat(told.iterator().next())
                    .doesNotHaveDuplicates()
                    .anyMatch(rung -> rung.startsWith("notice") && rung.endsWith("half"))
                    .anyMatch(rung -> rung.startsWith("notice") && rung.endsWith("eighty"))
                    .anyMatch(rung -> rung.startsWith("notice") && rung.endsWith("due"))
                    .anyMatch(rung -> rung.startsWith("notice") && rung.endsWith("level-2"));
        }
    }

    /** Cases of one unit, and no more consumers than are needed: the two shall have the processors. */
    private void takeIn(RunningStack stack) throws IOException {
        StringBuilder csv = new StringBuilder("id,unit,subject,text\n");
        for (int i = 1; i <= CASES; i++) {
            csv.append("row-%d,plant-1-assembly,第%d件：工资未按时发放,上月工资至今未发。\n".formatted(i, i));
        }
        Path file = Files.writeString(folder.resolve("rows.csv"), csv);
        Output imported = stack.command(
                "deploy/local/import", file.toString(), "--map", "externalId=id,unit=unit,subject=subject,text=text");
        assertThat(imported.exit()).as(imported.toString()).isZero();
        eventually().until(() -> stack.command("deploy/redress", "verify").exit() == 0);
        for (String part : List.of("notification", "analytics", "mail")) {
            assertThat(stack.command("deploy/local/stop", part).exit()).isZero();
        }
    }

    private ServiceBeside beside(RunningStack stack) throws IOException {
        long pid = stack.state().process("routing").orElseThrow().pid();
        return ServiceBeside.start(
                "the second routing",
                pid,
                UnaryOperator.identity(),
                "/actuator/health/readiness",
                folder.resolve("second.log"));
    }

    private static void advance(RunningStack stack, int days) throws IOException {
        Output advanced = stack.command("deploy/local/clock", "advance", days + "d");
        assertThat(advanced.exit()).as(advanced.toString()).isZero();
    }

    /** The rungs that were told of each case, in order of their names; a record that was sent again counts once. */
    private static Map<String, List<String>> rungs(RunningStack stack) throws IOException {
        String broker = stack.state().variable("KAFKA_BOOTSTRAP_SERVERS");
        return new TopicReader(broker, "")
                .read().stream()
                        .filter(told -> !told.rung().isEmpty())
                        .collect(Collectors.toMap(TopicRecord::eventId, told -> told, (one, again) -> one))
                        .values()
                        .stream()
                        .collect(Collectors.groupingBy(
                                told -> told.place().aggregateId(),
                                Collectors.collectingAndThen(
                                        Collectors.mapping(TopicRecord::rung, Collectors.toList()),
                                        names -> names.stream().sorted().toList())));
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions();
    }
}
