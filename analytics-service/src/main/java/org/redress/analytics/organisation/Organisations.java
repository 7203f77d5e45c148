package org.redress.analytics.organisation;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.result.UpdateResult;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.redress.analytics.volume.Question;
import org.redress.contracts.Topic;
import org.redress.contracts.organisation.OrganisationActivated;
import org.redress.platform.consuming.Inbox;
import org.redress.platform.consuming.Position;
import org.redress.platform.consuming.Source;
import org.redress.platform.consuming.StalePositionException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The newest version of each organisation, in one document with the position of its stream. */
@Component
public class Organisations {

    private static final String STREAM = Topic.ORGANISATION.name();

    private final MongoCollection<Document> documents;

    Organisations(MongoTemplate mongo) {
        this.documents = mongo.getCollection("organisations");
    }

    /** What an officer may read; nothing where the officer is not known. */
    public Question.Reading readingOf(String officer) {
        Set<String> scopes = new TreeSet<>();
        Set<String> owners = new TreeSet<>();
        documents.find(Filters.exists("units")).forEach(document -> {
            UnitTree tree = tree(document);
            owners.addAll(tree.postsOf(officer));
            scopes.addAll(tree.unitsUnder(tree.postsOf(officer)));
        });
        return new Question.Reading(scopes, owners);
    }

    /** Where each organisation's stream stands. */
    public Map<Source, Position> positions(Collection<Source> sources) {
        Map<Source, Position> positions = new HashMap<>();
        documents
                .find(Filters.in(
                        "_id", sources.stream().map(Source::aggregateId).toList()))
                .projection(Projections.include("inbox"))
                .forEach(document -> sources.stream()
                        .filter(source -> source.aggregateId().equals(document.getString("_id")))
                        .forEach(source -> positions.put(source, Inbox.of(document, STREAM))));
        return positions;
    }

    /**
     * Keeps a version instead of the one before.
     *
     * @throws StalePositionException when the stream had moved on
     */
    public void keep(OrganisationActivated event, Position before, Position after) {
        Update update = Inbox.moveTo(new Update().inc("version", 1), STREAM, after)
                .set("organisationVersion", event.version())
                .set(
                        "units",
                        event.units().stream().map(Organisations::document).toList())
                .set(
                        "posts",
                        event.posts().stream().map(Organisations::document).toList());
        Document filter = new Document("_id", event.head().aggregateId())
                .append("$and", List.of(Inbox.guard(STREAM, before).getCriteriaObject()));
        try {
            UpdateResult result = documents.updateOne(
                    filter, update.getUpdateObject(), new UpdateOptions().upsert(before.equals(Position.START)));
            if (result.getMatchedCount() == 0 && result.getUpsertedId() == null) {
                throw new StalePositionException("the organisation moved on");
            }
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                throw new StalePositionException("the organisation moved on");
            }
            throw e;
        }
    }

    /**
     * Moves a position without an effect.
     *
     * @throws StalePositionException when the stream stands no longer where it was read
     */
    public void park(Source source, Position before, Position after) {
        Inbox.place(documents, source.aggregateId(), STREAM, before, after, new Update().inc("version", 1));
    }

    private static Document document(OrganisationActivated.Unit unit) {
        return new Document("code", unit.code())
                .append("parent", unit.parent())
                .append("head", unit.head())
                .append("petitionOffice", unit.petitionOffice());
    }

    private static Document document(OrganisationActivated.Post post) {
        return new Document("id", post.id()).append("officer", post.officer());
    }

    private static UnitTree tree(Document document) {
        return new UnitTree(
                document.getList("units", Document.class, List.of()).stream()
                        .map(unit -> new UnitTree.Unit(
                                unit.getString("code"),
                                unit.getString("parent"),
                                unit.getString("head"),
                                unit.getString("petitionOffice")))
                        .toList(),
                document.getList("posts", Document.class, List.of()).stream()
                        .map(post -> new UnitTree.Post(post.getString("id"), post.getString("officer")))
                        .toList());
    }
}
