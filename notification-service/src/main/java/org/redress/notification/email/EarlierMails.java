package org.redress.notification.email;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.redress.notification.notifications.ChannelKind;
import org.redress.notification.notifications.Notification;
import org.redress.platform.looping.Loop;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Takes over notifications that were stored before there were channels: all that was due then was due by e-mail. An instance
 * of that time may still be at work, so it looks again and again.
 */
@Component
class EarlierMails {

    private final MongoCollection<Document> notifications;

    EarlierMails(MongoTemplate mongo) {
        this.notifications = mongo.getCollection(Notification.COLLECTION);
    }

    @Bean
    Loop takingOverMails(@Value("${redress.notification.mail.take-over-every:10s}") Duration every) {
        return Loop.every("taking-over-mails", every, this::takeOver);
    }

    void takeOver() {
        String lane = ChannelKind.EMAIL.key();
        notifications.updateMany(
                Filters.exists("dueAt"),
                List.of(
                        new Document(
                                "$set",
                                new Document("due." + lane, "$dueAt")
                                        .append("open." + lane, "$openSince")
                                        .append("version", new Document("$add", List.of("$version", 1L)))),
                        new Document("$unset", List.of("dueAt", "openSince", "claim"))));
    }
}
