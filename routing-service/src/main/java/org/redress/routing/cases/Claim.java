package org.redress.routing.cases;

import java.time.Instant;

/**
 * Keeps other instances from firing the same case at the same moment; the guarded write is what forbids it.
 *
 * @param until when it lapses, in the database's time
 * @param by who claimed
 */
public record Claim(Instant until, String by) {}
