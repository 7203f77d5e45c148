package org.redress.platform.web;

import com.mongodb.MongoClientException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoWriteConcernException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells a database that is away from a request that is wrong. */
final class DatabaseOutage {

    private DatabaseOutage() {}

    static boolean is(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (isSpring(e) || isDriver(e)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSpring(Throwable e) {
        // A document that somebody else changed is there all right.
        return e instanceof DataAccessResourceFailureException
                || (e instanceof TransientDataAccessException && !(e instanceof ConcurrencyFailureException))
                || e instanceof QueryTimeoutException
                || e instanceof CannotCreateTransactionException;
    }

    private static boolean isDriver(Throwable e) {
        return e instanceof MongoSocketException
                || e instanceof MongoNotPrimaryException
                || e instanceof MongoNodeIsRecoveringException
                || e instanceof MongoInterruptedException
                || e instanceof MongoWriteConcernException
                // No server to be had, a pool that was cleared, a session that could not be opened.
                || e instanceof MongoClientException
                || (e instanceof MongoException mongo && mongo.hasErrorLabel("RetryableWriteError"));
    }
}
