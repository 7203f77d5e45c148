package org.redress.platform.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import java.security.GeneralSecurityException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Sealed;

/**
 * Seals texts for the holders of the private key; who seals cannot open.
 *
 * <p>Sealing for a key pair costs about 400 µs, so that it is done once a minute for a data key, under which each text
 * is then sealed in a few microseconds.
 */
public final class Sealer {

    private static final long LIFE_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final HybridEncrypt readers;
    private final LongSupplier nanoTime;
    private volatile @Nullable DataKey current;

    /**
     * For the holders of the private key that belongs to this public one.
     *
     * @throws KeyFileException when the key is not one to seal with
     */
    public Sealer(KeysetHandle publicKey) {
        this(publicKey, System::nanoTime);
    }

    Sealer(KeysetHandle publicKey, LongSupplier nanoTime) {
        try {
            HybridConfig.register();
            this.readers = publicKey.getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class);
        } catch (GeneralSecurityException e) {
            throw new KeyFileException("This key cannot seal: a public HPKE key is needed.", e);
        }
        this.nanoTime = nanoTime;
    }

    /** Seals a text so that it opens for this petition and field only. */
    public Sealed seal(String petitionId, String field, byte[] plain) {
        DataKey key = dataKey();
        try {
            byte[] ciphertext = key.aead().encrypt(plain, Envelope.associatedData(petitionId, field));
            return new Sealed(Envelope.ALGORITHM, key.keyId(), key.sealedKey(), ciphertext);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    private DataKey dataKey() {
        DataKey key = current;
        return key == null || isOld(key) ? renewed() : key;
    }

    private synchronized DataKey renewed() {
        DataKey key = current;
        if (key == null || isOld(key)) {
            key = newDataKey();
            current = key;
        }
        return key;
    }

    private boolean isOld(DataKey key) {
        return nanoTime.getAsLong() - key.bornAt() >= LIFE_NANOS;
    }

    private DataKey newDataKey() {
        byte[] plainKey = Random.randBytes(Envelope.KEY_LENGTH);
        try {
            byte[] sealedKey = readers.encrypt(plainKey, Envelope.keyContext());
            String keyId = Envelope.keyId(Envelope.digest(sealedKey));
            return new DataKey(new AesGcmJce(plainKey), keyId, sealedKey, nanoTime.getAsLong());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a data key could not be sealed", e);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // held in one field, compared by nobody
    private record DataKey(Aead aead, String keyId, byte[] sealedKey, long bornAt) {}
}
