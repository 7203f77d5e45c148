package org.redress.analytics.sightings;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Topic;
import org.redress.contracts.groups.GroupEvent;
import org.redress.contracts.groups.PetitionsGrouped;
import org.redress.platform.consuming.Inbox;
import org.redress.platform.consuming.Position;
import org.redress.platform.consuming.Received;
import org.redress.platform.consuming.Source;
import org.redress.platform.consuming.StalePositionException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Which petition is in which group, as routing told. Groups that became one are kept as told and followed when they are read,
 * so that it does not matter in which order runs come; all writes can be repeated.
 */
@Component
public class Groupings {

    /** A year of petitions would be more than one question may hold. */
    private static final int ASKED_AT_ONCE = 10_000;

    private static final String STREAM = Topic.GROUPS.name();
    private static final int DUPLICATE_KEY = 11_000;
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> runs;
    private final MongoCollection<Document> members;
    private final MongoCollection<Document> groups;
    private final AtomicBoolean indexed = new AtomicBoolean();

    Groupings(MongoTemplate mongo) {
        this.runs = mongo.getCollection("groupings");
        this.members = mongo.getCollection("groupMembers");
        this.groups = mongo.getCollection("groups");
    }

    /**
     * What is said of a group.
     *
     * @param terms words that petitions of at least five known petitioners have
     * @param distinctness how much its petitions have in common that others do not
     */
    public record About(List<String> terms, double distinctness) {

        /** Nothing. */
        public static final About NOTHING = new About(List.of(), 0);
    }

    /** Where the stream of each run stands. */
    public Map<Source, Position> positions(Collection<Source> sources) {
        Map<String, Source> byId =
                sources.stream().collect(Collectors.toMap(Source::aggregateId, source -> source, (one, same) -> one));
        Map<Source, Position> positions = new HashMap<>();
        runs.find(Filters.in("_id", byId.keySet()))
                .projection(Projections.include(Inbox.FIELD))
                .forEach(run -> positions.put(byId.get(run.getString("_id")), Inbox.of(run, STREAM)));
        return positions;
    }

    /**
     * Keeps what runs told, then how far each came.
     *
     * @throws StalePositionException when a run had come further
     */
    public void keep(List<Received<GroupEvent>> batch) {
        if (!indexed.get()) {
            members.createIndex(Indexes.ascending("group"));
            groups.createIndex(Indexes.ascending("into"));
            indexed.set(true);
        }
        List<WriteModel<Document>> joined = new ArrayList<>();
        List<WriteModel<Document>> known = new ArrayList<>();
        for (Received<GroupEvent> received : batch) {
            switch (received.event()) {
                case PetitionsGrouped told -> {
                    told.joined()
                            .forEach(each -> joined.add(set(each.petitionId(), Updates.set("group", each.group()))));
                    told.merged().forEach(each -> known.add(set(each.from(), Updates.set("into", each.into()))));
                    told.described()
                            .forEach(each -> known.add(set(
                                    each.group(),
                                    Updates.combine(
                                            Updates.set("terms", each.terms()),
                                            Updates.set("distinctness", each.distinctness())))));
                }
            }
        }
        if (!joined.isEmpty()) {
            members.bulkWrite(joined);
        }
        if (!known.isEmpty()) {
            groups.bulkWrite(known);
        }
        move(batch);
    }

    private static UpdateOneModel<Document> set(Object id, Bson update) {
        return new UpdateOneModel<>(Filters.eq("_id", id), update, UPSERT);
    }

