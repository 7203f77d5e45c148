package org.redress.platform.publishing;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.redress.contracts.Topic;
import org.redress.platform.looping.Loops;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Makes the store of each kind of aggregate a service publishes from. */
public final class AggregateStores implements DisposableBean {

    private final MongoTemplate mongo;
    private final Publisher publisher;
    private final Loops loops;
    private final MeterRegistry meters;
    private final List<GroupedInserts> inserts = new ArrayList<>();

    AggregateStores(MongoTemplate mongo, Publisher publisher, Loops loops, MeterRegistry meters) {
        this.mongo = mongo;
        this.publisher = publisher;
        this.loops = loops;
        this.meters = meters;
    }

    /** The store of this aggregate, whose events go to a topic; make it once and keep it as a bean. */
    public <A extends Aggregate> AggregateStore<A> of(Class<A> type, Topic topic) {
        return of(type, topic, aggregates -> {});
    }

    /**
     * The store of an aggregate that refers to documents beside it.
     *
     * @param beforehand writes what these aggregates refer to, before each write of theirs; done twice it changes nothing
     */
    public synchronized <A extends Aggregate> AggregateStore<A> of(
            Class<A> type, Topic topic, Consumer<Collection<A>> beforehand) {
        String name = mongo.getCollectionName(type);
        MongoCollection<Document> collection = mongo.getDb()
                .getCollection(name)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
        publisher.publishFrom(collection, topic);
        GroupedInserts grouped = new GroupedInserts(collection, loops);
        inserts.add(grouped);
        return new AggregateStore<>(
                collection,
                new AggregateDocuments<>(mongo.getConverter(), type),
                grouped,
                publisher,
                beforehand,
                new MongoErrors(),
                new IllDocuments(name, meters));
    }

    @Override
    public void destroy() {
        inserts.forEach(GroupedInserts::close);
    }
}
