package org.redress.tools.verifying;

import java.util.EnumMap;
import java.util.Map;

/**
 * One petition, notification or organisation, as the services hold it.
 *
 * @param id the id all of them know it by
 * @param held the documents there are
 */
record Subject(String id, Map<Holder, Stored> held) {

    static Subject empty(String id) {
        return new Subject(id, new EnumMap<>(Holder.class));
    }

    boolean existsAt(Holder holder) {
        Stored stored = held.get(holder);
        return stored != null && stored.exists();
    }

    /** Last event the holder recorded for it. */
    Position published(Holder holder) {
        Stored stored = held.get(holder);
        return stored == null ? Position.START : stored.published();
    }

    /** How far the consumer has come. */
    Position position(Consumption consumption) {
        Stored stored = held.get(consumption.consumer());
        return stored == null ? Position.START : stored.inbox(consumption.stream());
    }

    void put(Holder holder, Stored stored) {
        held.put(holder, stored);
    }

    /** Takes a later look at how far the holder's own history goes. */
    void publishedNow(Holder holder, Position published) {
        held.computeIfPresent(
                holder, (same, stored) -> new Stored(stored.id(), stored.exists(), published, stored.inbox()));
    }
}
