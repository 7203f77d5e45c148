package org.redress.platform.pipeline;

import java.util.List;
import java.util.function.Consumer;
import org.redress.contracts.Topic;
import org.redress.platform.consuming.EventConsumers;
import org.redress.platform.publishing.AggregateStore;
import org.redress.platform.publishing.AggregateStores;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.messaging.Message;

/** A service that publishes notes and reads its own events, to try the platform on a real broker and database. */
@SpringBootApplication
class PipelineApplication {

    @Bean
    AggregateStore<Note> notes(AggregateStores stores) {
        return stores.of(Note.class, Topic.CASES);
    }

    @Bean
    NoteReader noteReader(MongoTemplate mongo) {
        return new NoteReader(mongo);
    }

    @Bean
    Consumer<Message<List<byte[]>>> cases(EventConsumers consumers, NoteReader reader) {
        return consumers.consumer(reader);
    }
}
