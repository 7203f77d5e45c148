package org.redress.intake.requests;

import org.redress.intake.petitions.KeptRequest;

/** What became of a request at the door. */
public sealed interface Asked {

    /**
     * It is a new request.
     *
     * @param request what is kept of it
     */
    record Taken(KeptRequest request) implements Asked {}

    /**
     * It was taken before, with the same words.
     *
     * @param request what was kept then
     */
    record Repeated(KeptRequest request) implements Asked {}

    /**
     * Its key belongs to a request that says something else.
     *
     * @param first that request
     */
    record KeyTaken(KeptRequest first) implements Asked {}

    /** The petition has as many requests as it may have. */
    record TooMany() implements Asked {}

    /** With its words the petition's requests would say more than they may. */
    record TooLong() implements Asked {}

    /** Others kept changing the petition; nothing was taken. */
    record Busy() implements Asked {}
}
