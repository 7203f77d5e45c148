package org.redress.notification;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import org.redress.contracts.Topic;
import org.redress.notification.notifications.Notification;
import org.redress.notification.planning.Followers;
import org.redress.notification.planning.Planner;
import org.redress.platform.publishing.AggregateStore;
import org.redress.platform.publishing.AggregateStores;
import org.redress.platform.sealing.KeyFiles;
import org.redress.platform.sealing.Opener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The notification service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class NotificationApplication {

    /** Starts it. */
    public static void main(String[] arguments) {
        SpringApplication.run(NotificationApplication.class, arguments);
    }

    @Bean
    AggregateStore<Notification> notificationStore(AggregateStores stores) {
        return stores.of(Notification.class, Topic.DELIVERIES);
    }

    @Bean
    Planner planner(ZoneId zone, ObjectProvider<Followers> followers) {
        return new Planner(zone, followers.getIfAvailable(() -> known -> Optional.empty()));
    }

    @Bean
    KeyFiles keyFiles(@Value("${redress.keys:}") String folder) {
        return new KeyFiles(Path.of(folder.isBlank() ? "(none)" : folder));
    }

    @Bean
    Opener contactOpener(KeyFiles keys) {
        return keys.opener("contact");
    }
}
