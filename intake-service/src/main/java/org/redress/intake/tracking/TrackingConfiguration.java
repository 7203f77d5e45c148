package org.redress.intake.tracking;

import java.time.Duration;
import org.redress.platform.sealing.Mac;
import org.redress.platform.time.RealTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;

/** Where wrong tries are counted. */
@Configuration(proxyBeanMethods = false)
class TrackingConfiguration {

    @Bean
    WrongTries wrongTries(MongoOperations mongo, Mac receiptsMac) {
        mongo.indexOps(WrongTries.COLLECTION)
                .createIndex(new Index(WrongTries.EXPIRES, Direction.ASC).expire(Duration.ZERO));
        return new WrongTries(mongo, receiptsMac, RealTime.source());
    }
}
