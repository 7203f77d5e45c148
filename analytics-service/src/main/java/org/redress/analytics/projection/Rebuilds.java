package org.redress.analytics.projection;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import java.util.List;
import java.util.Optional;
import org.redress.platform.consuming.Replay;
import org.redress.platform.consuming.Replays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Builds projections anew: reads the topic from its beginning into collections beside those that are read, while the
 * consumer goes on, and switches when nothing is lacking. It tells nobody, and where it is broken off nothing has changed:
 * the next one begins anew.
 */
@Component
public class Rebuilds {

    private static final Logger log = LoggerFactory.getLogger(Rebuilds.class);

    private final List<Projection<?>> projections;
    private final Replays replays;
    private final MongoClient client;

    Rebuilds(ObjectProvider<Projection<?>> projections, Replays replays, MongoClient client) {
        this.projections = projections.stream().toList();
        this.replays = replays;
        this.client = client;
    }

    /** Names of all that can be built anew. */
    public List<String> names() {
        return projections.stream().map(Projection::name).sorted().toList();
    }

    /**
     * Builds one anew.
     *
     * @return how many records were read, or nothing when there is no projection of that name
     * @throws SupersededException when another rebuild of it began meanwhile
     */
    public Optional<Long> rebuild(String name) {
        return projections.stream()
                .filter(projection -> projection.name().equals(name))
                .findFirst()
                .map(projection -> rebuild(projection, () -> {}));
    }

    /** With what is to be done before each batch. */
    long rebuild(Projection<?> projection, Runnable before) {
        Generations generations = projection.generations();
        generations.begin();
        int generation = generations.next();
        generations.dropBefore(generation);
        Runnable step = () -> {
            before.run();
            if (!generations.isNewest(generation)) {
                throw new SupersededException();
            }
        };
        try (Replay replay = replays.of(projection.in(generation))) {
            long read = replay.readTo(replay.ends(), step);
            // What came meanwhile is little, so that the consumer is held up for no longer than that.
            read += replay.readTo(replay.ends(), step);
            read += switchTo(generations, generation, replay);
            log.info("{} was built anew from {} records", projection.name(), read);
            generations.dropBefore(generation);
            return read;
        }
    }

    /** The consumer waits from the moment the switch knows how far it came. */
    private long switchTo(Generations generations, int generation, Replay replay) {
        try (ClientSession session = client.startSession()) {
            return session.withTransaction(
                    () -> replay.readTo(generations.switchTo(session, generation), () -> {}), ProjectionStore.DURABLE);
        }
    }
}
