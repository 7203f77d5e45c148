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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** The topic and all below it; empty when no organisation has it. */
    public Set<String> branchOf(String topic) {
        Set<String> branch = new HashSet<>();
        documents.find(Filters.eq("topics.code", topic)).forEach(document -> {
            List<Document> topics = document.getList("topics", Document.class);
            // Each topic stands behind the one above it.
            branch.add(topic);
            topics.stream()
                    .filter(node -> branch.contains(node.getString("parent")))
                    .forEach(node -> branch.add(node.getString("code")));
        });
        return branch;
    }

    /** True when an organisation has the unit. */
    public boolean hasUnit(String code) {
        return documents.find(Filters.eq("units.code", code)).first() != null;
    }

    /** What units are called, by their codes; those kept before names were are absent. */
    public Map<String, String> unitNames() {
        Map<String, String> names = new HashMap<>();
        documents.find(Filters.exists("units")).forEach(document -> {
            for (Document unit : document.getList("units", Document.class)) {
                if (unit.getString("name") != null) {
                    names.put(unit.getString("code"), unit.getString("name"));
                }
            }
        });
        return names;
    }

    /** Codes of the topmost unit and of a topic, as examples; empty while no organisation was told. */
    public Optional<Examples> examples() {
        Document document = documents.find(Filters.exists("units.0")).first();
        return Optional.ofNullable(document).map(known -> new Examples(first(known, "units"), first(known, "topics")));
    }

    /**
     * What a reader could have meant.
     *
     * @param unit code of a unit
     * @param topic code of a topic
     */
    public record Examples(String unit, String topic) {}

    private static String first(Document document, String list) {
        return document.getList(list, Document.class, List.of()).stream()
                .findFirst()
                .map(node -> node.getString("code"))
                .orElse("");
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
                        event.posts().stream().map(Organisations::document).toList())
                .set(
                        "topics",
                        topics(event).stream().map(Organisations::document).toList());
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
                .append("name", unit.name())
                .append("parent", unit.parent())
                .append("head", unit.head())
                .append("petitionOffice", unit.petitionOffice());
    }

    private static List<OrganisationActivated.TopicNode> topics(OrganisationActivated event) {
        List<OrganisationActivated.TopicNode> topics = event.topics();
        return topics == null ? List.of() : topics;
    }

    private static Document document(OrganisationActivated.TopicNode topic) {
        return new Document("code", topic.code()).append("parent", topic.parent());
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
