package org.redress.platform.operating;

import org.redress.platform.publishing.Continuity;
import org.redress.platform.publishing.Publisher;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Health of the way to the broker; never part of readiness, since petitions are taken without a broker too. */
class BrokerHealth implements HealthIndicator {

    private static final double LATE_SECONDS = 60;

    private final TopicProvisioner topics;
    private final Publisher publisher;
    private final Continuity continuity;

    BrokerHealth(TopicProvisioner topics, Publisher publisher, Continuity continuity) {
        this.continuity = continuity;
        this.topics = topics;
        this.publisher = publisher;
    }

    @Override
    public Health health() {
        double oldest = publisher.oldestPendingSeconds();
        boolean up = topics.passed() && oldest < LATE_SECONDS && !continuity.isRestored();
        return (up ? Health.up() : Health.down())
                .withDetail("topics", topics.state())
                .withDetail("oldestPendingSeconds", oldest)
                .withDetail("restored", continuity.isRestored())
                .build();
    }
}
