package org.redress.platform.sealing;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.subtle.Random;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
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
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final SecureRandom NONCES = new SecureRandom();

    private final Supplier<HybridEncrypt> readers;
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
        HybridEncrypt fixed = readersOf(publicKey);
        this.readers = () -> fixed;
        this.nanoTime = nanoTime;
    }

    /** For whom these readers are when it seals. */
    Sealer(Supplier<HybridEncrypt> readers) {
        this.readers = readers;
        this.nanoTime = System::nanoTime;
    }

    static HybridEncrypt readersOf(KeysetHandle publicKey) {
        try {
            HybridConfig.register();
            return publicKey.getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class);
        } catch (GeneralSecurityException e) {
            throw new KeyFileException("This key cannot seal: a public HPKE key is needed.", e);
        }
    }

    /** Seals a text so that it opens for this petition and field only. */
    public Sealed seal(String petitionId, String field, byte[] plain) {
        DataKey key = dataKey();
        try {
            byte[] ciphertext = encrypted(key.key(), plain, Envelope.associatedData(petitionId, field));
            return new Sealed(Envelope.ALGORITHM, key.keyId(), key.sealedKey(), ciphertext);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    /**
     * What Tink's own AES-GCM writes and reads: nonce, ciphertext, tag. Tink draws the nonce from a generator it keeps
     * for each thread, which each request's virtual thread would set up anew, at many times the price of the sealing.
     */
    private static byte[] encrypted(SecretKey key, byte[] plain, byte[] associatedData)
            throws GeneralSecurityException {
        byte[] sealed = new byte[NONCE_BYTES + plain.length + TAG_BYTES];
        byte[] nonce = new byte[NONCE_BYTES];
        NONCES.nextBytes(nonce);
        System.arraycopy(nonce, 0, sealed, 0, NONCE_BYTES);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        cipher.updateAAD(associatedData);
        cipher.doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
        return sealed;
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
        return !key.readers().equals(readers.get()) || nanoTime.getAsLong() - key.bornAt() >= LIFE_NANOS;
    }

    private DataKey newDataKey() {
        HybridEncrypt now = readers.get();
        byte[] plainKey = Random.randBytes(Envelope.KEY_LENGTH);
        try {
            byte[] sealedKey = now.encrypt(plainKey, Envelope.keyContext());
            String keyId = Envelope.keyId(Envelope.digest(sealedKey));
            return new DataKey(new SecretKeySpec(plainKey, "AES"), keyId, sealedKey, now, nanoTime.getAsLong());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a data key could not be sealed", e);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // held in one field, compared by nobody
    private record DataKey(SecretKey key, String keyId, byte[] sealedKey, HybridEncrypt readers, long bornAt) {}
}
