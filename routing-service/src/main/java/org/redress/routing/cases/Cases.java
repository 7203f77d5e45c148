package org.redress.routing.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.redress.platform.publishing.AggregateStore;
import org.redress.platform.publishing.Found;
import org.redress.routing.cases.CaseList.Cursor;
import org.redress.routing.organisation.Assignment;
import org.redress.routing.organisation.Editions;
import org.redress.routing.organisation.Exclusion;
import org.redress.routing.organisation.Organisation;
import org.redress.routing.procedure.CaseState;
import org.redress.routing.procedure.Purpose;
import org.redress.routing.procedure.Step;
import org.redress.routing.procedure.SupervisionLevel;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.aggregation.AggregationOperation;
import org.springframework.data.mongodb.core.aggregation.AggregationPipeline;
import org.springframework.data.mongodb.core.aggregation.UnionWithOperation;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** The cases as readers see them: each only what is theirs to see. */
public final class Cases {

    /** Up to this number a list is counted exactly. */
    public static final int COUNTED = 10_000;

    /** Up to this number cases are counted that are kept from somebody: each has to be looked at to know from whom. */
    public static final int KEPT_COUNTED = 500;

    private static final Set<Step> OF_THE_NAMED =
            EnumSet.of(Step.LIMIT_READING, Step.LIFT_LIMIT, Step.ASK_NAMED, Step.NOTE_NAMED);

    /** What grows with a case or says what was written is not read for a list; of the history only its last line. */
    private static final String[] BESIDE_THE_LIST = {
        "pending",
        "texts",
        "requests",
        "redactions",
        "inbox",
        "registration.petition.content",
        "registration.petition.contact"
    };

    private final MongoTemplate mongo;
    private final AggregateStore<PetitionCase> store;
    private final Editions editions;

    Cases(MongoTemplate mongo, AggregateStore<PetitionCase> store, Editions editions) {
        this.mongo = mongo;
        this.store = store;
        this.editions = editions;
    }

    /** The case, if the reader may see it. */
    public Optional<PetitionCase> find(String petitionId, Caller reader) {
        return allowed(petitionId, rights().reading(reader)) ? store.find(petitionId) : Optional.empty();
    }

    /** True when the reader may move the case on. */
    public boolean mayAct(String petitionId, Caller reader) {
        return allowed(petitionId, rights().acting(reader));
    }

    /** True for who sees of a case that they had that it is reviewed, and nothing that came after. */
    public boolean seesReviewAlone(PetitionCase petitionCase, Caller reader) {
        return petitionCase.isReviewedOf(reader.id())
                && !allowed(petitionCase.id(), rights().readingButReviewed(reader));
    }

    /** Those of the cases that are kept from an officer. */
    public Set<String> keptFrom(Collection<String> petitionIds, String officer) {
        Organisation organisation = editions.active().organisation();
        Query query = Query.query(
                Criteria.where("_id").in(petitionIds).and("ordinary").is(false));
        query.fields().include("guard");
        return mongo.find(query, Document.class, mongo.getCollectionName(PetitionCase.class)).stream()
                .filter(found -> mongo.getConverter()
                        .read(Exclusion.class, found.get("guard", new Document()))
                        .keepsOutOfficer(officer, organisation))
                .map(found -> found.getString("_id"))
                .collect(Collectors.toSet());
    }

    /** True when the reader may let somebody into the case in an emergency. */
    public boolean mayConfirm(String petitionId, Caller reader) {
        return allowed(petitionId, rights().confirming(reader));
    }

    /** The case, whoever's it is, unless it is kept from the officer. */
    public Optional<PetitionCase> unlessKeptFrom(String petitionId, String officer) {
        Organisation organisation = editions.active().organisation();
        return store.find(petitionId)
                .filter(PetitionCase::isRegistered)
                .filter(petitionCase -> !petitionCase.guard().keepsOutOfficer(officer, organisation));
    }

    /** Those of the cases the reader may see. */
    public Set<String> readable(Collection<String> petitionIds, Caller reader) {
        return allowed(petitionIds, rights().reading(reader));
    }

