package org.redress.local.command;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redress.local.run.PartState;
import org.redress.local.run.RunFolder;
import org.redress.local.run.RunState;
import tools.jackson.databind.json.JsonMapper;

/** Shows every part: its process, its port, its health and its memory. */
final class StatusCommand implements Command {

    private final RunFolder run;
    private final Terminal terminal;

    StatusCommand(RunFolder run, Terminal terminal) {
        this.run = run;
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return "status";
    }

    @Override
    public String help() {
        return """
                deploy/local/status [--json]
                Shows every part with its process, port, health and memory; mail and sign-in run inside the launcher.
                  --json  the same as [{"name","pid","port","healthy","rssMb"}]; pid is null while a part has no process
                The exit code is 0 when all are healthy, otherwise 1; with --json always 0.""";
    }

    @Override
    public Set<String> switches() {
        return Set.of("--json", "--help");
    }

    @Override
    public int run(Options options) {
        List<PartStatus> parts = parts();
        if (options.has("--json")) {
            terminal.line(JsonMapper.builder().build().writeValueAsString(parts));
            return 0;
        }
        if (parts.isEmpty()) {
            terminal.line("Nothing runs from %s.".formatted(run.folder()));
            return 1;
        }
        terminal.line("%-13s %8s %6s  %-9s %s".formatted("part", "pid", "port", "health", "memory"));
        parts.forEach(part -> terminal.line(part.line()));
        return parts.stream().allMatch(PartStatus::healthy) ? 0 : 1;
    }

    private List<PartStatus> parts() {
        Optional<RunState> state = run.state().filter(RunState::isRunning);
        List<PartState> parts = state.map(RunState::parts).orElse(List.of());
        return parts.parallelStream().map(PartStatus::of).toList();
    }
}
