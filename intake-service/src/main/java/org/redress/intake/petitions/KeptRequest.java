package org.redress.intake.petitions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What intake keeps of a petitioner's request, so that a repeat is recognised without keeping what it said.
 *
 * @param id id of the request
 * @param kind what was asked for
 * @param keyDigest digest of the key it was handed in with; absent without one
 * @param digestKeyId id of the HMAC key of the digests
 * @param contentDigest digest of the canonical content
 * @param length characters of its words
 * @param at business time intake took it
 */
public record KeptRequest(
        String id,
        RequestKind kind,
        @Nullable String keyDigest,
        String digestKeyId,
        String contentDigest,
        int length,
        Instant at) {}