    /**
     * Those of the cases the reader may see of something that tells of them all, such as the title of their matter; none
     * where another of them is kept from the reader.
     */
    public Set<String> readableTogether(Collection<String> petitionIds, Caller reader) {
        Set<String> readable = readable(petitionIds, reader);
        Set<String> limited = limited(petitionIds);
        boolean opens = limited.isEmpty() || openable(limited, reader).containsAll(limited);
        return opens && readable.containsAll(keptFromSomebody(petitionIds)) ? readable : Set.of();
    }

    /** Those of the cases whose words open to named officers alone. */
    public Set<String> limited(Collection<String> petitionIds) {
        Query limited = Query.query(
                Criteria.where("_id").in(petitionIds).and("limited.lifted").is(false));
        return Set.copyOf(mongo.findDistinct(limited, "_id", PetitionCase.class, String.class));
    }

    /** True when all of the cases are kept from the same people, such as from nobody, and none opens to named officers alone. */
    public boolean areKeptAlike(Collection<String> petitionIds) {
        return keptAlike(petitionIds).size() <= 1 && limited(petitionIds).isEmpty();
    }

    /** Those of the cases that are kept from other people than most of them are; where most are none, than nobody. */
    public Set<String> keptOtherwise(Collection<String> petitionIds) {
        Map<KeptFrom, List<String>> alike = keptAlike(petitionIds);
        KeptFrom most = alike.entrySet().stream()
                .max(Comparator.comparingInt((Map.Entry<KeptFrom, List<String>> each) ->
                                each.getValue().size())
                        .thenComparing(each -> each.getKey().isNobody()))
                .map(Map.Entry::getKey)
                .orElse(null);
        return alike.entrySet().stream()
                .filter(each -> !each.getKey().equals(most))
                .flatMap(each -> each.getValue().stream())
                .collect(Collectors.toSet());
    }

    /** Those of the cases that are kept from anybody in their line. */
    public Set<String> keptFromSomebody(Collection<String> petitionIds) {
        Query kept = Query.query(
                Criteria.where("_id").in(petitionIds).and("ordinary").is(false));
        return Set.copyOf(mongo.findDistinct(kept, "_id", PetitionCase.class, String.class));
    }

    /** The cases by whom they are kept from. */
    private Map<KeptFrom, List<String>> keptAlike(Collection<String> petitionIds) {
        Query query = Query.query(Criteria.where("_id").in(petitionIds));
        query.fields().include("guard", "registration.assignment.restricted");
        return mongo.find(query, Document.class, mongo.getCollectionName(PetitionCase.class)).stream()
                .collect(Collectors.groupingBy(
                        this::keptFrom, Collectors.mapping(found -> found.getString("_id"), Collectors.toList())));
    }

    /** True when none of the cases has ended. */
    public boolean areOpen(Collection<String> petitionIds) {
        List<CaseState> ended = Arrays.stream(CaseState.values())
                .filter(state -> !state.isOpen())
                .toList();
        Query query =
                Query.query(Criteria.where("_id").in(petitionIds).and("state").in(ended));
        return !mongo.exists(query, PetitionCase.class);
    }

    private KeptFrom keptFrom(Document found) {
        Exclusion guard = mongo.getConverter().read(Exclusion.class, found.get("guard", new Document()));
        return new KeptFrom(
                guard.plain(), found.getEmbedded(List.of("registration", "assignment", "restricted"), false));
    }

    /** From whom a case is kept. */
    private record KeptFrom(Exclusion guard, boolean restricted) {

        boolean isNobody() {
            return guard.isNone() && !restricted;
        }
    }

    /** Those of the cases the reader may move on. */
    public Set<String> movable(Collection<String> petitionIds, Caller reader) {
        return allowed(petitionIds, rights().acting(reader));
    }

