package org.redress.local.command;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.redress.local.run.Part;
import org.redress.local.run.RunFolder;
import org.redress.local.run.RunState;
import org.redress.starters.ProcessRecord;

/** Processes of an earlier run whose launcher is gone; ended only when proven to be the ones written down. */
final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RunFolder run;
    private final Terminal terminal;

    Leftovers(RunFolder run, Terminal terminal) {
        this.run = run;
        this.terminal = terminal;
    }

    /** Ends the services, then the broker, then the database. */
    void end() {
        run.state().ifPresent(state -> {
            end(state, Part.services());
            end(state, List.of(Part.BROKER));
            end(state, List.of(Part.MONGOD));
        });
    }

    private void end(RunState state, List<Part> parts) {
        List<ProcessHandle> alive = parts.stream()
                .flatMap(part -> process(state, part).stream())
                .peek(handle -> terminal.line("Ending process %d of an earlier run.".formatted(handle.pid())))
                .toList();
        alive.forEach(ProcessHandle::destroy);
        alive.forEach(handle -> await(handle, PATIENCE));
    }

    private static Optional<ProcessHandle> process(RunState state, Part part) {
        return state.part(part)
                .flatMap(found -> Optional.ofNullable(found.process()))
                .flatMap(ProcessRecord::alive);
    }

    /** Waits for the end of a process and forces it after the time. */
    static void await(ProcessHandle handle, Duration patience) {
        CompletableFuture<ProcessHandle> exit = handle.onExit();
        try {
            exit.get(patience.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            handle.destroyForcibly();
            exit.join();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Process " + handle.pid() + " cannot be waited for", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
