package org.redress.platform.limits;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/** Where the bucket of a client is kept; neither kind grows with the number of those who ask. */
final class Buckets {

    // More names than an issuer vouches for.
    private static final int NAMES = 100_000;

    /** A power of two. */
    static final int SHARES = 1 << 14;

    private static final int SALT_BYTES = 16;

    private Buckets() {}

    /** For clients that proved who they are: a bucket each. Who was idle for the whole time has a full one anyway. */
    static Function<String, Bucket> each(Rate rate) {
        Cache<String, Bucket> buckets = Caffeine.newBuilder()
                .maximumSize(NAMES)
                .expireAfterAccess(rate.per())
                .build();
        return client -> buckets.get(client, name -> rate.bucket());
    }

    /**
     * For anybody: a fixed number of buckets, and each client has its share in one of them by a digest nobody else
     * can reckon. Many addresses can therefore fill no memory and push nobody out; one client can neither get a new
     * bucket nor choose with whom to share.
     */
    static Function<String, Bucket> shared(Rate rate) {
        AtomicReferenceArray<Bucket> buckets = new AtomicReferenceArray<>(SHARES);
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return client -> {
            int share = share(salt, client);
            Bucket known = buckets.get(share);
            if (known == null) {
                buckets.compareAndSet(share, null, rate.bucket());
                return buckets.get(share);
            }
            return known;
        };
    }

    private static int share(byte[] salt, String client) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return ByteBuffer.wrap(digest.digest(client.getBytes(UTF_8))).getInt() & (SHARES - 1);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