    /** Those of the cases, whole, that the reader may move on; what this version of the service cannot read is left out. */
    public List<PetitionCase> toMove(Collection<String> petitionIds, Caller reader) {
        return petitionIds.isEmpty()
                ? List.of()
                : store.findAll(movable(petitionIds, reader)).read();
    }

    private Set<String> allowed(Collection<String> petitionIds, Rights.Conditions right) {
        List<Criteria> branches = Stream.of(right.ordinary(), right.kept())
                .flatMap(List::stream)
                .map(each -> new Criteria().andOperator(Criteria.where("_id").in(petitionIds), each))
                .toList();
        return branches.isEmpty()
                ? Set.of()
                : Set.copyOf(mongo.findDistinct(anyOf(branches), "_id", PetitionCase.class, String.class));
    }

    /** True when the reader may read what is blacked out in a case that they may open. */
    public boolean mayReadOriginal(PetitionCase petitionCase, Caller reader, LocalDate day) {
        return petitionCase.isOverseenBy(reader.id(), editions.active().organisation(), day);
    }

    /**
     * True when the reader may read one of the texts of a case.
     *
     * @param opens true for who may open the case; whoever is asked for a part of it reads what is asked alone
     */
    public boolean mayRead(PetitionCase petitionCase, TextEntry text, Caller reader, boolean opens, LocalDate day) {
        Organisation organisation = editions.active().organisation();
        if (petitionCase.isLimitedFor(reader.id())) {
            return false;
        }
        return opens
                ? petitionCase.isReadableFor(text.id(), reader.id(), organisation, day)
                : reader.is(Caller.Role.OFFICER)
                        && petitionCase.isOfPart(
                                text.id(), organisation.reading(reader.id()).posts());
    }

    /** True when the reader, who may see the case, is asked for a part of it. */
    public boolean isAsked(PetitionCase petitionCase, Caller reader) {
        return reader.is(Caller.Role.OFFICER)
                && petitionCase.isAskedOf(
                        editions.active().organisation().reading(reader.id()).posts());
    }

    /** The steps that a reader may take who may not move the case on: of who is asked for a part of it, and of the named. */
    public Set<Step> helping(PetitionCase petitionCase, Caller reader) {
        Set<Step> steps = EnumSet.noneOf(Step.class);
        if (isAsked(petitionCase, reader)) {
            steps.add(Step.RETURN_PART);
        }
        if (reader.is(Caller.Role.OFFICER) && petitionCase.isNamed(reader.id())) {
            steps.addAll(OF_THE_NAMED);
        }
        return steps;
    }

    /** True when the reader may open what the case holds sealed. */
    public boolean mayOpen(String petitionId, Caller reader) {
        return allowed(petitionId, rights().opening(reader));
    }

    /** True when the reader may open who its petitioner is and how to reach them: who reads the words need not know that. */
    public boolean mayContact(PetitionCase petitionCase, Caller reader) {
        return reader.is(Caller.Role.OFFICER)
                && petitionCase.isInTouch(reader.id(), editions.active().organisation())
                && mayOpen(petitionCase.id(), reader);
    }

    /** Those of the cases of which the reader may open what they hold sealed. */
    public Set<String> openable(Collection<String> petitionIds, Caller reader) {
        return petitionIds.isEmpty() ? Set.of() : allowed(petitionIds, rights().opening(reader));
    }

    private boolean allowed(String petitionId, Rights.Conditions right) {
        return !allowed(List.of(petitionId), right).isEmpty();
    }

    /**
     * The cases the reader may see that have one of these tokens of a petitioner, unless they wrote anonymously or their
     * words are limited to others, or this number of a body outside; the newest first.
     *
     * @param tokens tokens of one contact; may be empty
     * @param body what the body is called; absent where none is asked for
     * @param number its number there; absent where none is asked for
     */
    List<PetitionCase> earlier(
            Set<String> tokens, @Nullable String body, @Nullable String number, int most, Caller reader) {
        List<Criteria> any = new ArrayList<>();
        if (!tokens.isEmpty()) {
            any.add(by(tokens, reader));
        }
        if (body != null && number != null) {
            any.add(Criteria.where("registration.petition.origin.number")
                    .is(number)
                    .and("registration.petition.origin.body")
                    .is(body));
        }
        return newest(any, most, reader)
                .map(query -> {
                    query.fields().exclude(BESIDE_THE_LIST).slice("history", -1);
                    return store.read(mongo.find(query, Document.class, mongo.getCollectionName(PetitionCase.class)))
                            .all();
                })
                .orElse(List.of());
    }

