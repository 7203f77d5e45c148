package org.redress.tools.verifying;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate a consumer has set aside, with all events after its position.
 *
 * @param consumption who set it aside, from which stream
 * @param id the aggregate
 * @param key key of its events
 * @param position the last event that was applied
 * @param why what the service wrote down; absent where it did not
 */
record Parked(
        Consumption consumption,
        String id,
        String key,
        Position position,
        @Nullable Document why) {

    /** All of them, service by service; the position says that, and the collection {@code parked} only why. */
    static List<Parked> in(Databases databases) {
        List<Parked> parked = new ArrayList<>();
        for (Family family : Family.values()) {
            family.parking().forEach(consumption -> parked.addAll(in(databases, family, consumption)));
        }
        return parked;
    }

    private static List<Parked> in(Databases databases, Family family, Consumption consumption) {
        List<Stored> stored =
                databases.parked(consumption).stream().map(Stored::of).toList();
        Map<String, Document> causes = databases.causes(
                consumption.consumer(),
                stored.stream().map(each -> causeId(consumption, each.id())).toList());
        List<String> ids = stored.stream().map(Stored::id).toList();
        Histories histories = Histories.read(databases, family, ids);
        return stored.stream()
                .map(each -> {
                    Document why = causes.get(causeId(consumption, each.id()));
                    String known = why == null ? null : why.getString("key");
                    return new Parked(
                            consumption,
                            each.id(),
                            known == null
                                    ? histories
                                            .key(consumption.producer(), each.id())
                                            .orElse(each.id())
                                    : known,
                            each.inbox(consumption.stream()),
                            why);
                })
                .toList();
    }

    private static String causeId(Consumption consumption, String id) {
        String projection = consumption.consumer().projection();
        return consumption.stream() + (projection.isEmpty() ? "" : "/" + projection) + ":" + id;
    }

    private String projection() {
        return consumption.consumer().projection();
    }

    String cause() {
        return why == null ? "cause unknown: see the dead letters" : String.valueOf(why.getString("cause"));
    }

    boolean isOf(String idOrKey) {
        return id.equals(idOrKey) || key.equals(idOrKey);
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("service", consumption.consumer().service());
        json.put("topic", consumption.stream().name());
        if (!projection().isEmpty()) {
            json.put("projection", projection());
        }
        json.put("aggregateId", id);
        json.put("key", key);
        json.put("applied", position.toString());
        json.put("cause", cause());
        if (why != null) {
            json.put("epoch", why.get("epoch"));
            json.put("sequence", why.get("sequence"));
            json.put("type", why.getString("type"));
            json.put(
                    "at",
                    why.getDate("at") == null
                            ? null
                            : why.getDate("at").toInstant().toString());
        }
        return json;
    }

    @Override
    public String toString() {
        String event = why == null ? "" : " at " + why.getString("type") + " " + why.get("sequence");
        String of = projection().isEmpty() ? "" : " for " + projection();
        return id + " at " + consumption.consumer().service() + " on " + consumption.stream() + of + ": stopped after "
                + position + event + ": " + cause();
    }
}
