package org.redress.intake.requests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.redress.intake.petitions.SubmissionDigests.canonical;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.intake.petitions.KeptRequest;
import org.redress.platform.sealing.Mac;

/** Recognises a repeated request to one petition by keyed digests of its key and of its canonical content. */
final class RequestDigests {

    private static final byte[] KEY = "request key".getBytes(UTF_8);
    private static final byte[] CONTENT = "request".getBytes(UTF_8);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Mac mac;

    /** With the key that no one but intake holds. */
    RequestDigests(Mac mac) {
        this.mac = mac;
    }

    /** What is kept of a request. */
    KeptRequest keep(String id, Ask ask, Instant at) {
        String key = ask.idempotencyKey();
        String keyId = mac.keyId();
        return new KeptRequest(
                id,
                ask.kind(),
                key == null ? null : BASE64.encodeToString(mac.mac(keyParts(ask, key))),
                keyId,
                BASE64.encodeToString(mac.macUnder(keyId, contentParts(ask))),
                ask.length(),
                at);
    }

    /** The request that was handed in with the same key by the same client, also under an earlier HMAC key. */
    Optional<KeptRequest> withKeyOf(Ask ask, List<KeptRequest> kept) {
        Set<String> digests = keysUnderAll(ask, ask.idempotencyKey());
        return kept.stream()
                .filter(request -> request.keyDigest() != null && digests.contains(request.keyDigest()))
                .findFirst();
    }

    /** Whether a request says the same as one that was kept. */
    boolean isContent(Ask ask, KeptRequest kept) {
        byte[] digest = Base64.getUrlDecoder().decode(kept.contentDigest());
        return MessageDigest.isEqual(digest, mac.macUnder(kept.digestKeyId(), contentParts(ask)));
    }

    private Set<String> keysUnderAll(Ask ask, @Nullable String key) {
        return key == null
                ? Set.of()
                : mac.macsUnderAll(keyParts(ask, key)).stream()
                        .map(BASE64::encodeToString)
                        .collect(Collectors.toSet());
    }

    private static byte[][] keyParts(Ask ask, String key) {
        return new byte[][] {KEY, canonical(ask.submitter().scope()), canonical(key)};
    }

    private static byte[][] contentParts(Ask ask) {
        byte[] kind = canonical(ask.kind().wireName() + (ask.redaction() ? " redaction" : ""));
        return new byte[][] {CONTENT, kind, canonical(ask.text())};
    }
}
