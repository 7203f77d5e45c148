package org.redress.local.keys;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.redress.local.run.Actuator;
import org.redress.local.run.RunFolder;
import org.redress.local.run.RunState;
import tools.jackson.databind.JsonNode;

/** Asks the services that run which keys they have in use. */
public final class KeysInUse {

    private final RunFolder run;
    private final RunState state;
    private final Actuator actuator = new Actuator();

    /** Asks those of a running installation. */
    public KeysInUse(RunFolder run, RunState state) {
        this.run = run;
        this.state = state;
    }

    /** Whether a service has in use what is wanted; one that is kept away reads its files when it starts. */
    public boolean has(Rotation.Wanted wanted) {
        if (run.isAway(wanted.service())) {
            return true;
        }
        URI address = URI.create(state.variable("REDRESS_" + wanted.service().name() + "_URL"));
        Optional<JsonNode> told = actuator.ask(address, "keys");
        List<JsonNode> files = told.stream()
                .flatMap(answer -> answer.path("files").valueStream())
                .filter(file -> file.path("file").asString("").equals(wanted.file()))
                .toList();
        return !files.isEmpty() && files.stream().allMatch(file -> has(file, wanted));
    }

    private static boolean has(JsonNode file, Rotation.Wanted wanted) {
        return wanted.primary()
                ? file.path("primary").asString("").equals(wanted.key())
                : file.path("keys")
                        .valueStream()
                        .anyMatch(key -> key.asString("").equals(wanted.key()));
    }
}
