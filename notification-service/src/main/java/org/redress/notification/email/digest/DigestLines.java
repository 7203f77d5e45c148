package org.redress.notification.email.digest;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.redress.notification.notifications.Entry;
import org.redress.notification.notifications.Facts;
import org.redress.notification.notifications.Notification;
import org.redress.notification.notifications.Template;
import org.redress.notification.notifications.Visibility;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import org.springframework.stereotype.Component;

/** The lines that wait for a digest, and those a digest has gathered. */
@Component
class DigestLines {

    private static final Logger log = LoggerFactory.getLogger(DigestLines.class);
    private static final Bson REMINDER = Filters.eq("entries.template", Template.REMINDED.name());

    private final MongoCollection<Document> notifications;
    private final MongoConverter converter;

    DigestLines(MongoTemplate mongo) {
        this.notifications = mongo.getCollection(Notification.COLLECTION);
        this.converter = mongo.getConverter();
    }

    /** Posts for which something planned before this business time waits for the daily digest. */
    Set<String> waiting(Instant until) {
        return notifications
                .distinct("undigested", and(Filters.gt("undigested", ""), until, Template.DIGEST), String.class)
                .into(new HashSet<>());
    }

    /** Posts that were reminded of something they have not been told, each with when that was planned last. */
    Map<String, Instant> reminded() {
        Map<String, Instant> last = new HashMap<>();
        notifications
                .find(Filters.and(Filters.gt("undigested", ""), REMINDER))
                .projection(Projections.include("undigested", "plannedAt"))
                .forEach(found -> found.getList("undigested", String.class)
                        .forEach(post -> last.merge(
                                post,
                                found.getDate("plannedAt").toInstant(),
                                (one, other) -> one.isAfter(other) ? one : other)));
        return last;
    }

    /** What a digest gathers: reminders wait for no morning, and all else for the next. */
    private static Bson and(Bson whose, Instant until, Template digest) {
        return Filters.and(
                whose,
                Filters.lt("plannedAt", Date.from(until)),
                digest == Template.REMINDERS ? REMINDER : Filters.ne("entries.template", Template.REMINDED.name()));
    }

    /**
     * Gathers what waits for a post into a digest, and tells all that it holds; repeating it loses nothing.
     *
     * @param messageId id of the mail that will carry it
     * @param until business time before which the lines were planned
     * @param template what it gathers
     */
    List<DigestLine> gather(String digest, String messageId, String post, Instant until, Template template) {
        notifications.updateMany(
                and(Filters.eq("undigested", post), until, template),
                Updates.combine(
                        Updates.pull("undigested", post),
                        Updates.set("entries.$[line].digest", digest),
                        Updates.set("entries.$[line].messageId", messageId),
                        Updates.inc("version", 1L)),
                new UpdateOptions()
                        .arrayFilters(List.of(
                                Filters.and(Filters.eq("line.recipient", post), Filters.eq("line.state", "DIGEST")))));
        List<DigestLine> lines = new ArrayList<>();
        notifications
                .find(Filters.eq("entries.digest", digest))
                .projection(Projections.include("petitionId", "plannedAt", "standing", "facts", "entries"))
                .forEach(document -> lines.addAll(linesUnlessIll(document, digest)));
        return lines;
    }

    /** Leaves a line out for good, and says why in the delivery log. */
    void leaveOut(DigestLine line, String reason) {
        notifications.updateOne(
                Filters.eq("_id", line.notification()),
                Updates.combine(
                        Updates.set("entries.$[line].state", Entry.State.SUPPRESSED.name()),
                        Updates.set("entries.$[line].reason", reason),
                        Updates.unset("entries.$[line].messageId"),
                        Updates.inc("version", 1L)),
                new UpdateOptions().arrayFilters(List.of(Filters.eq("line.number", line.number()))));
    }

    /** What cannot be read, since a newer version wrote it, keeps no other line from being told. */
    private List<DigestLine> linesUnlessIll(Document document, String digest) {
        try {
            return lines(document, digest);
        } catch (RuntimeException e) {
            log.error("Notification {} cannot be told in digest {}: {}", document.get("_id"), digest, e.toString());
            return List.of();
        }
    }

    private List<DigestLine> lines(Document document, String digest) {
        Visibility standing = converter.read(Visibility.class, document.get("standing", Document.class));
        Facts facts = converter.read(Facts.class, document.get("facts", Document.class));
        return document.getList("entries", Document.class).stream()
                .filter(entry -> digest.equals(entry.getString("digest"))
                        && Entry.State.DIGEST.name().equals(entry.getString("state")))
                .map(entry -> new DigestLine(
                        document.getString("_id"),
                        entry.getInteger("number"),
                        Template.valueOf(entry.getString("template")),
                        document.getString("petitionId"),
                        document.getDate("plannedAt").toInstant(),
                        standing,
                        facts))
                .toList();
    }
}
