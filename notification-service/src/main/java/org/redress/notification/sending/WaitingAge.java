package org.redress.notification.sending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.redress.notification.notifications.Notification;
import org.redress.notification.observing.NotificationMetric;
import org.redress.platform.looping.Loop;
import org.redress.platform.time.RealTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Watches how long the oldest message of each lane waits. */
@Component
class WaitingAge {

    private final MongoCollection<Document> notifications;
    private final Map<String, Instant> oldest = new ConcurrentHashMap<>();
    private final List<String> lanes;

    WaitingAge(MongoTemplate mongo, ObjectProvider<Channel> channels, MeterRegistry meters) {
        this.notifications = mongo.getCollection(Notification.COLLECTION);
        this.lanes = channels.stream()
                .flatMap(channel -> channel.lanes().stream())
                .<String>map(Lane::name)
                .toList();
        for (String lane : lanes) {
            Gauge.builder(NotificationMetric.WAITING_AGE.metricName(), () -> seconds(lane))
                    .description("Age of a lane's oldest message that is neither sent nor ended otherwise")
                    .baseUnit("seconds")
                    .tag("lane", lane)
                    .register(meters);
        }
    }

    @Bean
    Loop watchingAge(@Value("${redress.notification.age-every:10s}") Duration every) {
        return Loop.every("watching-age", every, () -> lanes.forEach(this::look));
    }

    private void look(String lane) {
        String openSince = "open." + lane;
        Document found = notifications
                .find(Filters.gt(openSince, Date.from(Instant.EPOCH)))
                .sort(Sorts.ascending(openSince))
                .projection(Projections.include(openSince))
                .first();
        if (found == null) {
            oldest.remove(lane);
        } else {
            oldest.put(lane, found.get("open", Document.class).getDate(lane).toInstant());
        }
    }

    private double seconds(String lane) {
        Instant since = oldest.get(lane);
        return since == null ? 0 : Duration.between(since, RealTime.now()).toMillis() / 1000.0;
    }
}
