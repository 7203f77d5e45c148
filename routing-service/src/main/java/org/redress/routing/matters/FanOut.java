package org.redress.routing.matters;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.redress.platform.publishing.Ids;
import org.redress.routing.cases.CaseCommands;
import org.redress.routing.cases.CaseCommands.Words;
import org.redress.routing.cases.Outcome;
import org.redress.routing.cases.RoutingMetric;
import org.redress.routing.cases.SealedTexts;
import org.redress.routing.configuration.Names;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.aggregation.AggregationUpdate;
import org.springframework.data.mongodb.core.query.BasicQuery;

/**
 * Takes a matter's opinion to the case of each member that is pending: first the case is given it, under a key by which a
 * repeat is recognised, then the member leaves the list. Whoever is killed in between does the last ones again, in vain.
 */
final class FanOut {

    private static final Logger log = LoggerFactory.getLogger(FanOut.class);
    private static final int AT_ONCE = 50;

    private final MongoTemplate mongo;
    private final CaseCommands commands;
    private final SealedTexts texts;
    private final MeterRegistry meters;
    private final Duration lease;
    private final String holder = Ids.next();

    /**
     * One that takes opinions round.
     *
     * @param lease after which another may take over what was claimed by one that was killed
     */
    FanOut(MongoTemplate mongo, CaseCommands commands, SealedTexts texts, MeterRegistry meters, Duration lease) {
        this.mongo = mongo;
        this.commands = commands;
        this.texts = texts;
        this.meters = meters;
        this.lease = lease;
    }

    /** One round: some members of the matter that waits longest; false when there is none to be had. */
    boolean takeSomeRound() {
        Optional<Document> claimed = claim();
        claimed.ifPresent(this::takeRound);
        return claimed.isPresent();
    }

    /** A matter that cannot be read keeps its claim until it lapses, so that it holds up no other. */
    private void takeRound(Document claimed) {
        try {
            takeRound(mongo.getConverter().read(Matter.class, claimed));
        } catch (DataAccessException | MongoException e) {
            throw e;
        } catch (RuntimeException e) {
            count("failed", 1);
            log.error("The opinion of matter {} does not go round", claimed.get("_id"), e);
        }
    }

    private Optional<Document> claim() {
        Document waiting = Document.parse("""
            {'pending.0': {$exists: true},
             $expr: {$lt: [{$ifNull: ['$claim.until', {$toDate: {$numberLong: '0'}}]}, '$$NOW']}}\
            """);
        Document claim = new Document("until", new Document("$add", List.of("$$NOW", lease.toMillis())))
                .append("by", new Document("$literal", holder));
        return Optional.ofNullable(mongo.findAndModify(
                new BasicQuery(waiting).with(Sort.by("opinion.at")),
                setting(new Document("claim", claim)),
                FindAndModifyOptions.options().returnNew(true),
                Document.class,
                mongo.getCollectionName(Matter.class)));
    }

    private void takeRound(Matter matter) {
        Matter.Opinion opinion = matter.opinion();
        if (opinion == null) {
            return;
        }
        Words words = opinion.words(texts.read(matter.id(), opinion.text(), opinion.by()));
        List<String> taken = matter.pending().stream().limit(AT_ONCE).toList();
        List<String> failed = new ArrayList<>();
        List<Document> refused = new ArrayList<>();
        for (String member : taken) {
            Outcome outcome = give(matter, opinion, words, member);
            if (outcome == null) {
                failed.add(member);
            } else {
                obstacle(outcome)
                        .ifPresent(rule -> refused.add(new Document("petitionId", member).append("rule", rule)));
            }
        }
        settle(matter, taken, failed, refused);
    }

    /** What became of it; absent where a fault kept the case from being asked, which is tried again. */
    private @Nullable Outcome give(Matter matter, Matter.Opinion opinion, Words words, String member) {
        try {
            return commands.takeOnce(member, matter.memberKey(), opinion.command(), words, opinion.officer());
        } catch (DataAccessException | MongoException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("The opinion of matter {} does not reach {}", matter.id(), member, e);
            return null;
        }
    }

    private static Optional<String> obstacle(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> Optional.empty();
            case Outcome.Repeated repeated -> Optional.empty();
            case Outcome.Refused refused -> Optional.of(Names.of(refused.rule()));
            case Outcome.Wrong wrong -> Optional.of(wrong.problem());
            case Outcome.KeyTaken keyTaken -> throw new IllegalStateException("a matter has one opinion");
            case Outcome.Changed changed -> throw new IllegalStateException("taken as the case stands");
        };
    }

    /** Strikes off who was reached; who failed comes last, and where nobody was reached the matter waits for its lease. */
    private void settle(Matter matter, List<String> taken, List<String> failed, List<Document> refused) {
        Document left = new Document(
                "$filter",
                new Document("input", "$pending")
                        .append(
                                "cond",
                                new Document(
                                        "$not",
                                        List.of(new Document(
                                                "$in", List.of("$$this", new Document("$literal", taken)))))));
        Document changes = new Document(
                        "pending", new Document("$concatArrays", List.of(left, new Document("$literal", failed))))
                .append(
                        "refused",
                        new Document("$concatArrays", List.of("$refused", new Document("$literal", refused))));
        if (failed.size() < taken.size()) {
            changes.append("claim", "$$REMOVE");
        }
        mongo.updateFirst(
                new BasicQuery(new Document("_id", matter.id()).append("claim.by", holder)),
                setting(changes),
                Matter.class);
        int reached = taken.size() - failed.size() - refused.size();
        count("given", reached);
        count("refused", refused.size());
        count("failed", failed.size());
    }

    private void count(String outcome, int members) {
        meters.counter(RoutingMetric.MATTER_MEMBERS.metricName(), "outcome", outcome)
                .increment(members);
    }

    private static AggregationUpdate setting(Document fields) {
        return AggregationUpdate.from(List.of(context -> new Document("$set", fields)));
    }

    /** Number of members that are still to be given an opinion. */
    long pending() {
        List<Document> counting = List.of(
                Document.parse("{$match: {'pending.0': {$exists: true}}}"),
                Document.parse("{$group: {_id: null, members: {$sum: {$size: '$pending'}}}}"));
        Document counted = mongo.getCollection(mongo.getCollectionName(Matter.class))
                .aggregate(counting)
                .first();
        return counted == null ? 0 : counted.getInteger("members");
    }
}
