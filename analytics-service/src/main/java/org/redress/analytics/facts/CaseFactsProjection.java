package org.redress.analytics.facts;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.projection.Projection;
import org.redress.contracts.Topic;
import org.redress.platform.consuming.Consumes;
import org.redress.platform.organisation.Reading;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * The projection of what is known of each case. It is called after what it is for, since {@code facts} is what volumes are
 * counted over. Reports and cases that are kept from somebody are in it, and are never read from it.
 */
@Component
@Consumes(value = Topic.CASES, as = "figures")
public class CaseFactsProjection extends Projection<CaseFacts> {

    private static final Bson COUNTED =
            Filters.and(Filters.eq("facts.restricted", false), Filters.ne("facts.purpose", CaseFacts.REPORT));

    CaseFactsProjection(MongoClient client, MongoTemplate mongo, ZoneId organisationZone) {
        super(client, mongo, new CaseFactsFolding(organisationZone));
    }

    /**
     * A piece by the same petitioner.
     *
     * @param petitionId its petition
     * @param petitioner keyed token
     * @param topic code in the topic tree
     * @param receivedOn day the organisation received it
     */
    public record Piece(String petitionId, String petitioner, String topic, LocalDate receivedOn) {}

    /** The facts that are wanted, in the order of their petitions' ids. */
    public List<CaseFacts> find(Wanted wanted) {
        return find(filter(wanted));
    }

    /**
     * The cases of these petitions, in the order of their ids.
     *
     * @param reading only cases within this; absent for all
     */
    public List<CaseFacts> find(Collection<String> petitionIds, @Nullable Reading reading) {
        return find(Filters.and(Filters.in("_id", petitionIds), within(reading)));
    }

    /** All counted pieces by these petitioners. */
    public List<Piece> pieces(Collection<String> petitioners) {
        return readFacts(facts -> facts.find(Filters.and(Filters.in("facts.petitioner", petitioners), COUNTED))
                .projection(Projections.include("facts.petitioner", "facts.topic", "facts.receivedOn"))
                .map(CaseFactsProjection::piece)
                .into(new ArrayList<>()));
    }

    /**
     * The cases the organisation received from one day to another, in the order of their petitions' ids.
     *
     * @param units codes of the units that answer for them; absent for all
     * @param topics their topics; absent for all
     * @param reading only cases within this; absent for all
     */
    public List<CaseFacts> received(
            LocalDate from,
            LocalDate to,
            @Nullable Set<String> units,
            @Nullable Set<String> topics,
            @Nullable Reading reading) {
        return find(Filters.and(within("receivedOn", from, to.toString()), with(units, topics), within(reading)));
    }

    /**
     * The cases that are open, and those of which a limit's last day came since a day, in the order of their petitions' ids.
     *
     * @param reading only cases within this; absent for all
     */
    public List<CaseFacts> openOrDueSince(LocalDate since, @Nullable Reading reading) {
        return find(Filters.and(
                Filters.or(Filters.eq("facts.endedOn", null), Filters.gte("facts.dues", since.toString())),
                within(reading)));
    }

    /** The day on which the first of all counted cases was registered; absent while there is none. */
    public Optional<LocalDate> firstRegistration() {
        return readFacts(facts -> Optional.ofNullable(facts.find(COUNTED)
                        .projection(Projections.include("facts.registeredOn"))
                        .sort(Sorts.ascending("facts.registeredOn"))
                        .first())
                .map(document -> Objects.requireNonNull(document.get("facts", Document.class)))
                .map(found -> LocalDate.parse(found.getString("registeredOn"))));
    }

    private static Bson with(@Nullable Set<String> units, @Nullable Set<String> topics) {
        return Filters.and(
                units == null ? Filters.empty() : Filters.in("facts.unit", units),
                topics == null ? Filters.empty() : Filters.in("facts.topic", topics));
    }

    private static Bson within(@Nullable Reading reading) {
        return reading == null
                ? Filters.empty()
                : Filters.or(Filters.in("facts.scope", reading.scopes()), Filters.in("facts.owner", reading.posts()));
    }

    private List<CaseFacts> find(Bson which) {
        return readFacts(facts -> facts.find(Filters.and(which, COUNTED))
                .sort(new Document("_id", 1))
                .map(document -> CaseFactsDocument.read(Objects.requireNonNull(document.get("facts", Document.class))))
                .into(new ArrayList<>()));
    }

    private static Piece piece(Document document) {
        Document facts = Objects.requireNonNull(document.get("facts", Document.class));
        return new Piece(
                document.getString("_id"),
                facts.getString("petitioner"),
                facts.get("topic", ""),
                LocalDate.parse(facts.getString("receivedOn")));
    }

    private static Bson filter(Wanted wanted) {
        String to = wanted.to().toString();
        List<Bson> filters = new ArrayList<>();
        filters.add(Filters.or(
                within("registeredOn", wanted.registeredFrom(), to),
                within("acceptedOn", wanted.from(), to),
                within("answeredOn", wanted.from(), to),
                within("endedOn", wanted.from(), to),
                Filters.elemMatch(
                        "facts.dues", new Document("$gte", wanted.from().toString()).append("$lte", to))));
        if (wanted.units() != null) {
            filters.add(Filters.in("facts.places.unit", wanted.units()));
        }
        filters.add(within(wanted.reading()));
        return Filters.and(filters);
    }

    private static Bson within(String field, LocalDate from, String to) {
        return Filters.and(Filters.gte("facts." + field, from.toString()), Filters.lte("facts." + field, to));
    }
}
