package org.redress.bench.decisions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.redress.bench.decisions.judging.Verdict;
import org.redress.bench.decisions.walking.CaseStore;
import org.redress.bench.decisions.walking.Message;
import org.redress.bench.decisions.walking.Messages;
import org.redress.bench.decisions.walking.Walk;
import org.redress.bench.faults.judging.TopicReader;
import org.redress.tools.Terminal;
import org.redress.tools.UsageException;
import tools.jackson.databind.json.JsonMapper;

/** The bench {@code decisions}: real messages in business time, and whose limit was missed. */
public final class Decisions {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Duration DRAINED_WITHIN = Duration.ofMinutes(3);
    private static final int SHOWN = 50;
    private static final int WRONG = 1;

    private final DecisionsOptions options;
    private final Terminal terminal;
    private final long began = System.nanoTime();

    private Decisions(DecisionsOptions options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    /**
     * Runs it.
     *
     * @return 0 when every message was late or in time as it has to be, otherwise 1
     * @throws UsageException when the arguments are wrong
     */
    public static int run(List<String> words, Terminal terminal) throws InterruptedException {
        try {
            return new Decisions(DecisionsOptions.read(words), terminal).carryOut();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int carryOut() throws IOException, InterruptedException {
        List<Message> messages = Messages.read(options.messages(), options.limit());
        if (messages.isEmpty()) {
            throw new UsageException(options.messages() + " holds no message.");
        }
        tell("run " + options.run() + ": " + messages.size() + " messages from "
                + messages.getFirst().submittedAt() + "; the platform starts");
        try (Stage stage = Stage.set(
                options, messages.getFirst().submittedAt().atZone(ZONE).toInstant())) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stage)));
            tell("the platform runs");
            int status = walkAndJudge(stage, messages);
            if (options.keep()) {
                terminal.err()
                        .println("Data, mails and logs stay in " + stage.stack().folder());
            }
            return status;
        }
    }

    private int walkAndJudge(Stage stage, List<Message> messages) throws IOException, InterruptedException {
        Map<String, String> environment = stage.stack().state().environment();
        try (CaseStore cases = new CaseStore(stage.stack().state().variable("MONGODB_URI"))) {
            Walk walk = new Walk(options.run(), ZONE, stage.stack(), stage.clock(), cases, this::tell);
            Map<String, String> petitions = walk.through(messages);
            tell("walked in " + walk.steps() + " steps");
            awaitSent(cases);
            var told = new TopicReader(environment.getOrDefault("KAFKA_BOOTSTRAP_SERVERS", ""), "").read();
            Verdict verdict = Verdict.of(stage.stack(), options.run(), ZONE, messages, petitions, told);
            verdict.write(options.rows());
            tell("judged; a line for each message is written");
            verdict.complaints().stream().limit(SHOWN).forEach(terminal.out()::println);
            Map<String, Object> counts = verdict.counts();
            counts.put("steps", walk.steps());
            counts.put("seconds", elapsed().toSeconds());
            terminal.out().println(JsonMapper.shared().writeValueAsString(counts));
            return verdict.complaints().isEmpty() ? 0 : WRONG;
        }
    }

    private static void awaitSent(CaseStore cases) throws InterruptedException {
        long end = System.nanoTime() + DRAINED_WITHIN.toNanos();
        while (!cases.hasSentEverything()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("cases still hold events that were not sent");
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private void tell(String sentence) {
        terminal.out().printf("%02d:%02d %s%n", elapsed().toMinutes(), elapsed().toSecondsPart(), sentence);
        terminal.out().flush();
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Ctrl-C leaves no process behind. */
    private static void end(Stage stage) {
        try {
            stage.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
