package org.redress.notification.writing;

import com.mongodb.client.MongoCollection;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.redress.contracts.Json;
import org.redress.contracts.Sealed;
import org.redress.contracts.submissions.PetitionContact;
import org.redress.notification.petitions.KnownPetition;
import org.redress.platform.sealing.Opener;
import org.redress.platform.sealing.UnopenableException;
import org.redress.platform.time.RealTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** Opens contacts, only when a mail is about to go, and writes down each opening before it happens. */
@Component
class Contacts {

    private static final Logger log = LoggerFactory.getLogger(Contacts.class);

    private final Opener opener;
    private final MongoCollection<Document> unsealings;

    Contacts(Opener opener, MongoTemplate mongo) {
        this.opener = opener;
        this.unsealings = mongo.getCollection("unsealings");
    }

    /** Writes down who opens, when by real time, why, and whose contact. */
    void note(Collection<Task> tasks) {
        List<Document> notes = tasks.stream().map(Contacts::note).toList();
        if (!notes.isEmpty()) {
            unsealings.insertMany(notes);
        }
    }

    /** The contact; empty when it does not open, which its key may yet cure. */
    Optional<PetitionContact> open(KnownPetition petition) {
        Sealed sealed = petition.sealed();
        if (sealed == null) {
            return Optional.empty();
        }
        try {
            byte[] json = opener.open(petition.id(), PetitionContact.FIELD, sealed);
            return Optional.of(Json.MAPPER.readValue(json, PetitionContact.class));
        } catch (UnopenableException | JacksonException e) {
            // Neither names what is inside; the parser's message might.
            log.error(
                    "The contact of petition {} cannot be read: {}",
                    petition.id(),
                    e.getClass().getName());
            return Optional.empty();
        }
    }

    private static Document note(Task task) {
        return new Document("who", "notification")
                .append("when", Date.from(RealTime.now()))
                .append("why", task.entry().template().key())
                .append("petitionId", task.notification().petitionId())
                .append("message", task.id());
    }
}
