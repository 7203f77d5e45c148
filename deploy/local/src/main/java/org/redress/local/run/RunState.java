package org.redress.local.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.starters.ProcessRecord;

/**
 * What a running installation tells other processes; kept in a file of mode 0600, for it names the database's password.
 *
 * @param launcher the process that watches over the others
 * @param ready whether everything has once been healthy since this start
 * @param startupSeconds the time from the command until everything was healthy, 0 before that
 * @param parts every part the launcher runs
 * @param environment addresses, as the variables that tools read them from
 */
public record RunState(
        ProcessRecord launcher,
        boolean ready,
        double startupSeconds,
        List<PartState> parts,
        Map<String, String> environment) {

    /** Copies the collections. */
    public RunState {
        parts = List.copyOf(parts);
        environment = Map.copyOf(environment);
    }

    /** Tells whether the launcher that wrote this still runs. */
    public boolean isRunning() {
        return launcher.alive().isPresent();
    }

    /** A part by its name. */
    public Optional<PartState> part(Part part) {
        return parts.stream().filter(state -> state.name().equals(part.label())).findFirst();
    }

    /** The value of an environment variable that tools are given. */
    public String variable(String name) {
        return Optional.ofNullable(environment.get(name)).orElseThrow();
    }
}
