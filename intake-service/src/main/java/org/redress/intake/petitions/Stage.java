package org.redress.intake.petitions;

import java.time.Instant;

/**
 * A step on the way of a petition, as its petitioner sees it.
 *
 * @param stage submitted, registered, accepted, declined, answered or closed
 * @param at business time of it
 */
public record Stage(String stage, Instant at) {

    static final String SUBMITTED = "submitted";
}
