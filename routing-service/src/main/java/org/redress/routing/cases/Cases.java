package org.redress.routing.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.platform.publishing.AggregateStore;
import org.redress.routing.cases.CaseList.Cursor;
import org.redress.routing.organisation.Editions;
import org.redress.routing.procedure.CaseState;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** The cases as readers see them: each only what is theirs to see. */
public final class Cases {

    /** Up to this number a list is counted exactly. */
    public static final int COUNTED = 10_000;

    private final MongoTemplate mongo;
    private final AggregateStore<PetitionCase> store;
    private final Editions editions;

    Cases(MongoTemplate mongo, AggregateStore<PetitionCase> store, Editions editions) {
        this.mongo = mongo;
        this.store = store;
        this.editions = editions;
    }

    /** The case, if the reader may see it. */
    public Optional<PetitionCase> find(String petitionId, Reader reader) {
        return allowed(petitionId, rights().reading(reader)) ? store.find(petitionId) : Optional.empty();
    }

    /** True when the reader may move the case on. */
    public boolean mayAct(String petitionId, Reader reader) {
        return allowed(petitionId, rights().acting(reader));
    }

    /** Those of the cases the reader may see. */
    public Set<String> readable(Collection<String> petitionIds, Reader reader) {
        return allowed(petitionIds, rights().reading(reader));
    }

    /** Those of the cases the reader may move on. */
    public Set<String> movable(Collection<String> petitionIds, Reader reader) {
        return allowed(petitionIds, rights().acting(reader));
    }

    private Set<String> allowed(Collection<String> petitionIds, Optional<Criteria> right) {
        return right.map(criteria -> Set.copyOf(mongo.findDistinct(
                        Query.query(
                                new Criteria().andOperator(Criteria.where("_id").in(petitionIds), criteria)),
                        "_id",
                        PetitionCase.class,
                        String.class)))
                .orElse(Set.of());
    }

    /** True when the reader may open what the case holds sealed. */
    public boolean mayOpen(String petitionId, Reader reader) {
        return allowed(petitionId, rights().opening(reader));
    }

    private boolean allowed(String petitionId, Optional<Criteria> right) {
        return !allowed(List.of(petitionId), right).isEmpty();
    }

    /** A page of what the reader may see, from the most urgent on. */
    public CaseList.Page list(CaseList.Filter filter, @Nullable Cursor after, int size, Reader reader) {
        Optional<Criteria> right = rights().reading(reader);
        if (right.isEmpty()) {
            return new CaseList.Page(List.of(), null, 0, false);
        }
        List<Criteria> all = new ArrayList<>(criteria(filter));
        all.add(right.get());
        long total = mongo.count(Query.query(new Criteria().andOperator(all)).limit(COUNTED + 1), PetitionCase.class);
        if (after != null) {
            all.add(after(after));
        }
        Query query = Query.query(new Criteria().andOperator(all))
                .with(Sort.by("dueAt", "_id"))
                .limit(size + 1);
        query.fields().exclude("pending");
        List<PetitionCase> found = mongo.find(query, PetitionCase.class);
        boolean more = found.size() > size;
        List<PetitionCase> page = more ? found.subList(0, size) : found;
        return new CaseList.Page(page, more ? cursor(page.getLast()) : null, Math.min(total, COUNTED), total > COUNTED);
    }

    private static List<Criteria> criteria(CaseList.Filter filter) {
        List<Criteria> all = new ArrayList<>();
        all.add(
                filter.state() == null
                        ? Criteria.where("state").exists(true)
                        : Criteria.where("state").is(filter.state()));
        if (filter.owner() != null) {
            all.add(Criteria.where("registration.assignment.owner").is(filter.owner()));
        }
        if (filter.unit() != null) {
            all.add(Criteria.where("registration.assignment.unit").is(filter.unit()));
        }
        if (filter.topics() != null) {
            all.add(Criteria.where("registration.classification.topic").in(filter.topics()));
        }
        if (filter.dueBefore() != null) {
            all.add(Criteria.where("dueAt")
                    .lte(filter.dueBefore())
                    .and("nextDueAt")
                    .exists(true));
        }
        return all;
    }

    private static Criteria after(Cursor cursor) {
        return new Criteria()
                .orOperator(
                        Criteria.where("dueAt").gt(cursor.dueAt()),
                        Criteria.where("dueAt").is(cursor.dueAt()).and("_id").gt(cursor.id()));
    }

    private static Cursor cursor(PetitionCase last) {
        Instant dueAt = last.dueAt();
        return new Cursor(dueAt == null ? Instant.EPOCH : dueAt, last.id());
    }

    /** Number of open cases without a next rung, which must be 0. */
    long withoutClock() {
        List<CaseState> open =
                Arrays.stream(CaseState.values()).filter(CaseState::isOpen).toList();
        return mongo.count(
                Query.query(Criteria.where("state").in(open).and("nextDueAt").isNull()), PetitionCase.class);
    }

    private Rights rights() {
        return new Rights(editions.active().organisation());
    }
}
