package org.redress.analytics.turnaround;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.projection.Histogram;
import org.redress.analytics.projection.Projection;
import org.redress.contracts.Topic;
import org.redress.platform.consuming.Consumes;
import org.redress.platform.organisation.Reading;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** The projection of how long cases stand in each stage of the procedure. */
@Component
@Consumes(value = Topic.CASES, as = "turnaround")
public class TurnaroundProjection extends Projection<Way> {

    private static final double MEDIAN = 0.5;
    private static final double P80 = 0.8;
    private static final double P95 = 0.95;

    private final TurnaroundFolding folding;

    @Autowired
    TurnaroundProjection(MongoClient client, MongoTemplate mongo, ZoneId organisationZone) {
        this(client, mongo, new TurnaroundFolding(organisationZone));
    }

    private TurnaroundProjection(MongoClient client, MongoTemplate mongo, TurnaroundFolding folding) {
        super(client, mongo, folding);
        this.folding = folding;
    }

    /**
     * A line of the answer.
     *
     * @param key unit or topic; empty where the stages are not broken down
     * @param stage the stage
     * @param count stays, from 1
     * @param median in seconds, as the next two
     */
    public record Row(String key, String stage, long count, long median, long p80, long p95) {

        private static Row of(Document line, Histogram histogram) {
            return new Row(
                    line.get("key", ""),
                    line.getString("stage"),
                    histogram.count(),
                    histogram.quantile(MEDIAN),
                    histogram.quantile(P80),
                    histogram.quantile(P95));
        }
    }

    /** The answer, by key and, in the order of the procedure, by stage. */
    public List<Row> ask(TurnaroundQuestion question) {
        return read(cells -> counts(cells, question)).entrySet().stream()
                .map(line -> Row.of(line.getKey(), Histogram.of(line.getValue())))
                .sorted(Comparator.comparing(Row::key)
                        .thenComparingInt(TurnaroundProjection::place)
                        .thenComparing(Row::stage))
                .toList();
    }

    /**
     * The process map of the cases that stand somewhere, or left a stage or missed a limit in the span.
     *
     * @param topics only these topics; absent for all
     * @param reading only cases within this; absent for all
     * @param missed last days of limits that were missed, by petition
     */
    public ProcessMap map(
            ProcessMap.Span span,
            TurnaroundQuestion.By by,
            @Nullable Set<String> topics,
            @Nullable Reading reading,
            Map<String, List<LocalDate>> missed) {
        List<Bson> filters = new ArrayList<>();
        filters.add(Filters.or(
                Filters.nin("facts.stage", Way.ENDS),
                Filters.in("_id", missed.keySet()),
                Filters.elemMatch(
                        "facts.stays",
                        Filters.and(
                                Filters.gte("day", span.from().toString()),
                                Filters.lte("day", span.to().toString())))));
        filters.add(Filters.eq("facts.restricted", false));
        filters.add(Filters.eq("facts.report", false));
        if (topics != null) {
            filters.add(Filters.in("facts.topic", topics));
        }
        if (reading != null) {
            filters.add(Filters.or(
                    Filters.in("facts.scope", reading.scopes()), Filters.in("facts.owner", reading.posts())));
        }
        return readFacts(facts -> {
            ProcessMap map = new ProcessMap(span, by);
            facts.find(Filters.and(filters))
                    .forEach(document -> map.add(
                            folding.read(Objects.requireNonNull(document.get("facts", Document.class))),
                            missed.getOrDefault(document.getString("_id"), List.of())));
            return map;
        });
    }

    /** A stage of a newer version comes last. */
    private static int place(Row row) {
        int place = Way.ORDER.indexOf(row.stage());
        return place < 0 ? Way.ORDER.size() : place;
    }

    /** Counts by bin, for each line. */
    private static Map<Document, Map<Integer, Long>> counts(
            MongoCollection<Document> cells, TurnaroundQuestion question) {
        Document line = new Document("stage", "$stage");
        if (question.by() != TurnaroundQuestion.By.STAGE) {
            line.append("key", "$" + question.by().label());
        }
        Map<Document, Map<Integer, Long>> counts = new HashMap<>();
        cells.aggregate(List.of(
                        Aggregates.match(filter(question)),
                        Aggregates.group(
                                new Document("line", line).append("bin", "$bin"), Accumulators.sum("count", "$count")),
                        Aggregates.match(Filters.ne("count", 0))))
                .forEach(group -> {
                    Document id = group.get("_id", Document.class);
                    counts.computeIfAbsent(id.get("line", Document.class), key -> new HashMap<>())
                            .put(
                                    id.getInteger("bin"),
                                    group.get("count", Number.class).longValue());
                });
        return counts;
    }

    private static Bson filter(TurnaroundQuestion question) {
        List<Bson> filters = new ArrayList<>();
        if (question.from() != null) {
            filters.add(Filters.gte("day", question.from().toString()));
        }
        if (question.to() != null) {
            filters.add(Filters.lte("day", question.to().toString()));
        }
        if (question.unit() != null) {
            filters.add(Filters.eq("unit", question.unit()));
        }
        if (question.topics() != null) {
            filters.add(Filters.in("topic", question.topics()));
        }
        if (question.reading() != null) {
            filters.add(Filters.or(
                    Filters.in("scope", question.reading().scopes()),
                    Filters.in("owner", question.reading().posts())));
        }
        return filters.isEmpty() ? Filters.empty() : Filters.and(filters);
    }
}
