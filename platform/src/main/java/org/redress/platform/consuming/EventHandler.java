package org.redress.platform.consuming;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.redress.contracts.Event;

/**
 * What a service does with the events of the topic that {@link Consumes} names; order, duplicates, gaps, parking and
 * outages are not its concern.
 *
 * @param <E> the topic's sealed interface
 */
public interface EventHandler<E extends Event> {

    /** What it consumes, as {@link Consumes} says. */
    default Consumption consumption() {
        return Consumption.of(getClass());
    }

    /** Where it stands with each of these, in one query; a source it never saw is absent. */
    Map<Source, Position> positions(Collection<Source> sources);

    /**
     * Applies events in their order, effect and position in one atomic write guarded by {@link Received#before()};
     * where the effect is another document, the effect first and repeatably. May hold several of one aggregate.
     *
     * @throws StalePositionException when a guard did not match; the events are judged again
     * @throws RuntimeException any other exception that is no outage: a record is bad
     */
    void apply(List<Received<E>> batch);

    /**
     * Moves a position without an effect, into a stub document where there is none; used to park and to release.
     *
     * @throws StalePositionException when the stream stands no longer where it was read
     */
    void park(Source source, Position before, Position after);
}
