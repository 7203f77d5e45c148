package org.redress.platform.sealing;

import java.util.List;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/** Tells which keys the service has in use, never the keys themselves: {@code /actuator/keys}. */
@Endpoint(id = "keys")
class KeysEndpoint {

    private final KeyFiles keys;

    KeysEndpoint(KeyFiles keys) {
        this.keys = keys;
    }

    @ReadOperation
    Reading read() {
        return new Reading(keys.loaded());
    }

    record Reading(List<LoadedKeys> files) {}
}
