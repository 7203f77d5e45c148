package org.redress.routing.matters;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.platform.publishing.Ids;
import org.redress.routing.cases.Actor;
import org.redress.routing.cases.CaseCommands;
import org.redress.routing.cases.CaseCommands.Words;
import org.redress.routing.cases.CaseText;
import org.redress.routing.cases.Cases;
import org.redress.routing.cases.Outcome;
import org.redress.routing.cases.SealedTexts;
import org.redress.routing.configuration.Names;
import org.redress.routing.procedure.Command;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Opens matters, keeps their members and takes the one opinion for all; {@link FanOut} takes it to each case. */
public final class Matters {

    private static final String MEMBERS = "members";
    private static final String PENDING = "pending";

    private final MongoTemplate mongo;
    private final Cases cases;
    private final CaseCommands commands;
    private final SealedTexts texts;
    private final InstantSource clock;

    Matters(MongoTemplate mongo, Cases cases, CaseCommands commands, SealedTexts texts, InstantSource clock) {
        this.mongo = mongo;
        this.cases = cases;
        this.commands = commands;
        this.texts = texts;
        this.clock = clock;
    }

    /** A matter. */
    public Optional<Matter> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Matter.class));
    }

    /** The matter a petition is in. */
    public Optional<Matter> of(String petitionId) {
        return Optional.ofNullable(
                mongo.findOne(Query.query(Criteria.where(MEMBERS).is(petitionId)), Matter.class));
    }

    /**
     * Matters, the newest first, without the words of their opinions.
     *
     * @param before id of the last one known; absent for the first page
     */
    public List<Matter> newest(@Nullable String before, int size) {
        Query query =
                before == null ? new Query() : Query.query(Criteria.where("_id").lt(before));
        query.fields().exclude("opinion.text");
        return mongo.find(query.with(Sort.by(Sort.Direction.DESC, "_id")).limit(size), Matter.class);
    }

    /** What a matter is about, opened for a person who may read it. */
    public String title(Matter matter, Actor by) {
        return texts.read(matter.id(), matter.title(), by);
    }

    /**
     * Opens a matter.
     *
     * @param members at least one, at most {@link Matter#MOST_MEMBERS}, each once
     */
    public MatterOutcome open(String title, List<String> members, String officer, @Nullable String key) {
        String id = Ids.next();
        CaseText sealed = texts.seal(id, CaseText.Kind.NOTE, title);
        Matter matter = new Matter(id, 0, sealed, officer, now(), key, members, null, List.of(), List.of(), null);
        return openedBefore(matter).or(() -> refusal(members, members)).orElseGet(() -> insert(matter));
    }

    private Optional<MatterOutcome> refusal(Collection<String> members, Collection<String> joining) {
        if (!cases.areKeptAlike(members)) {
            return Optional.of(new MatterOutcome.Refused(MatterRule.MEMBERS_ARE_KEPT_ALIKE));
        }
        return cases.areOpen(joining)
                ? Optional.empty()
                : Optional.of(new MatterOutcome.Refused(MatterRule.MEMBERS_ARE_OPEN));
    }

    private MatterOutcome insert(Matter matter) {
        try {
            return new MatterOutcome.Done(mongo.insert(matter));
        } catch (DuplicateKeyException e) {
            return openedBefore(matter).orElseGet(() -> new MatterOutcome.InAnotherMatter(inMatters(matter.members())));
        }
    }

    private Optional<MatterOutcome> openedBefore(Matter matter) {
        if (matter.openedUnder() == null) {
            return Optional.empty();
        }
        Query sameKey = Query.query(Criteria.where("openedUnder").is(matter.openedUnder()));
        return Optional.ofNullable(mongo.findOne(sameKey, Matter.class))
                .map(known -> isSame(known.title(), matter.title())
                                && Set.copyOf(known.members()).containsAll(matter.members())
                        ? new MatterOutcome.Done(known)
                        : new MatterOutcome.KeyTaken());
    }

    private static boolean isSame(CaseText one, CaseText other) {
        return Objects.equals(one.digest(), other.digest());
    }

    private List<String> inMatters(List<String> petitionIds) {
        Set<String> asked = Set.copyOf(petitionIds);
        return mongo.find(Query.query(Criteria.where(MEMBERS).in(asked)), Matter.class).stream()
                .flatMap(matter -> matter.members().stream())
                .filter(asked::contains)
                .toList();
    }

    /** Adds a petition; where there is an opinion already, its case is given that too. */
    public MatterOutcome add(Matter seen, String petitionId) {
        if (seen.members().contains(petitionId)) {
            return new MatterOutcome.Done(seen);
        }
        if (seen.members().size() >= Matter.MOST_MEMBERS) {
            return new MatterOutcome.Refused(MatterRule.TOO_MANY_MEMBERS);
        }
        List<String> together =
                Stream.concat(seen.members().stream(), Stream.of(petitionId)).toList();
        Optional<MatterOutcome> refusal = refusal(together, List.of(petitionId));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Update update = new Update().push(MEMBERS, petitionId);
        Matter.Opinion opinion = seen.opinion();
        if (opinion != null) {
            Words words = opinion.words(texts.read(seen.id(), opinion.text(), opinion.by()));
            Optional<MatterOutcome> obstacle =
                    obstacle(List.of(petitionId), opinion.command(), words, opinion.officer());
            if (obstacle.isPresent()) {
                return obstacle.get();
            }
            update.push(PENDING, petitionId);
        }
        try {
            return change(seen, update);
        } catch (DuplicateKeyException e) {
            return new MatterOutcome.InAnotherMatter(List.of(petitionId));
        }
    }

    /** Takes a petition out that was not given the opinion and will not be. */
    public MatterOutcome remove(Matter seen, String petitionId) {
        if (!seen.members().contains(petitionId)) {
            return new MatterOutcome.Done(seen);
        }
        if (seen.members().size() == 1) {
            return new MatterOutcome.Refused(MatterRule.LAST_MEMBER_STAYS);
        }
        return switch (seen.standing(petitionId)) {
            case PENDING, GIVEN -> new MatterOutcome.Refused(MatterRule.OPINION_KEEPS_MEMBERS);
            case OPEN, REFUSED ->
                change(
                        seen,
                        new Update()
                                .pull(MEMBERS, petitionId)
                                .pull(
                                        "refused",
                                        Query.query(Criteria.where("petitionId").is(petitionId))));
        };
    }

    /**
     * Takes the opinion for all members, when the case of each allows it now.
     *
     * @param version the version the officer saw
     */
    public MatterOutcome giveOpinion(
            Matter seen, long version, Command.GiveOpinion command, Words words, String officer, @Nullable String key) {
        CaseText sealed = texts.seal(seen.id(), words.kind(), words.text());
        Matter.Opinion given = seen.opinion();
        if (given != null) {
            return key == null || !key.equals(given.key())
                    ? new MatterOutcome.Refused(MatterRule.OPINION_GIVEN_ONCE)
                    : given.command().equals(command) && isSame(given.text(), sealed)
                            ? new MatterOutcome.Done(seen)
                            : new MatterOutcome.KeyTaken();
        }
        if (seen.version() != version) {
            return new MatterOutcome.Changed(seen);
        }
        return obstacle(seen.members(), command, words, officer)
                .orElseGet(() -> change(
                        seen,
                        new Update()
                                .set("opinion", new Matter.Opinion(officer, now(), command, sealed, key))
                                .set(PENDING, seen.members())));
    }

    /** Why the opinion cannot be given to these now; absent when it can. */
    private Optional<MatterOutcome> obstacle(
            Collection<String> members, Command.GiveOpinion command, Words words, String officer) {
        Map<String, Outcome> answers = commands.rehearse(members, command, words, officer);
        Map<String, String> rules = new TreeMap<>();
        answers.forEach((id, answer) -> {
            if (answer instanceof Outcome.Refused refused) {
                rules.put(id, Names.of(refused.rule()));
            }
        });
        if (!rules.isEmpty()) {
            return Optional.of(new MatterOutcome.NotReady(rules));
        }
        return answers.values().stream()
                .flatMap(answer -> answer instanceof Outcome.Wrong wrong ? Stream.of(wrong) : Stream.of())
                .<MatterOutcome>map(wrong -> new MatterOutcome.Wrong(wrong.field(), wrong.problem()))
                .findFirst();
    }

    /** Takes those out of matters that have come to be kept from other people than most, or to be limited, once no opinion is on its way to them. */
    void part(List<Matter> seen) {
        List<String> members =
                seen.stream().flatMap(matter -> matter.members().stream()).toList();
        Set<String> guarded = cases.keptFromSomebody(members);
        Set<String> limited = cases.limited(members);
        seen.stream()
                .filter(matter -> matter.members().stream()
                        .anyMatch(member -> guarded.contains(member) || limited.contains(member)))
                .forEach(this::part);
    }

    private void part(Matter seen) {
        Set<String> others = cases.keptOtherwise(seen.members());
        Set<String> limited = cases.limited(seen.members());
        List<String> strangers = seen.members().stream()
                .filter(member -> others.contains(member) || limited.contains(member))
                .filter(member -> seen.standing(member) != Matter.MemberState.PENDING)
                .limit(seen.members().size() - 1L)
                .toList();
        if (!strangers.isEmpty()) {
            change(
                    seen,
                    new Update()
                            .pullAll(MEMBERS, strangers.toArray())
                            .pull(
                                    "refused",
                                    Query.query(Criteria.where("petitionId").in(strangers))));
        }
    }

    private MatterOutcome change(Matter seen, Update update) {
        Query asSeen =
                Query.query(Criteria.where("_id").is(seen.id()).and("version").is(seen.version()));
        Matter changed = mongo.findAndModify(
                asSeen, update.inc("version", 1), FindAndModifyOptions.options().returnNew(true), Matter.class);
        return changed == null
                ? new MatterOutcome.Changed(find(seen.id()).orElse(seen))
                : new MatterOutcome.Done(changed);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
