package org.redress.tools.verifying;

import com.mongodb.MongoException;
import org.redress.contracts.NewerEventException;
import org.redress.contracts.UndecodableEventException;
import org.redress.tools.Terminal;
import org.redress.tools.UsageException;

/**
 * What a command does with the databases.
 *
 * @param <T> what comes of it
 */
@FunctionalInterface
interface Reading<T> {

    /** Does it. */
    T of(Databases databases) throws InterruptedException;

    /**
     * Does it with the databases the terminal's environment names.
     *
     * @throws UsageException when they cannot be read
     */
    static <T> T from(Terminal terminal, Reading<T> reading) throws InterruptedException {
        try (Databases databases = Databases.open(terminal)) {
            return reading.of(databases);
        } catch (MongoException e) {
            throw new UsageException("The databases cannot be read: " + e.getMessage());
        } catch (NewerEventException | UndecodableEventException e) {
            throw new UsageException(
                    "A stored event cannot be read (" + e.getMessage() + "). Are these tools older than the services?");
        }
    }
}
