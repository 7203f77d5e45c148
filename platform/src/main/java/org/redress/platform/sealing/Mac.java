package org.redress.platform.sealing;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.mac.HmacKey;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed digests (HMAC-SHA256) that stand for a value which is not kept.
 *
 * <p>A keyset may hold several keys: new digests use its primary key, earlier ones can be made again by key id.
 */
public final class Mac {

    private static final String ALGORITHM = "HmacSHA256";

    private final Map<String, SecretKeySpec> keys = new HashMap<>();
    private final String primary;

    /**
     * With a keyset of HMAC keys.
     *
     * @throws KeyFileException when it holds another kind of key
     */
    public Mac(KeysetHandle keyset) {
        for (int i = 0; i < keyset.size(); i++) {
            KeysetHandle.Entry entry = keyset.getAt(i);
            if (entry.getStatus() == KeyStatus.ENABLED) {
                keys.put(idOf(entry), keyOf(entry));
            }
        }
        this.primary = idOf(keyset.getPrimary());
    }

    /** Id of the key that new digests use. */
    public String keyId() {
        return primary;
    }

    /** The digest of the parts under the primary key, 32 bytes; no two lists of parts share one. */
    public byte[] mac(byte[]... parts) {
        return macUnder(primary, parts);
    }

    /**
     * The digest of the parts under the key with this id, 32 bytes.
     *
     * @throws IllegalArgumentException when there is no such key
     */
    public byte[] macUnder(String keyId, byte[]... parts) {
        SecretKeySpec key = keys.get(keyId);
        if (key == null) {
            throw new IllegalArgumentException("there is no key " + keyId);
        }
        try {
            javax.crypto.Mac hmac = javax.crypto.Mac.getInstance(ALGORITHM);
            hmac.init(key);
            return hmac.doFinal(Envelope.framed(parts));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("HMAC failed", e);
        }
    }

    /** The digest of the parts under every key, the primary one's first: all that a kept digest of them may be. */
    public List<byte[]> macsUnderAll(byte[]... parts) {
        List<byte[]> macs = new ArrayList<>(List.of(mac(parts)));
        keys.keySet().stream()
                .filter(keyId -> !keyId.equals(primary))
                .map(keyId -> macUnder(keyId, parts))
                .forEach(macs::add);
        return macs;
    }

    private static String idOf(KeysetHandle.Entry entry) {
        return Integer.toHexString(entry.getId());
    }

    // Earlier keys must stay usable one by one, which the keyset as a whole does not offer.
    @AccessesPartialKey
    private static SecretKeySpec keyOf(KeysetHandle.Entry entry) {
        if (entry.getKey() instanceof HmacKey key) {
            return new SecretKeySpec(key.getKeyBytes().toByteArray(InsecureSecretKeyAccess.get()), ALGORITHM);
        }
        throw new KeyFileException("This keyset holds another key than for HMAC.", null);
    }
}
