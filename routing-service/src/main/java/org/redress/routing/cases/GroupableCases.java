package org.redress.routing.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.submissions.PetitionContent;
import org.redress.platform.publishing.AggregateStore;
import org.redress.routing.procedure.Purpose;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * The cases that are put with those that say the same, opened for it in memory; that they are is written down before it
 * happens. What is kept from anybody, what nobody has screened yet, and what is a report, is never among them.
 */
public final class GroupableCases {

    private static final Logger log = LoggerFactory.getLogger(GroupableCases.class);

    /** Absent where nobody looked at a case, false once it was compared with earlier ones, true once it is in a group. */
    private static final String GROUPED = "grouped";

    private static final String TAKEN_AT = "registration.petition.takenAt";

    private final MongoTemplate mongo;
    private final AggregateStore<PetitionCase> store;
    private final SealedTexts texts;

    GroupableCases(MongoTemplate mongo, AggregateStore<PetitionCase> store, SealedTexts texts) {
        this.mongo = mongo;
        this.store = store;
        this.texts = texts;
    }

    /**
     * What a petition says, for as long as it is looked at.
     *
     * @param id its id
     * @param at when intake took it
     * @param writer keyed token of the petitioner; absent when unknown
     * @param heading its subject, without what is blacked out
     * @param text its text, without what is blacked out
     */
    public record Opened(String id, Instant at, @Nullable String writer, String heading, String text) {}

    /** When the first of those that nobody looked at was taken; empty where none waits. */
    public Optional<Instant> first() {
        Query query = ungrouped(null).limit(1);
        query.fields().include(TAKEN_AT);
        return mongo.find(query, Document.class, collection()).stream()
                .map(found -> found.getEmbedded(List.of("registration", "petition", "takenAt"), Date.class))
                .map(Date::toInstant)
                .findFirst();
    }

    /** Ids of those that are in no group yet, the longest taken first. */
    public List<String> ungrouped(Instant takenBefore, int most) {
        return ids(ungrouped(takenBefore).limit(most));
    }

    /** Ids of those that were not compared with earlier ones either, the longest taken first. */
    public List<String> uncompared(int most) {
        return ids(waiting(Criteria.where(TAKEN_AT).exists(true), Collections.singletonList(null))
                .limit(most));
    }

    /** Ids of those that were compared with earlier ones and are in no group yet. */
    public List<String> compared() {
        return ids(waiting(Criteria.where(TAKEN_AT).exists(true), List.of(false)));
    }

    private List<String> ids(Query query) {
        query.fields().include("_id");
        return mongo.find(query, Document.class, collection()).stream()
                .map(found -> found.getString("_id"))
                .toList();
    }

    private static Query ungrouped(@Nullable Instant takenBefore) {
        Criteria taken = Criteria.where(TAKEN_AT);
        return waiting(takenBefore == null ? taken.exists(true) : taken.lt(takenBefore), Arrays.asList(null, false));
    }

    private static Query waiting(Criteria taken, List<@Nullable Boolean> grouped) {
        return Query.query(Criteria.where("ordinary")
                        .is(true)
                        .and(GROUPED)
                        .in(grouped)
                        .and("registration.petition.purpose")
                        .nin(Purpose.REPORT, Purpose.THANKS)
                        .andOperator(taken))
                .with(Sort.by(TAKEN_AT, "_id"));
    }

    /** Opens those of these that may be read now, in the order of the ids; what cannot be opened is left out. */
    public List<Opened> read(List<String> ids) {
        Map<String, PetitionCase> found = new HashMap<>();
        store.findAll(ids).read().stream()
                .filter(GroupableCases::mayBeRead)
                .forEach(petitionCase -> found.put(petitionCase.id(), petitionCase));
        texts.grouping(List.copyOf(found.values()));
        List<Opened> opened = new ArrayList<>();
        for (String id : ids) {
            PetitionCase petitionCase = found.get(id);
            if (petitionCase != null) {
                opened(petitionCase).ifPresent(opened::add);
            }
        }
        return opened;
    }

    /** Looked at again in the case itself, which may have changed since it was found. */
    private static boolean mayBeRead(PetitionCase petitionCase) {
        return petitionCase.isRegistered()
                && !petitionCase.apart()
                && !petitionCase.isLimited()
                && petitionCase.registration().petition().purpose() != Purpose.REPORT
                && !petitionCase.registration().isThanks();
    }

    private Optional<Opened> opened(PetitionCase petitionCase) {
        Petition petition = petitionCase.registration().petition();
        try {
            PetitionContent content = texts.grouped(petitionCase);
            return Optional.of(new Opened(
                    petitionCase.id(), petition.takenAt(), petition.petitioner(), content.subject(), content.text()));
        } catch (RuntimeException e) {
            // The exception's own message might quote what was being read.
            log.error("{} cannot be read: {}", petitionCase.id(), e.getClass().getName());
            return Optional.empty();
        }
    }

    /** Notes that these are in groups; no change of the case, so that nobody who works on it is held up. */
    public void lookedAt(Collection<String> ids) {
        mongo.updateMulti(
                Query.query(Criteria.where("_id").in(ids)), new Update().set(GROUPED, true), PetitionCase.class);
    }

    /** Notes that these were compared with earlier ones. */
    public void comparedNow(Collection<String> ids) {
        mongo.updateMulti(
                Query.query(Criteria.where("_id").in(ids).and(GROUPED).isNull()),
                new Update().set(GROUPED, false),
                PetitionCase.class);
    }

    private String collection() {
        return mongo.getCollectionName(PetitionCase.class);
    }
}
