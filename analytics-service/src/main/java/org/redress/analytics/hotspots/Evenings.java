package org.redress.analytics.hotspots;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.hotspots.Hotspots.Standing;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Which day was looked at last, and which matters stood at its end. */
final class Evenings {

    private static final String ID = "last";

    private final MongoCollection<Document> evenings;

    Evenings(MongoTemplate mongo) {
        this.evenings = mongo.getCollection("hotspotEvenings");
    }

    /** The last day that was looked at; empty before the first. */
    Optional<LocalDate> last() {
        return Optional.ofNullable(found()).map(evening -> LocalDate.parse(evening.getString("day")));
    }

    /** The matters that stood at its end, in their order. */
    List<Standing> standing() {
        Document found = found();
        return found == null
                ? List.of()
                : found.getList("standing", Document.class).stream()
                        .map(each -> new Standing(
                                each.getInteger("group"), each.getInteger("weeks"), each.getInteger("writers")))
                        .toList();
    }

    private @Nullable Document found() {
        return evenings.find(Filters.eq("_id", ID)).first();
    }

    void keep(LocalDate day, List<Standing> standing) {
        evenings.updateOne(
                Filters.eq("_id", ID),
                Updates.combine(
                        Updates.set("day", day.toString()),
                        Updates.set(
                                "standing",
                                standing.stream()
                                        .map(each -> new Document("group", each.group())
                                                .append("weeks", each.weeks())
                                                .append("writers", each.writers()))
                                        .toList())),
                new UpdateOptions().upsert(true));
    }
}
