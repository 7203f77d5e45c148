package org.redress.intake.units;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether units can be told from mistakes yet; never part of readiness, since most petitions name no unit. */
@Component
class OrganisationHealthIndicator implements HealthIndicator {

    private final Units units;

    OrganisationHealthIndicator(Units units) {
        this.units = units;
    }

    @Override
    public Health health() {
        return units.areKnown() ? Health.up().build() : Health.outOfService().build();
    }
}