    private static Criteria by(Set<String> tokens, Caller reader) {
        return Criteria.where("registration.petition.petitioner")
                .in(tokens)
                .and("registration.petition.anonymous")
                .is(false)
                .andOperator(Limitation.opensTo(reader.id()));
    }

    /** The newest cases the reader may see that meet any of these; empty where the reader may see none. */
    private Optional<Query> newest(List<Criteria> any, int most, Caller reader) {
        Rights.Conditions right = rights().reading(reader);
        List<Criteria> branches = Stream.concat(right.ordinary().stream(), right.kept().stream())
                .flatMap(condition -> any.stream().map(each -> with(condition, List.of(each))))
                .toList();
        return branches.isEmpty()
                ? Optional.empty()
                : Optional.of(anyOf(branches)
                        .with(Sort.by(Sort.Direction.DESC, "registration.petition.takenAt"))
                        .limit(most));
    }

    /**
     * What is compared of a piece to find that another repeats it.
     *
     * @param id its id
     * @param petitioner token of who wrote it
     * @param topic code of its topic; absent where nobody looked for one
     * @param takenAt when it was handed in
     */
    record Piece(String id, String petitioner, @Nullable String topic, Instant takenAt) {

        /** True when a case is of the same petitioner and topic, and came later. */
        boolean isBefore(PetitionCase later) {
            Registration found = later.registration();
            return topic != null
                    && topic.equals(found.topic())
                    && petitioner.equals(found.petition().knownAs())
                    && takenAt.isBefore(found.petition().takenAt());
        }
    }

    /** What those with these tokens wrote under their names, of what the reader may see and open to, the newest first. */
    List<Piece> pieces(Set<String> tokens, int most, Caller reader) {
        return newest(List.of(by(tokens, reader)), most, reader)
                .map(query -> {
                    query.fields()
                            .include(
                                    "registration.petition.petitioner",
                                    "registration.petition.takenAt",
                                    "registration.classification.topic");
                    return mongo.find(query, Document.class, mongo.getCollectionName(PetitionCase.class)).stream()
                            .map(Cases::piece)
                            .toList();
                })
                .orElse(List.of());
    }

    private static Piece piece(Document found) {
        Document registration = found.get("registration", Document.class);
        Document petition = registration.get("petition", Document.class);
        Document classification = registration.get("classification", Document.class);
        return new Piece(
                found.getString("_id"),
                petition.getString("petitioner"),
                classification == null ? null : classification.getString("topic"),
                petition.getDate("takenAt").toInstant());
    }

    /** What an officer recorded and, until a person has found out whom it is about, may not be able to see; the oldest first. */
    public List<PetitionCase> recordedUnscreened(String officer, int most) {
        Query query = Query.query(Criteria.where("guard.unclear")
                        .is(true)
                        .and("registration.petition.recordedBy")
                        .is(officer))
                .with(Sort.by("registration.petition.takenAt"))
                .limit(most);
        query.fields().exclude(BESIDE_THE_LIST).slice("history", -1);
        return store.read(mongo.find(query, Document.class, mongo.getCollectionName(PetitionCase.class)))
                .all();
    }

    /** True when there is any case of this kind, whoever may see it: what is gone stays with what was closed there. */
    public boolean isAny(CaseList.Filter filter) {
        return mongo.exists(Query.query(new Criteria().andOperator(criteria(filter))), PetitionCase.class);
    }

