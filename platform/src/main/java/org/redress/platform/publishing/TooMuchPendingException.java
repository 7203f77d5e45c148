package org.redress.platform.publishing;

import org.springframework.dao.TransientDataAccessResourceException;

/** So many events of one document wait for the broker that it takes no change until they are published; nothing was written. */
public final class TooMuchPendingException extends TransientDataAccessResourceException {

    private static final long serialVersionUID = 1L;

    TooMuchPendingException(String id, long bytes, long limit) {
        super("events of " + id + " wait to be published: " + bytes + " bytes, the limit is " + limit);
    }
}
