package org.redress.routing.cases;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.redress.contracts.Sealed;
import org.redress.platform.looping.Loop;
import org.redress.platform.time.RealTime;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * The texts of the cases, one document each, so that no case grows with its words. A text is on disk before the case that
 * refers to it is written: who is killed in between leaves a text that nothing refers to, which {@link TextSweep} takes
 * away, and never a reference without its text.
 */
final class CaseTexts {

    static final String COLLECTION = "case_texts";
    private static final String ID = "_id";
    private static final String CASE = "case";
    private static final String TEXT = "text";
    private static final String SEALED = "sealed";
    private static final String UNCHECKED = "unchecked";
    private static final int AT_ONCE = 500;
    private static final int DUPLICATE_KEY = 11_000;

    private final MongoTemplate mongo;
    private final MongoCollection<Document> texts;
    private final MongoCollection<Document> cases;

    CaseTexts(MongoTemplate mongo) {
        this.mongo = mongo;
        this.texts = durable(mongo.getCollection(COLLECTION));
        this.cases = durable(mongo.getCollection(mongo.getCollectionName(PetitionCase.class)));
        this.texts.createIndex(
                Indexes.ascending(UNCHECKED),
                new IndexOptions().name(UNCHECKED).partialFilterExpression(Filters.exists(UNCHECKED)));
    }

    private static MongoCollection<Document> durable(MongoCollection<Document> collection) {
        return collection
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
    }

    /** Writes the texts that were added to these cases; one that is there already stays. */
    void write(Collection<PetitionCase> changed) {
        Date now = Date.from(RealTime.now());
        List<Document> added = changed.stream()
                .flatMap(petitionCase ->
                        petitionCase.unwritten().stream().map(text -> document(petitionCase.id(), text, now)))
                .toList();
        if (added.isEmpty()) {
            return;
        }
        try {
            texts.insertMany(added, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null
                    || e.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
                throw e;
            }
        }
    }

    private Document document(String petitionId, CaseText text, Date now) {
        return new Document(ID, id(petitionId, text.id()))
                .append(CASE, petitionId)
                .append(TEXT, text.id())
                .append(SEALED, mongo.getConverter().convertToMongoType(text.sealed()))
                .append(UNCHECKED, now);
    }

    private static String id(String petitionId, String textId) {
        return petitionId + " " + textId;
    }

    /** A text of a case, as it was sealed. */
    Optional<Sealed> find(String petitionId, String textId) {
        return Optional.ofNullable(
                        texts.find(Filters.eq(ID, id(petitionId, textId))).first())
                .or(() -> inCase(petitionId, textId))
                .map(found -> mongo.getConverter().read(Sealed.class, found.get(SEALED, Document.class)));
    }

    /** The same where an older release wrote it, which kept the text in its case. */
    private Optional<Document> inCase(String petitionId, String textId) {
        Bson petitionCase = Filters.elemMatch("texts", Filters.and(Filters.eq(ID, textId), Filters.exists(SEALED)));
        return Optional.ofNullable(cases.find(Filters.and(Filters.eq(ID, petitionId), petitionCase))
                        .projection(Projections.fields(Projections.elemMatch("texts", Filters.eq(ID, textId))))
                        .first())
                .map(found -> found.getList("texts", Document.class).getFirst());
    }

    /**
     * Looks once at each text that was written before a moment, which its case must refer to by now, and takes away those
     * to which none does.
     *
     * @return how many were taken away
     */
    long sweep(Instant before) {
        long taken = 0;
        List<Document> some = unchecked(before);
        while (!some.isEmpty()) {
            Loop.comesForward();
            taken += sweep(some);
            some = unchecked(before);
        }
        return taken;
    }

    private List<Document> unchecked(Instant before) {
        return texts.find(Filters.lt(UNCHECKED, Date.from(before)))
                .sort(Sorts.ascending(UNCHECKED))
                .projection(Projections.include(CASE, TEXT))
                .limit(AT_ONCE)
                .into(new ArrayList<>());
    }

    private long sweep(List<Document> some) {
        Set<String> known = referredTo(some);
        Set<String> orphans = new HashSet<>();
        some.stream()
                .map(text -> text.getString(ID))
                .filter(id -> !known.contains(id))
                .forEach(orphans::add);
        texts.updateMany(Filters.in(ID, known), Updates.unset(UNCHECKED));
        return texts.deleteMany(Filters.in(ID, orphans)).getDeletedCount();
    }

    private Set<String> referredTo(List<Document> some) {
        Set<String> known = new HashSet<>();
        Set<String> ids = new HashSet<>();
        some.forEach(text -> ids.add(text.getString(CASE)));
        cases.find(Filters.in(ID, ids))
                .projection(Projections.include("texts._id"))
                .forEach(found -> found.getList("texts", Document.class, List.of())
                        .forEach(entry -> known.add(id(found.getString(ID), entry.getString(ID)))));
        return known;
    }
}
