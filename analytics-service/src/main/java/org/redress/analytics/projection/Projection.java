package org.redress.analytics.projection;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.bson.Document;
import org.redress.contracts.cases.CaseEvent;
import org.redress.platform.consuming.Consumption;
import org.redress.platform.consuming.EventHandler;
import org.redress.platform.consuming.Inbox;
import org.redress.platform.consuming.Position;
import org.redress.platform.consuming.Received;
import org.redress.platform.consuming.Source;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;

/**
 * A projection of cases: a bean that says what it consumes and folds it. Facts and cells of a batch change in one
 * transaction, guarded by where the streams stood.
 *
 * @param <F> what is kept of one case
 */
public abstract class Projection<F> implements EventHandler<CaseEvent> {

    // A transaction stays small: facts and cells of this many events are well under a megabyte.
    private static final int BATCH = 500;

    private final MongoClient client;
    private final Folding<F> folding;
    private final ProjectionStore<F> store;
    private final Generations generations;
    private final AtomicBoolean begun = new AtomicBoolean();

    /** With the functions it consists of. */
    protected Projection(MongoClient client, MongoTemplate mongo, Folding<F> folding) {
        this.client = client;
        this.folding = folding;
        this.store = new ProjectionStore<>(folding);
        this.generations = new Generations(mongo.getDb(), name());
    }

    /** Its name, which is that of its consumer, of its collections and of its rebuild. */
    public final String name() {
        return consumption().name();
    }

    /** Reads the cells that count; once more where others count since it began. */
    protected final <T> T read(Function<MongoCollection<Document>, T> question) {
        return readGeneration(generation -> question.apply(generations.cells(generation)));
    }

    /** Reads what is kept of cases, in the field {@code facts}; once more where other facts count since it began. */
    protected final <T> T readFacts(Function<MongoCollection<Document>, T> question) {
        return readGeneration(generation -> question.apply(generations.facts(generation)));
    }

    private <T> T readGeneration(IntFunction<T> question) {
        for (int generation = generations.current(); ; ) {
            T answer = question.apply(generation);
            int now = generations.current();
            if (now == generation) {
                return answer;
            }
            generation = now;
        }
    }

    @Override
    public final Map<Source, Position> positions(Collection<Source> sources) {
        return positions(generations.current(), sources);
    }

    @Override
    public final void apply(List<Received<CaseEvent>> events) {
        if (!begun.get()) {
            generations.begin();
            index(generations.current());
            begun.set(true);
        }
        inBatches(events, (session, batch) -> {
            Map<Integer, Long> reached = batch.stream()
                    .collect(Collectors.toMap(Received::partition, received -> received.offset() + 1, Math::max));
            fold(session, generations.hold(session, reached), batch);
        });
    }

    @Override
    public final void park(Source source, Position before, Position after) {
        park(generations.current(), source, before, after);
    }

    /** The same projection in collections of its own, which are empty and which nobody reads. */
    final EventHandler<CaseEvent> in(int generation) {
        index(generation);
        return new Beside(generation);
    }

    final Generations generations() {
        return generations;
    }

    private Map<Source, Position> positions(int generation, Collection<Source> sources) {
        Map<String, Source> byId =
                sources.stream().collect(Collectors.toMap(Source::aggregateId, source -> source, (one, same) -> one));
        Map<Source, Position> positions = new HashMap<>();
        generations
                .facts(generation)
                .find(Filters.in("_id", byId.keySet()))
                .projection(Projections.include(Inbox.FIELD))
                .forEach(document ->
                        positions.put(byId.get(document.getString("_id")), Inbox.of(document, ProjectionStore.STREAM)));
        return positions;
    }

    private void park(int generation, Source source, Position before, Position after) {
        Inbox.place(
                generations.facts(generation),
                source.aggregateId(),
                ProjectionStore.STREAM,
                before,
                after,
                new Update().inc("version", 1));
    }

    private interface Writing {
        void write(ClientSession session, List<Received<CaseEvent>> batch);
    }

    private void inBatches(List<Received<CaseEvent>> events, Writing writing) {
        for (int from = 0; from < events.size(); from += BATCH) {
            List<Received<CaseEvent>> batch = events.subList(from, Math.min(events.size(), from + BATCH));
            try (ClientSession session = client.startSession()) {
                session.withTransaction(
                        () -> {
                            writing.write(session, batch);
                            return batch;
                        },
                        ProjectionStore.DURABLE);
            }
        }
    }

    private void fold(ClientSession session, int generation, List<Received<CaseEvent>> events) {
        MongoCollection<Document> facts = generations.facts(generation);
        Map<String, F> known = store.known(
                session,
                facts,
                events.stream().map(received -> received.source().aggregateId()).collect(Collectors.toSet()));
        Batch<F> batch = Batch.of(folding, known, events);
        store.move(session, facts, batch);
        store.count(session, generations.cells(generation), batch.deltas());
    }

    private void index(int generation) {
        folding.indexes().forEach(fields -> generations.cells(generation).createIndex(Indexes.ascending(fields)));
        folding.factIndexes().forEach(fields -> generations.facts(generation).createIndex(Indexes.ascending(fields)));
    }

    /** Fills a generation that does not count yet. */
    private final class Beside implements EventHandler<CaseEvent> {

        private final int generation;

        private Beside(int generation) {
            this.generation = generation;
        }

        @Override
        public Consumption consumption() {
            return Projection.this.consumption();
        }

        @Override
        public Map<Source, Position> positions(Collection<Source> sources) {
            return Projection.this.positions(generation, sources);
        }

        @Override
        public void apply(List<Received<CaseEvent>> events) {
            inBatches(events, (session, batch) -> fold(session, generation, batch));
        }

        @Override
        public void park(Source source, Position before, Position after) {
            Projection.this.park(generation, source, before, after);
        }
    }
}
