package org.redress.platform.database;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoWriteConcernException;
import java.util.Set;

/** Tells a database that is away, and comes back by itself, from one that refuses what it is given. */
public final class NotNow {

    /** Codes by which the server says so: shutting down, no primary, disk full, write concern not met. */
    private static final Set<Integer> CODES =
            Set.of(6, 7, 24, 50, 64, 89, 91, 112, 189, 251, 262, 9001, 10107, 11600, 11602, 13435, 13436, 14031, 18);

    private NotNow() {}

    /** Whether the same may succeed later. */
    public static boolean is(MongoException e) {
        return e instanceof MongoSocketException
                || e instanceof MongoInterruptedException
                // No server to be had, a pool that was cleared, a session that could not be opened, a call out of time.
                || e instanceof MongoClientException
                || e instanceof MongoNotPrimaryException
                || e instanceof MongoNodeIsRecoveringException
                || e instanceof MongoWriteConcernException
                || e instanceof MongoExecutionTimeoutException
                || e.hasErrorLabel("RetryableWriteError")
                || e.hasErrorLabel("TransientTransactionError")
                || CODES.contains(e.getCode())
                || (e instanceof MongoBulkWriteException writes && anyOf(writes));
    }

    /** Many writes have a code each, and none together. */
    private static boolean anyOf(MongoBulkWriteException e) {
        return e.getWriteConcernError() != null
                || e.getWriteErrors().stream().anyMatch(error -> CODES.contains(error.getCode()));
    }
}
