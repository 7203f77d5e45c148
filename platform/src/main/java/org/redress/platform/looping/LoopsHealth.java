package org.redress.platform.looping;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Part of liveness: a service with a loop that turns no more has to be started again. */
class LoopsHealth implements HealthIndicator {

    private final Loops loops;

    LoopsHealth(Loops loops) {
        this.loops = loops;
    }

    @Override
    public Health health() {
        List<String> stuck = loops.stuck();
        return stuck.isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("stuck", stuck).build();
    }
}
