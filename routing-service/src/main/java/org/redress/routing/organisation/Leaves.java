package org.redress.routing.organisation;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.redress.platform.publishing.Ids;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * The absences that officers enter, beside those of the configuration; every instance reads them with the versions. One is
 * ended, never changed or deleted, so that it stays known who stood in for whom.
 */
public final class Leaves {

    private static final String LAST = "last";

    private final MongoTemplate mongo;
    private final InstantSource clock;
    private final ZoneId zone;

    Leaves(MongoTemplate mongo, InstantSource clock, ZoneId zone) {
        this.mongo = mongo;
        this.clock = clock;
        this.zone = zone;
        mongo.indexOps(Leave.class).createIndex(new Index(LAST, Sort.Direction.ASC));
    }

    /** Today where the organisation is. */
    public LocalDate today() {
        return clock.instant().atZone(zone).toLocalDate();
    }

    /** Those that last or are to come, in the order of their first days. */
    public List<Leave> current() {
        return mongo
                .find(Query.query(Criteria.where(LAST).gte(today())).with(Sort.by("from", "_id")), Leave.class)
                .stream()
                .filter(leave -> !leave.last().isBefore(leave.from()))
                .toList();
    }

    /** The one of that id. */
    public Optional<Leave> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Leave.class));
    }

    /** Enters one that {@link LeaveRules} allow. */
    public Leave enter(LeaveRules.Asked asked, String officer, String by) {
        return mongo.insert(new Leave(
                Ids.next(),
                asked.post(),
                asked.from(),
                asked.until(),
                asked.until(),
                asked.standIn(),
                officer,
                by,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                null,
                null,
                List.of()));
    }

    /** Ends one: its post is worked in from today on. False where it is over already. */
    public boolean end(String id, String by) {
        Query running = Query.query(Criteria.where("_id").is(id).and(LAST).gte(today()));
        Update update = new Update()
                .set(LAST, today().minusDays(1))
                .set("endedBy", by)
                .set("endedAt", clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return mongo.updateFirst(running, update, Leave.class).getModifiedCount() > 0;
    }

    /** Keeps that somebody confirmed the sheet for a post; once for each of the two. */
    public void confirm(String id, String officer, String post, long cases) {
        Query open =
                Query.query(Criteria.where("_id").is(id).and("confirmed.post").ne(post));
        Leave.Confirmation confirmation =
                new Leave.Confirmation(officer, post, clock.instant().truncatedTo(ChronoUnit.MILLIS), cases);
        mongo.updateFirst(open, new Update().push("confirmed", confirmation), Leave.class);
    }

    /** What the organisation goes by. */
    List<Absence> absences() {
        return current().stream().map(Leave::absence).toList();
    }
}
