package org.redress.notification.messaging;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.redress.contracts.Topic;
import org.redress.contracts.alerts.AlertEvent;
import org.redress.notification.notifications.Notifications;
import org.redress.notification.planning.Planner;
import org.redress.notification.positions.GuardedCollection;
import org.redress.platform.consuming.Consumes;
import org.redress.platform.consuming.EventHandler;
import org.redress.platform.consuming.Position;
import org.redress.platform.consuming.Received;
import org.redress.platform.consuming.Source;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Plans who is told of matters that become hot, and of those that are no longer. */
@Component
@Consumes(Topic.ALERTS)
class AlertEventHandler implements EventHandler<AlertEvent> {

    private final GuardedCollection hotspots;
    private final Planner planner;
    private final Notifications notifications;

    AlertEventHandler(MongoTemplate mongo, Planner planner, Notifications notifications) {
        this.hotspots = new GuardedCollection(mongo.getCollection("alerts"));
        this.planner = planner;
        this.notifications = notifications;
    }

    @Override
    public Map<Source, Position> positions(Collection<Source> sources) {
        return hotspots.positions(Topic.ALERTS, sources);
    }

    /** First the plans, which a repetition finds in place, then how far each stream came. */
    @Override
    public void apply(List<Received<AlertEvent>> batch) {
        notifications.keep(batch.stream()
                .flatMap(received -> planner.plan(received.event()).stream())
                .toList());
        Map<String, GuardedCollection.Change> changes = new LinkedHashMap<>();
        for (Received<AlertEvent> received : batch) {
            changes.merge(
                    received.source().key(),
                    new GuardedCollection.Change(
                            received.source().key(), false, received.before(), received.after(), new Document()),
                    (first, last) -> new GuardedCollection.Change(
                            last.id(), false, first.before(), last.after(), last.fields()));
        }
        hotspots.move(Topic.ALERTS, List.copyOf(changes.values()));
    }

    @Override
    public void park(Source source, Position before, Position after) {
        hotspots.park(Topic.ALERTS, source, before, after);
    }
}
