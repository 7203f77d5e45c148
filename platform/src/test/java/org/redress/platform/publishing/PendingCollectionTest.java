package org.redress.platform.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redress.platform.time.RealTime;
import org.redress.starters.Infrastructure;

class PendingCollectionTest {

    private final MongoClient client = MongoClients.create(Infrastructure.mongo());
    private final MongoDatabase database =
            client.getDatabase("pending_" + UUID.randomUUID().toString().substring(0, 8));
    private final MongoCollection<Document> notes = database.getCollection("notes");
    private final PendingCollection one = new PendingCollection(notes, database.getCollection("notes_events"));
    private final PendingCollection other = new PendingCollection(notes, database.getCollection("notes_events"));

    @AfterEach
    void drop() {
        database.drop();
        client.close();
    }

    @Test
    void sharesWhatIsLeftBehindAmongPublishers() {
        waitingSince("a", RealTime.now().minusSeconds(30));
        waitingSince("b", RealTime.now().minusSeconds(20));
        waitingSince("c", RealTime.now().minusSeconds(10));
        waitingSince("fresh", RealTime.now());

        assertThat(one.claim("first", 2)).containsExactlyInAnyOrder("a", "b");
        assertThat(other.claim("second", 2)).containsExactly("c");
        assertThat(one.claim("third", 2)).isEmpty();

        one.release("first", List.of("a", "b"));
        other.release("first", List.of("c"));

        assertThat(one.claim("fourth", 3)).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void takesBackWhatADeadPublisherClaimed() {
        waitingSince("a", RealTime.now().minusSeconds(60));
        notes.updateOne(
                new Document("_id", "a"),
                new Document(
                        "$set",
                        new Document("sweep", new Document("by", "dead").append("until", Date.from(RealTime.now())))));

        assertThat(one.claim("first", 1)).containsExactly("a");
    }

    @Test
    void takesWhatAMachineWroteWhoseClockIsAhead() {
        waitingSince("a", RealTime.now().plusSeconds(3_600));

        assertThat(one.claim("first", 1)).containsExactly("a");
    }

    private void waitingSince(String id, Instant since) {
        notes.insertOne(new Document("_id", id).append("pendingSince", Date.from(since)));
    }
}
