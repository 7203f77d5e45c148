package org.redress.bench.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.redress.tools.Terminal;
import tools.jackson.databind.json.JsonMapper;

/** The bench {@code faults}: kills and outages under traffic. */
public final class Faults {

    private static final int DAMAGE = 1;

    private Faults() {}

    /**
     * Runs it.
     *
     * @return 0 when nothing was lost, doubled or torn and every window was hit, otherwise 1
     * @throws org.redress.tools.UsageException when the arguments are wrong
     */
    public static int run(List<String> words, Terminal terminal) throws InterruptedException {
        FaultsOptions options = FaultsOptions.read(words);
        Progress progress = new Progress(terminal.out());
        progress.tell("seed " + options.seed() + ": " + options.kills() + " kills, " + options.petitions()
                + " petitions; the platform starts");
        try (Stage stage = Stage.set(options.outages(), options.keep())) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stage)));
            Report report = new FaultRun(options, progress, stage).carryOut();
            if (options.keep()) {
                progress.tell("data, mails and logs stay in " + stage.folder());
            }
            report.complaints().forEach(terminal.out()::println);
            terminal.out().println(JsonMapper.shared().writeValueAsString(report.json()));
            return report.holds() ? 0 : DAMAGE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