    /** A page of what the reader may see, in the order of the list. */
    public CaseList.Page list(CaseList.Filter filter, @Nullable Cursor after, int size, Caller reader) {
        Rights.Conditions right = rights().reading(reader);
        List<Criteria> wanted = criteria(filter);
        CaseList.Total total = total(right, wanted);
        if (total.number() == 0) {
            return new CaseList.Page(List.of(), 0, null, 0, false);
        }
        Ordering ordering = Ordering.of(filter);
        List<Document> found = filter.order().equals(CaseList.Order.NEXT_UP)
                ? nextUp(right, wanted, ordering, after, size + 1)
                : sorted(right, wanted, ordering, after, size + 1);
        boolean more = found.size() > size;
        List<Document> page = more ? found.subList(0, size) : found;
        Found<PetitionCase> read = store.read(page);
        return new CaseList.Page(
                read.read(),
                read.unreadable().size(),
                more ? ordering.cursor(page.getLast()) : null,
                total.number(),
                total.isMore());
    }

    private List<Document> nextUp(
            Rights.Conditions right, List<Criteria> wanted, Ordering ordering, @Nullable Cursor after, int size) {
        Query query = anyOf(branches(right, wanted, ordering, after))
                .with(ordering.sort())
                .limit(size);
        query.fields().exclude(BESIDE_THE_LIST).slice("history", -1);
        return mongo.find(query, Document.class, mongo.getCollectionName(PetitionCase.class));
    }

    /**
     * In another order: where each right leads to is sorted apart, since no index holds all of them in each order, and the
     * first of all are read.
     */
    private List<Document> sorted(
            Rights.Conditions right, List<Criteria> wanted, Ordering ordering, @Nullable Cursor after, int size) {
        List<String> ids = places(right, wanted, ordering, after, size).stream()
                .map(place -> place.getString("_id"))
                .toList();
        Query query = Query.query(Criteria.where("_id").in(ids));
        query.fields().exclude(BESIDE_THE_LIST).slice("history", -1);
        Map<String, Document> found =
                mongo.find(query, Document.class, mongo.getCollectionName(PetitionCase.class)).stream()
                        .collect(Collectors.toMap(each -> each.getString("_id"), each -> each));
        return ids.stream().flatMap(id -> Stream.ofNullable(found.get(id))).toList();
    }

    /** The places of the first of the list, by what it is sorted by alone. */
    private List<Document> places(
            Rights.Conditions right,
            List<Criteria> wanted,
            Ordering ordering,
            @Nullable Cursor after,
            int size,
            String... beside) {
        Map<String, Document> places = new LinkedHashMap<>();
        // What the indexes of the columns ask for, so that nothing else looks at them.
        List<Criteria> sortable = ordering.column() == CaseList.Column.DUE
                ? wanted
                : Stream.concat(
                                wanted.stream(),
                                Stream.of(Criteria.where("sortable").is(true)))
                        .toList();
        for (Criteria branch : branches(right, sortable, ordering, after)) {
            Query query = Query.query(branch).with(ordering.sort()).limit(size);
            query.fields().include(ordering.field()).include(beside);
            mongo.find(query, Document.class, mongo.getCollectionName(PetitionCase.class))
                    .forEach(place -> places.put(place.getString("_id"), place));
        }
        return places.values().stream()
                .sorted(ordering.comparator())
                .limit(size)
                .toList();
    }

    /** What the page of {@link #list} would show, by ids and versions alone. */
    public List<CaseList.Version> versions(CaseList.Filter filter, @Nullable Cursor after, int size, Caller reader) {
        Rights.Conditions right = rights().reading(reader);
        if (right.ordinary().isEmpty() && right.kept().isEmpty()) {
            return List.of();
        }
        Ordering ordering = Ordering.of(filter);
        List<Document> found;
        if (filter.order().equals(CaseList.Order.NEXT_UP)) {
            Query query = anyOf(branches(right, criteria(filter), ordering, after))
                    .with(ordering.sort())
                    .limit(size);
            query.fields().include("version");
            found = mongo.find(query, Document.class, mongo.getCollectionName(PetitionCase.class));
        } else {
            found = places(right, criteria(filter), ordering, after, size, "version");
        }
        return found.stream()
                .map(each -> new CaseList.Version(
                        each.getString("_id"), each.get("version", Number.class).longValue()))
                .toList();
    }

