package org.redress.platform.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** What sealer and opener agree on: the algorithm's name and the data bound to each ciphertext. */
final class Envelope {

    /** Data key sealed with HPKE (X25519, HKDF-SHA256, AES-256-GCM), text under AES-256-GCM; first version. */
    static final String ALGORITHM = "HPKE-X25519+A256GCM/1";

    /** Length of a data key in bytes. */
    static final int KEY_LENGTH = 32;

    private static final int KEY_ID_LENGTH = 16;

    private Envelope() {}

    /** What the sealed data key is bound to. */
    static byte[] keyContext() {
        return ALGORITHM.getBytes(StandardCharsets.UTF_8);
    }

    /** What a ciphertext is bound to, so that it opens at its own petition and field only. */
    static byte[] associatedData(String petitionId, String field) {
        return framed(bytes(ALGORITHM), bytes(petitionId), bytes(field));
    }

    /** Full digest of a sealed data key, lower-case hexadecimal. */
    static String digest(byte[] sealedKey) {
        return HexFormat.of().formatHex(sha256(sealedKey));
    }

    /** The short id under which a sealed data key is named. */
    static String keyId(String digest) {
        return digest.substring(0, KEY_ID_LENGTH);
    }

    /** Each part behind its length, so that no two lists of parts give the same bytes. */
    static byte[] framed(byte[]... parts) {
        int length = Arrays.stream(parts)
                .mapToInt(part -> Integer.BYTES + part.length)
                .sum();
        ByteBuffer buffer = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            buffer.putInt(part.length).put(part);
        }
        return buffer.array();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
