package org.redress.platform.operating;

import org.redress.platform.consuming.EventConsumers;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Health of what this instance consumes: down while a partition waits for a newer version of the service. */
class ConsumersHealth implements HealthIndicator {

    private final EventConsumers consumers;

    ConsumersHealth(EventConsumers consumers) {
        this.consumers = consumers;
    }

    @Override
    public Health health() {
        var held = consumers.held();
        return (held.isEmpty() ? Health.up() : Health.down())
                .withDetail("held", held)
                .build();
    }
}
