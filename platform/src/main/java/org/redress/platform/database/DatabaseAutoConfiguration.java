package org.redress.platform.database;

import com.mongodb.client.MongoClient;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Bounds every call to the database by time, whatever it waits for: a server, a connection, an answer, a retry. */
@AutoConfiguration(beforeName = "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration")
public class DatabaseAutoConfiguration {

    private static final int CONNECT_SECONDS = 5;

    @Bean
    MongoClientSettingsBuilderCustomizer timedCalls(@Value("${redress.database.timeout:20s}") Duration inAll) {
        return settings -> settings.timeout(inAll.toMillis(), TimeUnit.MILLISECONDS)
                .applyToSocketSettings(socket -> socket.connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS));
    }

    @Bean
    static DocumentIndexes documentIndexes(ObjectProvider<MongoClient> client) {
        return new DocumentIndexes(client);
    }

    @Bean
    PatientMongo patientMongo(MongoClient client, MongoTemplate mongo) {
        return new PatientMongo(client, mongo);
    }
}
