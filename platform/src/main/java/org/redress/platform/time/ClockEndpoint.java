package org.redress.platform.time;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/** Tells which business time the service goes by: {@code /actuator/clock}. */
@Endpoint(id = "clock")
class ClockEndpoint {

    private final BusinessClock clock;
    private final Optional<Unfired> unfired;

    ClockEndpoint(BusinessClock clock, Optional<Unfired> unfired) {
        this.clock = clock;
        this.unfired = unfired;
    }

    @ReadOperation
    Reading read() {
        return new Reading(
                clock.version(), clock.instant(), unfired.map(Unfired::count).orElse(null));
    }

    record Reading(long version, Instant now, @Nullable Long unfired) {}
}
