package org.redress.tools.verifying;

import com.mongodb.ClientSessionOptions;
import com.mongodb.ReadConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.redress.tools.Installation;
import org.redress.tools.Terminal;

/** The four services' databases, read only and never in a state that could be rolled back. */
final class Databases implements AutoCloseable {

    private static final int PAGE = 2_000;

    private final MongoClient client;
    private final String prefix;
    private final int page;

    /**
     * Databases of one deployment.
     *
     * @param prefix what their names begin with, before the service's name
     * @param page documents to read at a time
     */
    Databases(MongoClient client, String prefix, int page) {
        this.client = client;
        this.prefix = prefix;
        this.page = page;
    }

    /** The databases the terminal's environment names. */
    static Databases open(Terminal terminal) {
        return new Databases(Installation.client(terminal), Installation.prefix(terminal), PAGE);
    }

    MongoDatabase of(Holder holder) {
        return client.getDatabase(prefix + holder.service()).withReadConcern(ReadConcern.MAJORITY);
    }

    /** A session that reads everything as it was at one moment; the database keeps it for five minutes. */
    ClientSession moment() {
        return client.startSession(ClientSessionOptions.builder().snapshot(true).build());
    }

    /** The database for reads in such a session, which brings its own guarantee. */
    MongoDatabase atMoment(Holder holder) {
        return client.getDatabase(prefix + holder.service());
    }

    private MongoCollection<Document> documents(Holder holder) {
        return of(holder).getCollection(holder.collection() + generation(holder));
    }

    /** A projection that was built anew stands in collections of another generation than the first. */
    private String generation(Holder holder) {
        Document lane = holder.projection().isEmpty()
                ? null
                : of(holder)
                        .getCollection("projections")
                        .find(Filters.eq("_id", holder.projection() + ":0"))
                        .first();
        int generation = lane == null ? 1 : lane.getInteger("generation", 1);
        return generation == 1 ? "" : "_" + generation;
    }

    /** All documents in the order of their ids; read page by page, so that no cursor can expire. */
    Iterator<Stored> all(Holder holder) {
        return new Pages(after -> after(holder, after));
    }

    private List<Stored> after(Holder holder, @Nullable String after) {
        FindIterable<Document> found =
                after == null ? documents(holder).find() : documents(holder).find(Filters.gt("_id", after));
        return found.projection(Projections.include(Stored.FIELDS))
                .sort(Sorts.ascending("_id"))
                .limit(page)
                .batchSize(page)
                .map(Stored::of)
                .into(new ArrayList<>());
    }

    /** The next documents in the order of their ids, with these fields; empty after the last. */
    List<Document> page(Holder holder, @Nullable String after, List<String> fields) {
        FindIterable<Document> found =
                after == null ? documents(holder).find() : documents(holder).find(Filters.gt("_id", after));
        return found.projection(Projections.include(fields))
                .sort(Sorts.ascending("_id"))
                .limit(page)
                .batchSize(page)
                .into(new ArrayList<>());
    }

    /** The documents with these ids, with these fields, by their ids. */
    Map<String, Document> documents(Holder holder, Collection<String> ids, List<String> fields) {
        Map<String, Document> found = new HashMap<>();
        documents(holder)
                .find(Filters.in("_id", ids))
                .projection(Projections.include(fields))
                .forEach(document -> found.put(document.getString("_id"), document));
        return found;
    }

    /** The documents with these ids. */
    Map<String, Stored> find(Holder holder, Collection<String> ids) {
        Map<String, Stored> found = new HashMap<>();
        documents(holder)
                .find(Filters.in("_id", ids))
                .projection(Projections.include(Stored.FIELDS))
                .map(Stored::of)
                .forEach(stored -> found.put(stored.id(), stored));
        return found;
    }

    /** The events of these aggregates that wait, and those that are archived; some may come twice. */
    void events(Holder holder, Collection<String> ids, Consumer<Document> consumer) {
        // Those that wait first: an event leaves them only after it was archived.
        documents(holder)
                .find(Filters.and(Filters.in("_id", ids), Filters.exists("pendingSince")))
                .projection(Projections.include("pending"))
                .forEach(document ->
                        document.getList("pending", Document.class, List.of()).forEach(consumer));
        of(holder)
                .getCollection(holder.archive())
                .find(Filters.in("aggregateId", ids))
                .forEach(consumer);
    }

    /** Those of the event ids that have a plan. */
    Set<String> planned(Collection<String> eventIds) {
        return of(Holder.NOTIFICATION)
                .getCollection("notifications")
                .find(Filters.in("_id", eventIds))
                .projection(Projections.include("_id"))
                .map(document -> document.getString("_id"))
                .into(new HashSet<>());
    }

    /** Notifications with a message in this state, by when they were planned. */
    List<Document> notificationsWith(String state) {
        return of(Holder.NOTIFICATION)
                .getCollection("notifications")
                .find(Filters.eq("entries.state", state))
                .projection(Projections.include("petitionId", "plannedAt", "entries"))
                .sort(Sorts.ascending("plannedAt", "_id"))
                .into(new ArrayList<>());
    }

    /** Documents of a consumer that say it set their aggregate aside, in the order of their ids. */
    List<Document> parked(Consumption consumption) {
        return documents(consumption.consumer())
                .find(Filters.eq("inbox." + consumption.stream() + ".parked", true))
                .projection(Projections.include("inbox"))
                .sort(Sorts.ascending("_id"))
                .into(new ArrayList<>());
    }

    /** Why a service set aggregates aside, by the ids of what it wrote down. */
    Map<String, Document> causes(Holder consumer, Collection<String> ids) {
        Map<String, Document> causes = new HashMap<>();
        of(consumer)
                .getCollection("parked")
                .find(Filters.in("_id", ids))
                .forEach(cause -> causes.put(cause.getString("_id"), cause));
        return causes;
    }

    @Override
    public void close() {
        client.close();
    }
}
