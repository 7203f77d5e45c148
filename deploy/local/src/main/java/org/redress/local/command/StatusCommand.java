package org.redress.local.command;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redress.local.run.RunFolder;
import org.redress.local.run.RunState;
import tools.jackson.databind.json.JsonMapper;

/** Shows every part: its process, its port, its health and its memory. */
final class StatusCommand implements Command {

    private static final JsonMapper JSON = JsonMapper.builder().build();

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
                deploy/local/status [--json | --total]
                Shows every part with its process, port, health and memory, and how long the last start took; mail and
                sign-in run inside the launcher.
                  --json   the parts as [{"name","pid","port","healthy","rssMb"}]; pid is null while one has no process
                  --total  the whole as {"healthy","rssMb","startupS"}
                The exit code is 0 when all are healthy, otherwise 1; with --json and --total always 0.""";
    }

    @Override
    public Set<String> switches() {
        return Set.of("--json", "--total", "--help");
    }

    @Override
    public int run(Options options) {
        Optional<RunState> state = run.state().filter(RunState::isRunning);
        List<PartStatus> parts = state.map(RunState::parts).orElse(List.of()).parallelStream()
                .map(PartStatus::of)
                .toList();
        TotalStatus total =
                TotalStatus.of(parts, state.map(RunState::startupSeconds).orElse(0.0));
        if (options.has("--json") || options.has("--total")) {
            terminal.line(JSON.writeValueAsString(options.has("--json") ? parts : total));
            return 0;
        }
        return show(parts, total);
    }

    private int show(List<PartStatus> parts, TotalStatus total) {
        if (parts.isEmpty()) {
            terminal.line("Nothing runs from %s.".formatted(run.folder()));
            return 1;
        }
        terminal.line("%-13s %8s %6s  %-9s %s".formatted("part", "pid", "port", "health", "memory"));
        parts.forEach(part -> terminal.line(part.line()));
        terminal.line(total.line());
        return total.healthy() ? 0 : 1;
    }
}
