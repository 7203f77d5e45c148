package org.redress.platform.pipeline;

import org.redress.contracts.Topic;
import org.redress.platform.publishing.AggregateStore;
import org.redress.platform.publishing.AggregateStores;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A service that publishes notes and reads its own events, to try the platform on a real broker and database. */
@SpringBootApplication
class PipelineApplication {

    @Bean
    AggregateStore<Note> notes(AggregateStores stores) {
        return stores.of(Note.class, Topic.CASES);
    }

    @Bean
    NoteReader noteReader(MongoTemplate mongo) {
        return new NoteReader(mongo, "read");
    }

    @Bean
    SecondReader secondReader(MongoTemplate mongo) {
        return new SecondReader(mongo);
    }
}
