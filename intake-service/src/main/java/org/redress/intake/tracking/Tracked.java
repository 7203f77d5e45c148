package org.redress.intake.tracking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.redress.intake.petitions.Stage;

/** Answer to a question for the way of a petition. */
public sealed interface Tracked {

    /**
     * Receipt and access code belong together.
     *
     * @param receipt the receipt
     * @param asOf business time of the answer
     * @param stages the way so far, oldest first
     */
    record Shown(String receipt, Instant asOf, List<Stage> stages) implements Tracked {}

    /** They do not, or there is no such receipt: which of the two is not told. */
    record Wrong() implements Tracked {}

    /**
     * Too many wrong tries with this receipt.
     *
     * @param retryAfter time until the next try
     */
    record Locked(Duration retryAfter) implements Tracked {}
}
