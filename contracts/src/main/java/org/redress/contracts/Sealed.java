package org.redress.contracts;

/**
 * A text sealed at the door: AES-256-GCM under a data key, which is itself sealed for the readers' key pair.
 *
 * @param algorithm how it was sealed, such as {@code HPKE-X25519+A256GCM/1}
 * @param keyId short digest of {@code sealedKey}: texts of one process and minute share a data key
 * @param sealedKey the data key, sealed with HPKE
 * @param ciphertext nonce, ciphertext and tag; associated data are the petition id and the field's name
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; JSON writes the bytes as Base64
public record Sealed(String algorithm, String keyId, byte[] sealedKey, byte[] ciphertext) {}
