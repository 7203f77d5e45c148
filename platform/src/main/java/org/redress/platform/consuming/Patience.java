package org.redress.platform.consuming;

import java.time.Duration;
import org.redress.platform.sealing.UnknownKeyException;

/**
 * How long a record may fail before it is judged bad; not at all judges at the first failure.
 *
 * @param bad with any failure that is no outage
 * @param key with one for want of a key, which is brought to every service in its turn
 */
record Patience(Duration bad, Duration key) {

    Duration with(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownKeyException) {
                return key;
            }
        }
        return bad;
    }
}
