package org.redress.intake.tracking;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.redress.platform.sealing.Mac;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Counts wrong access codes, five a receipt and hour of real time, over all instances of the service. */
final class WrongTries {

    static final String COLLECTION = "tracking_tries";
    static final String EXPIRES = "expiresAt";

    private static final int ALLOWED = 5;
    private static final String WRONG = "wrong";

    private final MongoOperations mongo;
    private final Mac mac;
    private final InstantSource realTime;

    WrongTries(MongoOperations mongo, Mac mac, InstantSource realTime) {
        this.mongo = mongo;
        this.mac = mac;
        this.realTime = realTime;
    }

    boolean areUsedUp(String receipt) {
        return counted(ids(receipt)) >= ALLOWED;
    }

    /** Counts one more; false when it was one too many. */
    boolean count(String receipt) {
        Update update = new Update().inc(WRONG, 1).setOnInsert(EXPIRES, Date.from(hour().plus(1, ChronoUnit.HOURS)));
        List<String> ids = ids(receipt);
        Document counted = mongo.findAndModify(
                Query.query(Criteria.where("_id").is(ids.getFirst())),
                update,
                FindAndModifyOptions.options().upsert(true).returnNew(true),
                Document.class,
                COLLECTION);
        return wrong(Objects.requireNonNull(counted)) + counted(ids.subList(1, ids.size())) <= ALLOWED;
    }

    /** Time until the next hour begins. */
    Duration untilNext() {
        return Duration.between(realTime.instant(), hour().plus(1, ChronoUnit.HOURS));
    }

    private int counted(List<String> ids) {
        return ids.isEmpty()
                ? 0
                : mongo.find(Query.query(Criteria.where("_id").in(ids)), Document.class, COLLECTION).stream()
                        .mapToInt(WrongTries::wrong)
                        .sum();
    }

    private static int wrong(Document counted) {
        return counted.getInteger(WRONG, 0);
    }

    /**
     * Where its tries are counted, first where they are now: a new HMAC key gives nobody five more.
     *
     * <p>What is typed as a receipt may be anything, a phone number too: only its digest is kept.
     */
    private List<String> ids(String receipt) {
        long hour = hour().getEpochSecond();
        return mac.macsUnderAll("tracking".getBytes(UTF_8), receipt.getBytes(UTF_8)).stream()
                .map(digest -> Base64.getUrlEncoder().withoutPadding().encodeToString(digest) + "@" + hour)
                .toList();
    }

    private Instant hour() {
        return realTime.instant().truncatedTo(ChronoUnit.HOURS);
    }
}
