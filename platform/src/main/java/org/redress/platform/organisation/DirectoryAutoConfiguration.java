package org.redress.platform.organisation;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Gives the directory to every service that is named among the consumers of the organisation. */
@AutoConfiguration
@Conditional(DirectoryAutoConfiguration.Followed.class)
public class DirectoryAutoConfiguration {

    @Bean
    Directories directories(MongoTemplate mongo) {
        return new Directories(mongo);
    }

    @Bean
    DirectoryEventHandler directoryEventHandler(Directories directories, ObjectProvider<LedgerHeadListener> heads) {
        return new DirectoryEventHandler(directories, heads.getIfAvailable(() -> head -> {}));
    }

    /** Whether the service is one of those. */
    static final class Followed implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return Binder.get(context.getEnvironment())
                    .bind("redress.consumers.organisation", Bindable.listOf(String.class))
                    .orElse(List.of())
                    .contains(context.getEnvironment().getProperty("spring.application.name", ""));
        }
    }
}
