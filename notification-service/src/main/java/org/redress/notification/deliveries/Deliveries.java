package org.redress.notification.deliveries;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.redress.notification.notifications.Notification;
import org.redress.notification.notifications.Reason;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Reads the delivery log, newest first; nothing counts that the reader may not see. */
@Component
public class Deliveries {

    /** Up to here totals are exact. */
    public static final int COUNTED = 10_000;

    private static final Bson NEWEST_FIRST = Sorts.descending("plannedAt", "_id");

    private final MongoCollection<Document> notifications;

    Deliveries(MongoTemplate mongo) {
        this.notifications = mongo.getCollection(Notification.COLLECTION);
    }

    /**
     * A part of the log.
     *
     * @param items in order
     * @param next where to go on; absent at the end
     */
    public record Page(List<Delivery> items, @Nullable Cursor next) {}

    /** At most {@code limit} messages after a place. */
    public Page find(Search search, Caller reader, @Nullable Cursor after, int limit) {
        List<Bson> stages = new ArrayList<>();
        stages.add(Aggregates.match(
                after == null ? whole(search, reader) : Filters.and(whole(search, reader), from(after))));
        stages.add(Aggregates.sort(NEWEST_FIRST));
        stages.add(Aggregates.unwind("$entries"));
        stages.add(Aggregates.match(each(search, reader)));
        if (after != null) {
            stages.add(Aggregates.match(Filters.nor(upTo(after))));
        }
        stages.add(Aggregates.limit(limit + 1));
        List<Document> found = notifications.aggregate(stages).into(new ArrayList<>());
        List<Document> page = found.subList(0, Math.min(limit, found.size()));
        return new Page(
                page.stream().map(Deliveries::delivery).toList(), found.size() > limit ? cursor(page.getLast()) : null);
    }

    /** How many there are, at most one more than {@link #COUNTED}. */
    public int count(Search search, Caller reader) {
        Document counted = notifications
                .aggregate(List.of(
                        Aggregates.match(whole(search, reader)),
                        Aggregates.unwind("$entries"),
                        Aggregates.match(each(search, reader)),
                        Aggregates.limit(COUNTED + 1),
                        Aggregates.group(null, Accumulators.sum("count", 1))))
                .first();
        return counted == null ? 0 : counted.getInteger("count");
    }

    /** True when anything ever went to this post. */
    public boolean toldAny(String post) {
        return notifications
                        .find(Filters.eq("entries.recipient", post))
                        .projection(Projections.include("_id"))
                        .first()
                != null;
    }

    /** Conditions on the notification, for the index. */
    private static Bson whole(Search search, Caller reader) {
        List<Bson> all = new ArrayList<>();
        if (search.petitionId() != null) {
            all.add(Filters.eq("petitionId", search.petitionId()));
        }
        all.add(
                switch (reader) {
                    // What became restricted later is no longer shown to who was told before.
                    case Caller.Officer officer ->
                        Filters.and(
                                Filters.in("entries.recipient", officer.posts()),
                                Filters.or(
                                        Filters.eq("restricted", false),
                                        Filters.and(Filters.eq("standing.restricted", true), theirs(officer))));
                    case Caller.Overseer overseer -> Filters.eq("restricted", false);
                });
        all.add(Filters.elemMatch("entries", each(search, reader, "")));
        return Filters.and(all);
    }

    /** What came to a post of theirs while they held it. */
    private static Bson theirs(Caller.Officer officer) {
        List<Bson> posts = officer.since().entrySet().stream()
                .map(post -> Filters.and(
                        Filters.eq("entries.recipient", post.getKey()),
                        Filters.gt("plannedAt", Date.from(post.getValue()))))
                .toList();
        return posts.isEmpty() ? Filters.in("entries.recipient", officer.posts()) : Filters.or(posts);
    }

    private static Bson each(Search search, Caller reader) {
        return each(search, reader, "entries.");
    }

    /** Conditions on the message itself. */
    private static Bson each(Search search, Caller reader, String path) {
        List<Bson> all = new ArrayList<>();
        all.add(Filters.exists(path + "number"));
        if (search.recipient() != null) {
            all.add(Filters.eq(path + "recipient", search.recipient()));
        }
        if (search.state() != null) {
            all.add(Filters.eq(path + "state", search.state().name()));
        }
        if (search.template() != null) {
            all.add(Filters.eq(path + "template", search.template().name()));
        }
        if (search.channel() != null) {
            all.add(Filters.eq(path + "channel", search.channel().key()));
        }
        if (reader instanceof Caller.Officer officer) {
            all.add(Filters.in(path + "recipient", officer.posts()));
            // Who was left out must not learn of the case from the log.
            all.add(Filters.nin(path + "reason", Reason.NOT_IN_SCOPE, Reason.NEW_HOLDER));
        }
        return Filters.and(all);
    }

    private static Bson from(Cursor after) {
        Date at = Date.from(after.plannedAt());
        return Filters.or(
                Filters.lt("plannedAt", at),
                Filters.and(Filters.eq("plannedAt", at), Filters.lte("_id", after.notification())));
    }

    private static Bson upTo(Cursor after) {
        return Filters.and(Filters.eq("_id", after.notification()), Filters.lte("entries.number", after.number()));
    }

    private static Cursor cursor(Document document) {
        return new Cursor(
                document.getDate("plannedAt").toInstant(),
                document.getString("_id"),
                document.get("entries", Document.class).getInteger("number"));
    }

    /** A constant as it is written outside, also one that a newer version stored. */
    private static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Delivery delivery(Document document) {
        Document entry = document.get("entries", Document.class);
        return new Delivery(
                document.getString("_id") + "." + entry.getInteger("number"),
                document.getString("petitionId"),
                word(entry.getString("template")),
                entry.getString("channel"),
                entry.getString("recipient"),
                word(entry.getString("state")),
                entry.getString("messageId"),
                entry.getString("reason"),
                document.getDate("plannedAt").toInstant(),
                document.getEmbedded(List.of("facts", "step"), String.class));
    }
}
