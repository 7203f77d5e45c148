package org.redress.local.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.redress.local.keys.KeyFiles;
import org.redress.local.keys.KeyPlan;
import org.redress.local.keys.KeysInUse;
import org.redress.local.keys.Rotation;
import org.redress.local.run.RunFolder;
import org.redress.local.run.RunState;

/** Lists and rotates the keys of the services, while they run. */
final class KeysCommand implements Command {

    private static final String FOLDER = "--keys";
    private static final String SETTLE = "--settle";

    private final RunFolder run;
    private final Terminal terminal;

    KeysCommand(RunFolder run, Terminal terminal) {
        this.run = run;
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return "keys";
    }

    @Override
    public String help() {
        return """
                deploy/redress keys list [--keys FOLDER]
                deploy/redress keys rotate NAME…|--all [--settle SECONDS] [--keys FOLDER]
                deploy/redress keys make --keys FOLDER
                make begins an installation: it makes what is missing in FOLDER, a folder for each service, and prints the ids.
                rotate puts a newer key in the place of each while the services run; the older ones stay for what was made with
                them. NAME is one of %s. Killed or failed, the same command goes on where it stopped.
                  --settle SECONDS  waits this long at each step, besides asking the local services, for instances that
                                    cannot be asked; each follows its files within 2 seconds
                  --keys FOLDER     the folder that has the folder of each service, when it is not the local one; needs
                                    --settle, and the user that the services run as""".formatted(KeyPlan.names());
    }

    @Override
    public Set<String> switches() {
        return Set.of("--all", "--help");
    }

    @Override
    public Set<String> values() {
        return Set.of(FOLDER, SETTLE);
    }

    @Override
    public int run(Options options) {
        List<String> words = options.words();
        switch (words.isEmpty() ? "" : words.getFirst()) {
            case "list" -> list(files(options));
            case "make" -> make(options);
            case "rotate" -> {
                return rotate(plans(words.subList(1, words.size()), options.has("--all")), options) ? 0 : 1;
            }
            default ->
                throw new UsageError(
                        "keys takes list, make, or rotate with --all or names of %s.".formatted(KeyPlan.names()));
        }
        return 0;
    }

    private void make(Options options) {
        String folder = options.values().get(FOLDER);
        if (folder == null) {
            throw new UsageError("keys make needs --keys FOLDER.");
        }
        KeyFiles files = new KeyFiles(Path.of(folder));
        files.makeMissing();
        list(files);
    }

    private void list(KeyFiles files) {
        files.describe().forEach(terminal::line);
    }

    /** True when all that was asked for was rotated; where an earlier rotation had to be finished first, it was not. */
    private boolean rotate(List<KeyPlan> plans, Options options) {
        Duration settling = settling(options);
        List<KeyPlan> rotated = new Rotation(files(options), inUse(options), settling).rotate(plans);
        terminal.line("Rotated: %s.".formatted(labels(rotated)));
        List<KeyPlan> left =
                plans.stream().filter(plan -> !rotated.contains(plan)).toList();
        if (!left.isEmpty()) {
            terminal.line(
                    "An earlier rotation was finished first, with the key it had made; not rotated yet: %s. Run this again."
                            .formatted(labels(left)));
        }
        return left.isEmpty();
    }

    private static List<KeyPlan> plans(List<String> names, boolean all) {
        if (all == !names.isEmpty()) {
            throw new UsageError("rotate takes --all, or names of %s.".formatted(KeyPlan.names()));
        }
        return all
                ? KeyPlan.rotating()
                : names.stream().map(KeysCommand::plan).distinct().toList();
    }

    private static KeyPlan plan(String name) {
        return KeyPlan.named(name)
                .filter(KeyPlan::rotates)
                .orElseThrow(() -> new UsageError(
                        "\"%s\" is no key that rotates: there are %s.".formatted(name, KeyPlan.names())));
    }

    private KeyFiles files(Options options) {
        String named = options.values().get(FOLDER);
        Path folder = named == null ? run.path("keys") : Path.of(named);
        if (!Files.isDirectory(folder)) {
            throw new UsageError("There is no folder %s with the keys of the services.".formatted(folder));
        }
        return new KeyFiles(folder);
    }

    /** What does not run reads its files when it starts. */
    private Predicate<Rotation.Wanted> inUse(Options options) {
        Optional<RunState> state = run.state().filter(RunState::isRunning);
        return options.values().containsKey(FOLDER) || state.isEmpty()
                ? wanted -> true
                : new KeysInUse(run, state.get())::has;
    }

    private static Duration settling(Options options) {
        String seconds = options.values().get(SETTLE);
        if (seconds == null && options.values().containsKey(FOLDER)) {
            throw new UsageError("--keys needs --settle SECONDS: the services there cannot be asked.");
        }
        if (seconds != null && !seconds.matches("[3-9]|[1-9]\\d{1,3}")) {
            throw new UsageError(
                    "--settle takes whole seconds from 3 to 9999, not \"%s\": services look at their keys every 2."
                            .formatted(seconds));
        }
        return seconds == null ? Duration.ZERO : Duration.ofSeconds(Long.parseLong(seconds));
    }

    private static String labels(List<KeyPlan> plans) {
        return plans.stream().map(KeyPlan::label).collect(Collectors.joining(", "));
    }
}