    /** What is wanted and right to see, from a case on, right by right. */
    private static List<Criteria> branches(
            Rights.Conditions right, List<Criteria> wanted, Ordering ordering, @Nullable Cursor after) {
        List<Criteria> all = new ArrayList<>(wanted);
        if (after != null) {
            all.addAll(ordering.after(after));
        }
        return Stream.of(right.ordinary(), right.kept())
                .flatMap(List::stream)
                .map(each -> with(each, all))
                .toList();
    }

    /** Cases as for a list, whoever's they are; those that this version of the service cannot read are left out. */
    public List<PetitionCase> listed(Collection<String> petitionIds) {
        Query query = Query.query(Criteria.where("_id").in(petitionIds));
        query.fields().exclude(BESIDE_THE_LIST).slice("history", -1);
        return store.read(mongo.find(query, Document.class, mongo.getCollectionName(PetitionCase.class)))
                .read();
    }

    /** How many the reader may see. */
    public CaseList.Total count(CaseList.Filter filter, Caller reader) {
        return total(rights().reading(reader), criteria(filter));
    }

    private CaseList.Total total(Rights.Conditions right, List<Criteria> wanted) {
        long ordinary = ordinary(right.ordinary(), wanted);
        long kept = ordinary > COUNTED ? 0 : kept(right.kept(), wanted);
        return new CaseList.Total(
                Math.min(COUNTED, ordinary + Math.min(kept, KEPT_COUNTED)),
                ordinary + kept > COUNTED || kept > KEPT_COUNTED);
    }

    /** Each condition is counted in its index, and often one alone is already met by too many. */
    private long ordinary(List<Criteria> conditions, List<Criteria> wanted) {
        List<Criteria> met = new ArrayList<>();
        long last = 0;
        for (Criteria condition : conditions) {
            Criteria one = with(condition, wanted);
            long number = mongo.count(Query.query(one).limit(COUNTED + 1), PetitionCase.class);
            if (number > COUNTED) {
                return number;
            }
            if (number > 0) {
                met.add(one);
                last = number;
            }
        }
        return met.size() <= 1 ? last : together(met);
    }

    /** How many cases meet one or several of the conditions, each of which is met by few. */
    private long together(List<Criteria> conditions) {
        List<AggregationOperation> steps = new ArrayList<>(ids(conditions.getFirst()));
        conditions.stream()
                .skip(1)
                .map(each -> UnionWithOperation.unionWith(mongo.getCollectionName(PetitionCase.class))
                        .mapFieldsTo(PetitionCase.class)
                        .pipeline(AggregationPipeline.of(ids(each).toArray(AggregationOperation[]::new))))
                .forEach(steps::add);
        steps.add(Aggregation.group("_id"));
        steps.add(Aggregation.count().as("number"));
        Document counted = mongo.aggregate(Aggregation.newAggregation(PetitionCase.class, steps), Document.class)
                .getUniqueMappedResult();
        return counted == null ? 0 : counted.get("number", Number.class).longValue();
    }

    private static List<AggregationOperation> ids(Criteria condition) {
        return List.of(Aggregation.match(condition), Aggregation.project("_id"));
    }

    private long kept(List<Criteria> conditions, List<Criteria> wanted) {
        return conditions.isEmpty()
                ? 0
                : mongo.count(
                        anyOf(conditions.stream()
                                        .map(each -> with(each, wanted))
                                        .toList())
                                .limit(KEPT_COUNTED + 1),
                        PetitionCase.class);
    }

    private static Criteria with(Criteria condition, List<Criteria> wanted) {
        return new Criteria()
                .andOperator(
                        Stream.concat(Stream.of(condition), wanted.stream()).toList());
    }

    private static Query anyOf(List<Criteria> branches) {
        return Query.query(branches.size() == 1 ? branches.getFirst() : new Criteria().orOperator(branches));
    }

