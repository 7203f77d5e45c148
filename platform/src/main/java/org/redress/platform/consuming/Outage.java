package org.redress.platform.consuming;

import com.mongodb.MongoClientException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoWriteConcernException;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;

/** Tells an absent store or broker, which passes by itself, from a record that will never apply. */
final class Outage {

    /** Codes by which the server says "not now": shutting down, no primary, disk full, write concern not met. */
    private static final Set<Integer> NOT_NOW =
            Set.of(6, 7, 24, 50, 64, 89, 91, 112, 189, 251, 262, 9001, 10107, 11600, 11602, 13435, 13436, 14031, 18);

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
            case MongoException store -> isOutage(store);
            default -> false;
        };
    }

    private static boolean isOutage(MongoException e) {
        return e instanceof MongoSocketException
                || e instanceof MongoClientException
                || e instanceof MongoNotPrimaryException
                || e instanceof MongoNodeIsRecoveringException
                || e instanceof MongoWriteConcernException
                || e instanceof MongoExecutionTimeoutException
                || e.hasErrorLabel("RetryableWriteError")
                || e.hasErrorLabel("TransientTransactionError")
                || NOT_NOW.contains(e.getCode());
    }
}
