package org.redress.local.clock;

import java.net.URI;
import java.util.Optional;
import org.redress.local.run.Actuator;
import tools.jackson.databind.JsonNode;

/** Asks services which business time they go by; one that does not answer has not followed yet. */
public final class ServiceClocks {

    private final Actuator actuator = new Actuator();

    /** Tells whether the service at this address has read that version of the clock file, or a later one. */
    public boolean hasRead(URI service, long version) {
        return ask(service).filter(clock -> read(clock) >= version).isPresent();
    }

    /** Tells whether the service that fires rungs has read that version and left no rung unfired that is due. */
    public boolean hasFired(URI service, long version) {
        return ask(service)
                .filter(clock -> read(clock) >= version)
                .filter(clock -> clock.path("unfired").asLong(-1) == 0)
                .isPresent();
    }

    private static long read(JsonNode clock) {
        return clock.path("version").asLong(-1);
    }

    private Optional<JsonNode> ask(URI service) {
        return actuator.ask(service, "clock");
    }
}
