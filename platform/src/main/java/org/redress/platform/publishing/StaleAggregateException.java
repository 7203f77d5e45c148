package org.redress.platform.publishing;

import org.springframework.dao.OptimisticLockingFailureException;

/** Somebody else changed the document since it was read; nothing was written. */
public final class StaleAggregateException extends OptimisticLockingFailureException {

    private static final long serialVersionUID = 1L;

    StaleAggregateException(String id) {
        super("changed by someone else: " + id);
    }
}
