package org.redress.platform.database;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

/** The database for what may take long and nobody waits for: it ends too, but later. */
public final class PatientMongo {

    /** So long one call may take, with all its retries. */
    static final Duration PATIENCE = Duration.ofMinutes(30);

    private final MongoTemplate template;

    PatientMongo(MongoClient client, MongoTemplate usual) {
        this.template = new MongoTemplate(new Databases(client, usual.getDb().getName()), usual.getConverter());
    }

    /** The same documents as everywhere. */
    public MongoTemplate template() {
        return template;
    }

    private static final class Databases extends SimpleMongoClientDatabaseFactory {

        Databases(MongoClient client, String name) {
            super(client, name);
        }

        @Override
        protected MongoDatabase doGetMongoDatabase(String name) {
            return super.doGetMongoDatabase(name).withTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