    private static List<Criteria> criteria(CaseList.Filter filter) {
        List<Criteria> all = new ArrayList<>();
        if (filter.states() != null) {
            all.add(Criteria.where("state").in(filter.states()));
        }
        if (filter.owners() != null) {
            all.add(Criteria.where("registration.assignment.owner").in(filter.owners()));
        }
        if (filter.units() != null) {
            all.add(Criteria.where("registration.assignment.unit").in(filter.units()));
        }
        if (filter.topics() != null) {
            all.add(Criteria.where("registration.classification.topic").in(filter.topics()));
        }
        if (filter.number() != null) {
            all.add(new Criteria()
                    .orOperator(
                            Criteria.where("registration.petition.origin.number")
                                    .is(filter.number()),
                            Criteria.where("_id").is(filter.number()),
                            Criteria.where("number").is(filter.number().toLowerCase(Locale.ROOT)),
                            Criteria.where("registration.petition.receipt").is(receipt(filter.number())),
                            Criteria.where("registration.petition.externalId").is(filter.number())));
        }
        if (filter.dueAfter() != null) {
            all.add(Criteria.where(Ordering.due(filter)).gt(filter.dueAfter()));
        }
        if (filter.dueBefore() != null) {
            all.add(Criteria.where(Ordering.due(filter)).lte(filter.dueBefore()));
        }
        if (filter.ids() != null) {
            all.add(Criteria.where("_id").in(filter.ids()));
        }
        if (filter.isSupervised()) {
            all.add(Criteria.where("supervision").in(List.of(SupervisionLevel.values())));
        }
        if (filter.waiting() != null) {
            all.add(filter.waiting().what().from(filter.waiting().from()));
        }
        if (filter.isByTarget()) {
            // What the index of these days asks for.
            all.add(Criteria.where(Ordering.TARGET).gt(Instant.EPOCH));
        }
        CaseList.Filter.Sheets sheets = filter.sheets();
        if (sheets != null) {
            all.add(Sheet.in(sheets.states()));
        }
        if (sheets != null && sheets.body() != null) {
            all.add(Criteria.where("registration.petition.origin.body").is(sheets.body()));
        }
        boolean owed = filter.dueAfter() != null || filter.dueBefore() != null;
        if (filter.isOpen() || (owed && sheets == null)) {
            all.add(Criteria.where("nextDueAt").gt(Instant.EPOCH));
        }
        return all;
    }

    /** As it was given out, however it was typed. */
    private static String receipt(String written) {
        return written.replaceAll("[^A-Za-z0-9]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    /** Number of open cases without a next rung, which must be 0; of thanks nothing is owed. */
    long withoutClock() {
        List<CaseState> open =
                Arrays.stream(CaseState.values()).filter(CaseState::isOpen).toList();
        return mongo.count(
                Query.query(Criteria.where("state")
                        .in(open)
                        .and("nextDueAt")
                        .isNull()
                        .and("registration.petition.purpose")
                        .ne(Purpose.THANKS)),
                PetitionCase.class);
    }

    /** The cases that everybody is kept from, of those received longest ago; no more than are counted exactly in a list. */
    public List<WithoutHolder> withoutHolder() {
        return mongo
                .find(
                        Query.query(nobodys())
                                .with(Sort.by("registration.petition.receivedAt", "_id"))
                                .limit(COUNTED),
                        PetitionCase.class)
                .stream()
                .map(WithoutHolder::of)
                .toList();
    }

    /** Number of cases that everybody is kept from, which must be 0. */
    long countWithoutHolder() {
        return mongo.count(Query.query(nobodys()), PetitionCase.class);
    }

    /** Those that ended too: while a limit runs, somebody has to look. */
    private static Criteria nobodys() {
        return Criteria.where("registration.assignment.owner")
                .is(Assignment.NOBODY)
                .and("nextDueAt")
                .exists(true);
    }

    private Rights rights() {
        return new Rights(editions.active().organisation());
    }
}
