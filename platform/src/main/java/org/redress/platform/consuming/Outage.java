package org.redress.platform.consuming;

import com.mongodb.MongoException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.redress.platform.database.NotNow;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;

/** Tells an absent store or broker, which passes by itself, from a record that will never apply. */
final class Outage {

    private Outage() {}

    static boolean is(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (isOutage(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutage(Throwable cause) {
        if (cause instanceof RecordTooLargeException || cause instanceof SerializationException) {
            return false;
        }
        return switch (cause) {
            case InterruptedException interrupted -> true;
            case KafkaException broker -> true;
            case DataAccessResourceFailureException store -> true;
            case ConcurrencyFailureException lock -> false;
            case TransientDataAccessException store -> true;
            case MongoException store -> NotNow.is(store);
            default -> false;
        };
    }
}
