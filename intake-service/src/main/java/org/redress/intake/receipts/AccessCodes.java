package org.redress.intake.receipts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import org.redress.platform.sealing.Mac;

/**
 * Makes the access code that belongs to a receipt: nothing of it is stored, and a repeat gets the same one.
 *
 * <p>16 characters, 80 bits, of an HMAC over the receipt and the code's generation.
 */
public final class AccessCodes {

    private static final int LENGTH = 16;
    private static final byte[] PURPOSE = "access code".getBytes(UTF_8);

    private final Mac mac;

    /** With the key that no one but intake holds. */
    public AccessCodes(Mac mac) {
        this.mac = mac;
    }

    /** How the code of a receipt given out now is made. */
    public AccessKey current() {
        return new AccessKey(mac.keyId(), 1);
    }

    /** The code of this receipt. */
    public String code(String receipt, AccessKey key) {
        byte[] generation = {(byte) key.generation()};
        return Crockford.encode(mac.macUnder(key.keyId(), PURPOSE, receipt.getBytes(UTF_8), generation), LENGTH);
    }

    /** Whether a code, however it was typed, is this receipt's; takes the same time whichever it is. */
    public boolean matches(String written, String receipt, AccessKey key) {
        byte[] given = Crockford.normalise(written).getBytes(UTF_8);
        return MessageDigest.isEqual(given, code(receipt, key).getBytes(UTF_8));
    }

    /**
     * What a receipt's code is made with, kept beside the receipt.
     *
     * @param keyId id of the HMAC key
     * @param generation 1, raised when a new code is given out for the same receipt; at most 127
     */
    public record AccessKey(String keyId, int generation) {}
}
