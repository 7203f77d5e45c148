package org.redress.platform.signin;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.catalina.Context;
import org.apache.catalina.session.StandardManager;
import org.redress.platform.observing.RedressMetric;
import org.springframework.boot.tomcat.TomcatContextCustomizer;

/** Bounds the sessions of an instance: whoever comes on top of them is told to come back. */
final class SessionLimit implements TomcatContextCustomizer {

    private final int most;
    private final MeterRegistry meters;

    SessionLimit(int most, MeterRegistry meters) {
        this.most = most;
        this.meters = meters;
    }

    @Override
    public void customize(Context context) {
        StandardManager manager = new StandardManager();
        manager.setMaxActiveSessions(most);
        context.setManager(manager);
        Gauge.builder(RedressMetric.SESSIONS.metricName(), manager, StandardManager::getActiveSessions)
                .description("Sessions of readers who have signed in")
                .register(meters);
    }
}
