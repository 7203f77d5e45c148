package org.redress.notification.webhook;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Date;
import org.bson.Document;
import org.redress.platform.time.RealTime;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Which endpoints said that they are gone; known to every instance and after every start. */
@Component
class EndpointStates {

    private final MongoCollection<Document> endpoints;

    EndpointStates(MongoTemplate mongo) {
        this.endpoints = mongo.getCollection("webhook_endpoints");
    }

    /** The endpoint answered that it is gone. */
    void gone(String name, WebhookSettings.Endpoint endpoint) {
        endpoints.replaceOne(
                Filters.eq("_id", name),
                new Document("_id", name).append("url", endpoint.url()).append("goneAt", Date.from(RealTime.now())),
                new ReplaceOptions().upsert(true));
    }

    /** Whether it is turned off: until it has another address, or the configuration says that it is back. */
    boolean isOff(String name, WebhookSettings.Endpoint endpoint) {
        Document state = endpoints
                .find(Filters.and(Filters.eq("_id", name), Filters.eq("url", endpoint.url())))
                .first();
        return state != null
                && (endpoint.backOnAt() == null
                        || state.getDate("goneAt").toInstant().isAfter(endpoint.backOnAt()));
    }
}