    private void move(List<Received<GroupEvent>> batch) {
        List<WriteModel<Document>> moves =
                batch.stream().<WriteModel<Document>>map(Groupings::move).toList();
        try {
            BulkWriteResult result = runs.bulkWrite(moves);
            if (result.getMatchedCount() + result.getUpserts().size() < moves.size()) {
                throw new StalePositionException("a run moved on");
            }
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream().anyMatch(error -> error.getCode() == DUPLICATE_KEY)) {
                throw new StalePositionException("a run moved on");
            }
            throw e;
        }
    }

    private static UpdateOneModel<Document> move(Received<GroupEvent> received) {
        Document filter = new Document("_id", received.source().aggregateId())
                .append("$and", List.of(Inbox.guard(STREAM, received.before()).getCriteriaObject()));
        Update update = Inbox.moveTo(new Update().inc("version", 1), STREAM, received.after());
        if (received.event() instanceof PetitionsGrouped told && told.ended()) {
            update.set("ended", true);
            if (told.complete() != null) {
                update.set("complete", told.complete().toString());
            }
        }
        return new UpdateOneModel<>(
                filter,
                update.getUpdateObject(),
                new UpdateOptions().upsert(received.before().equals(Position.START)));
    }

    /**
     * Moves a position without an effect.
     *
     * @throws StalePositionException when the stream stands no longer where it was read
     */
    public void park(Source source, Position before, Position after) {
        Inbox.place(runs, source.aggregateId(), STREAM, before, after, new Update().inc("version", 1));
    }

    /**
     * The last day all of whose petitions are told; empty before the first. A run may be received before one that went before
     * it: its day is complete when each run up to it ended.
     */
    public Optional<LocalDate> complete() {
        for (Document run : runs.find(Filters.exists("complete")).sort(Sorts.descending("_id"))) {
            String id = run.getString("_id");
            long upToIt = runs.countDocuments(Filters.and(Filters.lte("_id", id), Filters.eq("ended", true)));
            if (upToIt == PetitionsGrouped.number(id)) {
                return Optional.of(LocalDate.parse(run.getString("complete")));
            }
        }
        return Optional.empty();
    }

    /** The group of each petition that is in one, with all that became one. */
    public Map<String, Integer> groupsOf(Collection<String> petitionIds) {
        Map<Integer, Integer> became = became();
        Map<String, Integer> groupOf = new HashMap<>();
        List<String> ids = List.copyOf(petitionIds);
        for (int from = 0; from < ids.size(); from += ASKED_AT_ONCE) {
            members.find(Filters.in("_id", ids.subList(from, Math.min(ids.size(), from + ASKED_AT_ONCE))))
                    .forEach(
                            member -> groupOf.put(member.getString("_id"), follow(member.getInteger("group"), became)));
        }
        return groupOf;
    }

    /** The group that has the petitions of a group today. */
    public int today(int group) {
        int today = group;
        for (Integer next = into(today); next != null; next = into(today)) {
            today = next;
        }
        return today;
    }

    private @Nullable Integer into(int group) {
        Document found = groups.find(Filters.eq("_id", group))
                .projection(Projections.include("into"))
                .first();
        return found == null ? null : found.getInteger("into");
    }

    private Map<Integer, Integer> became() {
        Map<Integer, Integer> became = new HashMap<>();
        groups.find(Filters.exists("into"))
                .projection(Projections.include("into"))
                .forEach(group -> became.put(group.getInteger("_id"), group.getInteger("into")));
        return became;
    }

    private static int follow(int group, Map<Integer, Integer> became) {
        int today = group;
        for (Integer next = became.get(today); next != null; next = became.get(today)) {
            today = next;
        }
        return today;
    }

    /** Ids of all petitions of a group, those of groups that went into it included. */
    public Set<String> members(int group) {
        Set<Integer> all = new HashSet<>(Set.of(group));
        List<Integer> last = List.of(group);
        while (!last.isEmpty()) {
            last = groups.find(Filters.in("into", last))
                    .map(each -> each.getInteger("_id"))
                    .into(new ArrayList<>());
            last.removeIf(each -> !all.add(each));
        }
        return members.find(Filters.in("group", all))
                .map(member -> member.getString("_id"))
                .into(new HashSet<>());
    }

    /** What is said of a group. */
    public About about(int group) {
        Document found = groups.find(Filters.eq("_id", group)).first();
        return found == null || !found.containsKey("terms")
                ? About.NOTHING
                : new About(found.getList("terms", String.class), found.getDouble("distinctness"));
    }
}
