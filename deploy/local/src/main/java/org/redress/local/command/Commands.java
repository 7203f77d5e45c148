package org.redress.local.command;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.redress.local.run.RunFolder;
import org.redress.local.run.RunState;
import org.redress.starters.StartFailure;

/** All commands, and how they end: 0 done, 1 failed with one sentence, 2 not understood. */
public final class Commands {

    private static final int FAILED = 1;
    private static final int NOT_UNDERSTOOD = 2;

    private final Map<String, String> environment;
    private final Terminal terminal;

    /** Commands for a person whose shell has this environment. */
    public Commands(Map<String, String> environment, Terminal terminal) {
        this.environment = environment;
        this.terminal = terminal;
    }

    /** Carries out the command that the words name and returns its exit code. */
    public int run(List<String> words) {
        try {
            Command command = find(words.isEmpty() ? "" : words.getFirst());
            List<String> rest = words.subList(1, words.size());
            if (rest.contains("--help")) {
                terminal.line(command.help().strip());
                return 0;
            }
            return command.run(Options.parse(command.name(), rest, command.switches(), command.values()));
        } catch (UsageError e) {
            terminal.error(Sentences.of(e));
            return NOT_UNDERSTOOD;
        } catch (RuntimeException e) {
            terminal.error(Sentences.of(e));
            return FAILED;
        }
    }

    private Command find(String name) {
        List<Command> commands = all();
        return commands.stream()
                .filter(command -> command.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageError("There is no command \"%s\": there are %s."
                        .formatted(name, commands.stream().map(Command::name).collect(Collectors.joining(", ")))));
    }

    private List<Command> all() {
        RunFolder run = RunFolder.of(environment);
        return List.of(
                new UpCommand(environment, run, terminal),
                new DownCommand(run, terminal),
                new StatusCommand(run, terminal),
                new AwayCommand("stop", true, run, terminal),
                new AwayCommand("start", false, run, terminal),
                new ClockCommand(run, terminal, InstantSource.system()),
                new TokenCommand(run, terminal),
                new KeysCommand(run, terminal),
                new EnvironmentCommand(run, terminal));
    }

    /** The state of a launcher that runs. */
    static RunState running(RunFolder run) {
        Optional<RunState> state = run.state().filter(RunState::isRunning);
        return state.orElseThrow(
                () -> new StartFailure("Nothing runs from %s: deploy/local/up starts it.".formatted(run.folder())));
    }
}
