package org.redress.intake.tracking;

import java.time.Duration;
import org.redress.intake.petitions.Petition;

/** What a receipt and an access code are good for. */
public sealed interface Checked {

    /**
     * They belong together.
     *
     * @param petition their petition
     */
    record Held(Petition petition) implements Checked {}

    /** They do not, or there is no such receipt: which of the two is not told. */
    record Wrong() implements Checked {}

    /**
     * Too many wrong tries with this receipt.
     *
     * @param retryAfter time until the next try
     */
    record Locked(Duration retryAfter) implements Checked {}
}
