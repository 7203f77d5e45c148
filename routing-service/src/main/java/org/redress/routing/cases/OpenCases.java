package org.redress.routing.cases;

import com.mongodb.MongoException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.bson.Document;
import org.redress.platform.looping.Loop;
import org.redress.platform.publishing.AggregateStore;
import org.redress.platform.publishing.Found;
import org.redress.platform.publishing.Saved;
import org.redress.routing.organisation.Organisation;
import org.redress.routing.procedure.CaseState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** The open cases where the organisation asks for something to be done with them: counted, or changed some at a time. */
public final class OpenCases {

    private static final Logger log = LoggerFactory.getLogger(OpenCases.class);
    private static final int AT_ONCE = 200;
    private static final String UNIT = "registration.assignment.unit";
    private static final String OWNER = "registration.assignment.owner";
    private static final Document SHARE = new Document(
                    "_id", new Document("unit", "$" + UNIT).append("owner", "$" + OWNER))
            .append("number", new Document("$sum", 1));
    private static final List<CaseState> OPEN =
            Arrays.stream(CaseState.values()).filter(CaseState::isOpen).toList();

    private final MongoTemplate mongo;
    private final AggregateStore<PetitionCase> cases;

    OpenCases(MongoTemplate mongo, AggregateStore<PetitionCase> cases) {
        this.mongo = mongo;
        this.cases = cases;
    }

    /**
     * Open cases of one owner.
     *
     * @param unit code of the unit whose they are
     * @param owner post that answers for them
     * @param number how many
     */
    public record Share(String unit, String owner, int number) {}

    /** Those kept from nobody whose unit or owner an organisation does not have, counted by both. */
    public List<Share> strangersTo(Organisation organisation) {
        Aggregation counting = Aggregation.newAggregation(
                Aggregation.match(open().and("ordinary").is(true).andOperator(stranger(organisation))),
                context -> new Document("$group", SHARE));
        return mongo.aggregate(counting, PetitionCase.class, Document.class).getMappedResults().stream()
                .map(OpenCases::share)
                .toList();
    }

    private static Share share(Document counted) {
        Document of = counted.get("_id", Document.class);
        return new Share(of.getString("unit"), of.getString("owner"), counted.getInteger("number"));
    }

    /** The condition that the unit or the owner is not in an organisation: mostly none is, which two indexes tell. */
    Criteria stranger(Organisation organisation) {
        Set<String> units = everUsed(UNIT);
        units.removeAll(organisation.units().keySet());
        units.remove(organisation.discipline().code());
        Set<String> owners = everUsed(OWNER);
        owners.removeAll(organisation.posts().keySet());
        return new Criteria()
                .orOperator(
                        Criteria.where(UNIT).in(units), Criteria.where(OWNER).in(owners));
    }

    private Set<String> everUsed(String field) {
        return new HashSet<>(mongo.findDistinct(new Query(), field, PetitionCase.class, String.class));
    }

    /** The condition that a unit had the case before a version of the organisation. */
    static Criteria of(List<String> units, int before) {
        return Criteria.where(UNIT)
                .in(units)
                .and("registration.edition")
                .lt(before)
                .and("placedIn")
                .not()
                .gte(before);
    }

    /**
     * Changes those that meet a condition, with those whose petitioner or sheet waits for somebody, each in a write guarded by
     * its version.
     *
     * @param change true for a case that is to be written
     * @return false when somebody changed some of them meanwhile, or the work was broken off, so that it is to be done again
     */
    boolean change(Criteria which, Predicate<PetitionCase> change) {
        boolean all = true;
        List<String> ids = some(which, "");
        while (!ids.isEmpty() && !Thread.currentThread().isInterrupted()) {
            Loop.comesForward();
            all &= changeSome(ids, change);
            ids = some(which, ids.getLast());
        }
        return all && ids.isEmpty();
    }

    boolean changeSome(List<String> ids, Predicate<PetitionCase> change) {
        Found<PetitionCase> found = cases.findAll(ids);
        List<PetitionCase> changed = found.read().stream()
                .filter(petitionCase -> changes(petitionCase, change))
                .toList();
        Saved<PetitionCase> saved = cases.saveAll(changed);
        int again = saved.stale().size() + saved.failed().size();
        if (!changed.isEmpty()) {
            log.info("{} cases followed the organisation, {} are looked at again", changed.size() - again, again);
        }
        return saved.whole();
    }

    /** A case that cannot be changed, for a fault in it, holds up no other; it is tried at the next look. */
    private static boolean changes(PetitionCase petitionCase, Predicate<PetitionCase> change) {
        try {
            return change.test(petitionCase);
        } catch (DataAccessException | MongoException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("{} does not follow the organisation", petitionCase.id(), e);
            return false;
        }
    }

    private List<String> some(Criteria which, String after) {
        Query query = Query.query(Criteria.where("_id").gt(after).andOperator(owed(), which))
                .with(Sort.by("_id"))
                .limit(AT_ONCE);
        query.fields().include("_id");
        return mongo.find(query, Document.class, mongo.getCollectionName(PetitionCase.class)).stream()
                .map(found -> found.getString("_id"))
                .toList();
    }

    /** Those that are open, and those whose petitioner somebody has to call back or whose sheet a body outside waits for. */
    private static Criteria owed() {
        return new Criteria().orOperator(open(), Waiting.CALL_BACK.from(List.of()), Sheet.open());
    }

    private static Criteria open() {
        return Criteria.where("state").in(OPEN);
    }
}
