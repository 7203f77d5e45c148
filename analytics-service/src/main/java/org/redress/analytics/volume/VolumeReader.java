package org.redress.analytics.volume;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.redress.platform.organisation.Reading;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Adds the lanes up. */
@Component
public class VolumeReader {

    private final MongoCollection<Document> buckets;

    VolumeReader(MongoTemplate mongo) {
        this.buckets = mongo.getCollection(Volumes.VOLUMES);
    }

    /**
     * A line of the answer.
     *
     * @param key unit, topic or day
     * @param count petitions, from 1
     */
    public record Row(String key, long count) {}

    /** The answer: days in their order, anything else by count, the highest first. */
    public List<Row> read(Question question) {
        Bson order = question.groupBy() == GroupBy.DAY
                ? Sorts.ascending("_id")
                : Sorts.orderBy(Sorts.descending("count"), Sorts.ascending("_id"));
        return buckets.aggregate(List.of(
                        Aggregates.match(filter(question)),
                        Aggregates.group("$" + question.groupBy().label(), Accumulators.sum("count", "$count")),
                        Aggregates.match(Filters.ne("count", 0)),
                        Aggregates.sort(order)))
                .map(group -> new Row(
                        group.getString("_id"), group.get("count", Number.class).longValue()))
                .into(new ArrayList<>());
    }

    /** True when this unit was ever counted: one that is gone keeps what was closed there. */
    public boolean countsUnit(String code) {
        return counts(Dimension.UNIT, "unit", code);
    }

    /** True when this topic was ever counted. */
    public boolean countsTopic(String code) {
        return counts(Dimension.TOPIC, "topic", code);
    }

    private boolean counts(Dimension dimension, String field, String code) {
        return buckets.find(Filters.and(Filters.eq("dimension", dimension.label()), Filters.eq(field, code)))
                        .first()
                != null;
    }

    private static Bson filter(Question question) {
        List<Bson> filters = new ArrayList<>();
        filters.add(Filters.eq("dimension", question.dimension().label()));
        if (question.from() != null) {
            filters.add(Filters.gte("day", question.from().toString()));
        }
        if (question.to() != null) {
            filters.add(Filters.lte("day", question.to().toString()));
        }
        if (question.units() != null) {
            filters.add(Filters.in("unit", question.units()));
        }
        if (question.topics() != null) {
            filters.add(Filters.in("topic", question.topics()));
        }
        Reading reading = question.reading();
        if (reading != null) {
            filters.add(Filters.or(Filters.in("scope", reading.scopes()), Filters.in("owner", reading.posts())));
        }
        return Filters.and(filters);
    }
}
