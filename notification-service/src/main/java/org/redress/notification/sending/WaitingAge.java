package org.redress.notification.sending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.redress.notification.notifications.Notification;
import org.redress.notification.observing.NotificationMetric;
import org.redress.platform.looping.Loop;
import org.redress.platform.time.RealTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Watches how long the oldest message waits. */
@Component
class WaitingAge {

    private final MongoCollection<Document> notifications;
    private volatile @Nullable Instant oldest;

    WaitingAge(MongoTemplate mongo, MeterRegistry meters) {
        this.notifications = mongo.getCollection(Notification.COLLECTION);
        Gauge.builder(NotificationMetric.WAITING_AGE.metricName(), this, WaitingAge::seconds)
                .description("Age of the oldest message that is neither sent nor ended otherwise")
                .baseUnit("seconds")
                .register(meters);
    }

    @Bean
    Loop watchingAge(@Value("${redress.notification.sending.age-every:10s}") Duration every) {
        return Loop.every("watching-age", every, this::look);
    }

    private void look() {
        Document found = notifications
                .find(Filters.exists("openSince"))
                .sort(Sorts.ascending("openSince"))
                .projection(Projections.include("openSince"))
                .first();
        oldest = found == null ? null : found.getDate("openSince").toInstant();
    }

    private double seconds() {
        Instant since = oldest;
        return since == null ? 0 : Duration.between(since, RealTime.now()).toMillis() / 1000.0;
    }
}
