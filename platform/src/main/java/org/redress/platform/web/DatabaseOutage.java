package org.redress.platform.web;

import com.mongodb.MongoException;
import org.redress.platform.database.NotNow;
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
            if (isSpring(e) || (e instanceof MongoException driver && NotNow.is(driver))) {
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
}
