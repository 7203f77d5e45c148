package org.redress.platform.sealing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.redress.platform.looping.Loop;
import org.redress.platform.observing.RedressMetric;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Lets a service that holds keys tell which ones it has in use, and whether a file is refused. */
@AutoConfiguration
@ConditionalOnBean(KeyFiles.class)
public class SealingAutoConfiguration {

    @Bean
    KeysEndpoint keysEndpoint(KeyFiles keys, MeterRegistry meters) {
        Gauge.builder(RedressMetric.KEYS_REFUSED.metricName(), keys, KeyFiles::refused)
                .description("Key files that are refused as they now are; the keys read before stay in use")
                .register(meters);
        return new KeysEndpoint(keys);
    }

    @Bean
    Loop watchingKeys(
            KeyFiles keys,
            MongoTemplate mongo,
            MeterRegistry meters,
            @Value("${redress.key-files.age-every:1m}") Duration every) {
        return Loop.every("watching-keys", every, new KeyAges(keys, mongo, meters)::look);
    }

    @Bean
    Loop followingKeys(KeyFiles keys, @Value("${redress.key-files.look-every:2s}") Duration every) {
        return Loop.every("following-keys", every, keys::follow);
    }
}
