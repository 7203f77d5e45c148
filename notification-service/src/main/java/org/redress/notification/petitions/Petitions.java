package org.redress.notification.petitions;

import com.mongodb.client.model.Projections;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.redress.contracts.Topic;
import org.redress.notification.notifications.Visibility;
import org.redress.notification.positions.GuardedCollection;
import org.redress.platform.consuming.Position;
import org.redress.platform.consuming.Source;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** What is known of each petition, one document each, with the positions of both streams that write it. */
@Component
public class Petitions {

    private final GuardedCollection documents;

    Petitions(MongoTemplate mongo) {
        this.documents = new GuardedCollection(mongo.getCollection("petitions"));
    }

    /**
     * A petition after its events.
     *
     * @param petition what is known then
     * @param fresh true where nothing was kept of it before
     * @param before where the stream stood before the first of them
     * @param after where it stands after the last
     */
    public record Moved(KnownPetition petition, boolean fresh, Position before, Position after) {}

    /** What is known of these; those never seen are absent. */
    public Map<String, KnownPetition> find(Collection<String> ids) {
        Map<String, KnownPetition> found = new HashMap<>();
        documents
                .find(ids, Projections.exclude("inbox"))
                .forEach((id, document) -> found.put(id, PetitionDocument.read(document)));
        return found;
    }

    /** Who may know of these cases now; those never seen are absent. */
    public Map<String, Visibility> standings(Collection<String> ids) {
        Map<String, Visibility> found = new HashMap<>();
        documents
                .find(ids, Projections.include("scope", "restricted", "epoch", "sequence"))
                .forEach((id, document) -> found.put(id, PetitionDocument.standing(document)));
        return found;
    }

    /** Says at once that these cases are restricted, so that no plan made at the same time misses it. */
    public void restrict(Collection<String> ids) {
        documents.set(ids, new Document("restricted", true));
    }

    /** Where a stream stands with each petition. */
    public Map<Source, Position> positions(Topic stream, Collection<Source> sources) {
        return documents.positions(stream, sources);
    }

    /** Writes what the submission says. */
    public void submitted(List<Moved> moved) {
        move(
                Topic.SUBMISSIONS,
                moved.stream()
                        .map(it -> change(it, PetitionDocument.submission(it.petition())))
                        .toList());
    }

    /** Writes what the case says. */
    public void handled(List<Moved> moved) {
        move(
                Topic.CASES,
                moved.stream()
                        .map(it -> change(it, PetitionDocument.handling(it.petition())))
                        .toList());
    }

    /** Writes a position as it is, into a stub where the petition was never seen. */
    public void park(Topic stream, Source source, Position before, Position after) {
        documents.park(stream, source, before, after);
    }

    private void move(Topic stream, List<GuardedCollection.Change> changes) {
        documents.move(stream, changes);
    }

    private static GuardedCollection.Change change(Moved moved, Document fields) {
        return new GuardedCollection.Change(
                moved.petition().id(), moved.fresh(), moved.before(), moved.after(), fields);
    }
}
