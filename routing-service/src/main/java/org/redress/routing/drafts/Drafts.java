package org.redress.routing.drafts;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Json;
import org.redress.contracts.Sealed;
import org.redress.platform.time.RealTime;
import org.redress.platform.words.Characters;
import org.redress.routing.cases.SealedTexts;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import tools.jackson.core.type.TypeReference;

/**
 * The drafts of all officers, sealed. Each is found by its writer alone; whether the writer may read the case is for the
 * caller to ask, each time anew.
 */
public final class Drafts {

    /** Most characters of a draft, its fields together; more than any order takes. */
    public static final int LONGEST = 100_000;

    private static final String COLLECTION = "drafts";
    private static final String PETITION = "petitionId";
    private static final String OFFICER = "officer";
    private static final String STEP = "step";
    private static final String SEALED = "sealed";
    private static final String VERSION = "version";
    private static final String KEY = "key";
    private static final String SAVED = "savedAt";
    private static final String EXPIRES = "expiresAt";
    private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {};

    private final MongoTemplate mongo;
    private final SealedTexts texts;
    private final Duration kept;
    private final InstantSource clock;

    /**
     * With what seals.
     *
     * @param kept how long a draft stays that nobody goes on with
     * @param clock business time, in which it is said when a draft was saved
     */
    Drafts(MongoTemplate mongo, SealedTexts texts, Duration kept, InstantSource clock) {
        this.mongo = mongo;
        this.texts = texts;
        this.kept = kept;
        this.clock = clock;
        mongo.indexOps(COLLECTION).createIndex(new Index(PETITION, Sort.Direction.ASC).on(OFFICER, Sort.Direction.ASC));
        mongo.indexOps(COLLECTION).createIndex(new Index(EXPIRES, Sort.Direction.ASC).expire(Duration.ZERO));
    }

    /**
     * Keeps what stands in a form, in place of what stood there before; a form in which nothing is written has no draft.
     *
     * @param key key of the form; absent where it has none
     */
    public void save(Draft.Of of, Map<String, List<String>> fields, long version, @Nullable String key) {
        if (fields.values().stream().flatMap(List::stream).allMatch(Characters::isInvisible)) {
            delete(of);
            return;
        }
        Sealed sealed = texts.sealDraft(of.petitionId(), of.field(), Json.MAPPER.writeValueAsString(fields));
        Update update = new Update()
                .set(PETITION, of.petitionId())
                .set(OFFICER, of.officer())
                .set(STEP, of.step())
                .set(SEALED, mongo.getConverter().convertToMongoType(sealed))
                .set(VERSION, version)
                .set(KEY, key)
                .set(SAVED, Date.from(clock.instant()))
                .set(EXPIRES, Date.from(RealTime.now().plus(kept)));
        mongo.upsert(Query.query(Criteria.where("_id").is(of.id())), update, COLLECTION);
    }

    /** Takes a draft away; where there is none, nothing happens. */
    public void delete(Draft.Of of) {
        mongo.remove(Query.query(Criteria.where("_id").is(of.id())), COLLECTION);
    }

    /** What an officer has begun to write about a case, the latest first. */
    public List<Draft> of(String petitionId, String officer) {
        Query query = Query.query(Criteria.where(PETITION)
                        .is(petitionId)
                        .and(OFFICER)
                        .is(officer)
                        .and(EXPIRES)
                        .gt(Date.from(RealTime.now())))
                .with(Sort.by(Sort.Direction.DESC, SAVED));
        return mongo.find(query, Document.class, COLLECTION).stream()
                .map(this::draft)
                .toList();
    }

    private Draft draft(Document found) {
        Draft.Of of = new Draft.Of(found.getString(PETITION), found.getString(OFFICER), found.getString(STEP));
        Sealed sealed = mongo.getConverter().read(Sealed.class, found.get(SEALED, Document.class));
        return new Draft(
                of,
                Json.MAPPER.readValue(texts.readDraft(of.petitionId(), of.field(), sealed), FIELDS),
                found.get(VERSION, Number.class).longValue(),
                found.getString(KEY),
                found.getDate(SAVED).toInstant());
    }
}
