package org.redress.notification.notifications;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.redress.notification.observing.NotificationMetric;
import org.redress.platform.publishing.AggregateStore;
import org.redress.platform.time.RealTime;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** All notifications: plans go in once, and what a case hides later is hidden here too. */
@Component
public class Notifications {

    private final AggregateStore<Notification> store;
    private final MongoTemplate mongo;
    private final MeterRegistry meters;

    Notifications(AggregateStore<Notification> store, MongoTemplate mongo, MeterRegistry meters) {
        this.store = store;
        this.mongo = mongo;
        this.meters = meters;
    }

    /** Keeps plans that no trace tells of; one that was kept before stays as it is. */
    public void keep(Collection<Plan> plans) {
        keep(plans, Set.of());
    }

    /**
     * Keeps plans; one that was kept before stays as it is.
     *
     * @param traced petitions that have a trace
     */
    public void keep(Collection<Plan> plans, Set<String> traced) {
        Instant realNow = RealTime.now();
        List<Notification> all =
                plans.stream().map(plan -> new Notification(plan, realNow)).toList();
        // What concerns no single petition has none.
        all.stream()
                .filter(it -> it.petitionId() != null && traced.contains(it.petitionId()))
                .forEach(Notification::trace);
        Set<String> before = store.insertAll(all).stream().map(Notification::id).collect(Collectors.toSet());
        all.stream().filter(it -> !before.contains(it.id())).forEach(this::count);
    }

    /** Shows what was planned for these petitions to the recipients alone from now on. */
    public void restrict(Collection<String> petitionIds) {
        if (petitionIds.isEmpty()) {
            return;
        }
        mongo.getCollection(Notification.COLLECTION)
                .updateMany(
                        Filters.and(
                                Filters.in("petitionId", new HashSet<>(petitionIds)), Filters.eq("restricted", false)),
                        Updates.combine(Updates.set("restricted", true), Updates.inc("version", 1L)));
    }

    /** Shows the receipts of these petitions, which waited for their cases, to who may see all that is kept from nobody. */
    public void release(Collection<String> petitionIds) {
        if (!petitionIds.isEmpty()) {
            mongo.getCollection(Notification.COLLECTION)
                    .updateMany(
                            Filters.and(
                                    Filters.in("petitionId", new HashSet<>(petitionIds)),
                                    Filters.eq("restricted", true),
                                    Filters.eq("standing.sequence", 0L)),
                            Updates.combine(Updates.set("restricted", false), Updates.inc("version", 1L)));
        }
    }

    private void count(Notification notification) {
        for (Entry entry : notification.entries()) {
            Counter.builder(NotificationMetric.PLANNED.metricName())
                    .description("Planned messages")
                    .tag("template", entry.template().key())
                    .tag("channel", entry.channel())
                    .tag("state", entry.state().name().toLowerCase(Locale.ROOT))
                    .register(meters)
                    .increment();
        }
    }
}
