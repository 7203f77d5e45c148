package org.redress.platform.observing;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroup;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;

/**
 * Groups of health that are asked for by name and listed nowhere: strangers are told up or down, and nothing of what a
 * service is made of.
 *
 * @param groups as they are
 */
record NamelessGroups(HealthEndpointGroups groups) implements HealthEndpointGroups {

    @Override
    public HealthEndpointGroup getPrimary() {
        return groups.getPrimary();
    }

    @Override
    public Set<String> getNames() {
        return Set.of();
    }

    @Override
    public @Nullable HealthEndpointGroup get(String name) {
        return groups.get(name);
    }
}
