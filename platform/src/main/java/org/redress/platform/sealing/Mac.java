package org.redress.platform.sealing;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.mac.HmacKey;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed digests (HMAC-SHA256) that stand for a value which is not kept.
 *
 * <p>A keyset may hold several keys: new digests use its primary key, earlier ones can be made again by key id.
 */
public final class Mac {

    private static final String ALGORITHM = "HmacSHA256";

    private final Supplier<Keys> keys;

    /**
     * With a keyset of HMAC keys.
     *
     * @throws KeyFileException when it holds another kind of key
     */
    public Mac(KeysetHandle keyset) {
        Keys fixed = keysOf(keyset);
        this.keys = () -> fixed;
    }

    /** With the keys there are when it digests. */
    Mac(Supplier<Keys> keys) {
        this.keys = keys;
    }

    /** Id of the key that new digests use; it may be another one at the next call. */
    public String keyId() {
        return keys.get().primary();
    }

    /** The digest of the parts under the primary key, 32 bytes; no two lists of parts share one. */
    public byte[] mac(byte[]... parts) {
        return keys.get().first().digest(parts);
    }

    /**
     * The digest of the parts under the key with this id, 32 bytes.
     *
     * @throws IllegalArgumentException when there is no such key
     */
    public byte[] macUnder(String keyId, byte[]... parts) {
        Key key = keys.get().all().get(keyId);
        if (key == null) {
            throw new IllegalArgumentException("there is no key " + keyId);
        }
        return key.digest(parts);
    }

    /** The digest of the parts under every key, the primary one's first: all that a kept digest of them may be. */
    public List<byte[]> macsUnderAll(byte[]... parts) {
        Keys now = keys.get();
        List<byte[]> macs = new ArrayList<>(List.of(now.first().digest(parts)));
        now.all().forEach((keyId, key) -> {
            if (!keyId.equals(now.primary())) {
                macs.add(key.digest(parts));
            }
        });
        return macs;
    }

    static Keys keysOf(KeysetHandle keyset) {
        Map<String, Key> keys = new LinkedHashMap<>();
        for (int i = 0; i < keyset.size(); i++) {
            KeysetHandle.Entry entry = keyset.getAt(i);
            if (entry.getStatus() == KeyStatus.ENABLED) {
                keys.put(KeyFile.idOf(entry), keyOf(entry));
            }
        }
        String primary = KeyFile.idOf(keyset.getPrimary());
        return new Keys(primary, Objects.requireNonNull(keys.get(primary)), keys);
    }

    // Earlier keys must stay usable one by one, which the keyset as a whole does not offer.
    @AccessesPartialKey
    private static Key keyOf(KeysetHandle.Entry entry) {
        if (entry.getKey() instanceof HmacKey key) {
            return new Key(new SecretKeySpec(key.getKeyBytes().toByteArray(InsecureSecretKeyAccess.get()), ALGORITHM));
        }
        throw new KeyFileException("This keyset holds another key than for HMAC.", null);
    }

    /** All keys at one moment. */
    record Keys(String primary, Key first, Map<String, Key> all) {}

    /** One key. */
    record Key(SecretKeySpec key) {

        byte[] digest(byte[]... parts) {
            try {
                javax.crypto.Mac hmac = javax.crypto.Mac.getInstance(ALGORITHM);
                hmac.init(key);
                return hmac.doFinal(Envelope.framed(parts));
            } catch (NoSuchAlgorithmException | InvalidKeyException e) {
                throw new IllegalStateException("HMAC failed", e);
            }
        }
    }
}
