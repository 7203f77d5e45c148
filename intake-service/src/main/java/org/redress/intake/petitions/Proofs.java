package org.redress.intake.petitions;

import java.util.List;
import org.redress.intake.receipts.AccessCodes.AccessKey;

/**
 * What is kept so that the petitioner and a repeated request are recognised, without keeping what they said.
 *
 * @param receipt the receipt
 * @param accessKey what the receipt's access code is made with
 * @param digestKeyId id of the HMAC key of the digests
 * @param contentDigest digest of the canonical content
 * @param idempotencyKeys digests of the keys it was handed in with; may be empty
 */
record Proofs(
        String receipt, AccessKey accessKey, String digestKeyId, String contentDigest, List<String> idempotencyKeys) {}
