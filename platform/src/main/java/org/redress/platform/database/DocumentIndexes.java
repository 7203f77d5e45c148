package org.redress.platform.database;

import com.mongodb.client.MongoClient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.data.mapping.context.MappingContext;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.MongoPersistentEntityIndexResolver;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoPersistentEntity;
import org.springframework.data.mongodb.core.mapping.MongoPersistentProperty;

/**
 * Builds the indexes that documents declare before anything is read or written. On a large collection that takes longer than
 * a call may otherwise, and one that was broken off would keep the service from ever starting.
 */
final class DocumentIndexes implements BeanPostProcessor {

    private final ObjectProvider<MongoClient> client;

    DocumentIndexes(ObjectProvider<MongoClient> client) {
        this.client = client;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof MongoTemplate usual) {
            build(new PatientMongo(client.getObject(), usual).template());
        }
        return bean;
    }

    private static void build(MongoTemplate mongo) {
        MappingContext<? extends MongoPersistentEntity<?>, MongoPersistentProperty> documents =
                mongo.getConverter().getMappingContext();
        MongoPersistentEntityIndexResolver indexes = new MongoPersistentEntityIndexResolver(documents);
        for (MongoPersistentEntity<?> document : documents.getPersistentEntities()) {
            if (document.isAnnotationPresent(Document.class)) {
                indexes.resolveIndexFor(document.getTypeInformation())
                        .forEach(mongo.indexOps(document.getType())::createIndex);
            }
        }
    }
}
