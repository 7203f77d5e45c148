package org.redress.platform.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Sealed;

/** Opens what was sealed for its private key; opened data keys are kept in memory, the latest used first. */
public final class Opener {

    private static final int KEPT_KEYS = 1_024;

    /** What is sealed with a key that has an id begins with this and the id. */
    private static final byte WITH_ID = 1;

    private final Supplier<HybridDecrypt> reader;
    private final Predicate<String> holds;
    private final LatestKeys keys;

    /**
     * With a private key.
     *
     * @throws KeyFileException when the key cannot open, as a public one
     */
    public Opener(KeysetHandle privateKey) {
        this(privateKey, KEPT_KEYS);
    }

    Opener(KeysetHandle privateKey, int keptKeys) {
        HybridDecrypt fixed = readerOf(privateKey);
        this.reader = () -> fixed;
        this.holds = id -> true;
        this.keys = new LatestKeys(keptKeys);
    }

    /** With the private keys there are when it opens; where the one it needs is not among them, the file is read again. */
    Opener(KeyFile<HybridDecrypt> file) {
        this.reader = file;
        this.holds = file::holds;
        this.keys = new LatestKeys(KEPT_KEYS);
    }

    static HybridDecrypt readerOf(KeysetHandle privateKey) {
        try {
            HybridConfig.register();
            return privateKey.getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class);
        } catch (GeneralSecurityException e) {
            throw new KeyFileException("This key cannot open: a private HPKE key is needed.", e);
        }
    }

    /**
     * The text as it was before it was sealed.
     *
     * @throws UnknownKeyException when the key it was sealed for is not here, which may yet come
     * @throws UnopenableException when it was sealed for another petition or field, or was changed since
     */
    public byte[] open(String petitionId, String field, Sealed sealed) {
        if (!Envelope.ALGORITHM.equals(sealed.algorithm())) {
            throw new UnopenableException(petitionId, field, null);
        }
        try {
            return dataKey(petitionId, field, sealed)
                    .decrypt(sealed.ciphertext(), Envelope.associatedData(petitionId, field));
        } catch (GeneralSecurityException e) {
            throw new UnopenableException(petitionId, field, e);
        }
    }

    /** Number of opened data keys in memory. */
    int keptKeys() {
        synchronized (keys) {
            return keys.size();
        }
    }

    private Aead dataKey(String petitionId, String field, Sealed sealed) throws GeneralSecurityException {
        String digest = Envelope.digest(sealed.sealedKey());
        if (!Envelope.keyId(digest).equals(sealed.keyId())) {
            throw new UnopenableException(petitionId, field, null);
        }
        Aead known = kept(digest);
        if (known == null) {
            requireKey(petitionId, field, sealed.sealedKey());
            known = opened(digest, sealed.sealedKey());
        }
        return known;
    }

    private void requireKey(String petitionId, String field, byte[] sealedKey) {
        if (sealedKey.length > Integer.BYTES && sealedKey[0] == WITH_ID) {
            String id = KeyFile.idOf(ByteBuffer.wrap(sealedKey).getInt(1));
            if (!holds.test(id)) {
                throw new UnknownKeyException(petitionId, field, id);
            }
        }
    }

    private @Nullable Aead kept(String digest) {
        synchronized (keys) {
            return keys.get(digest);
        }
    }

    // Outside the lock: two threads may open the same key at once, which costs time and harms nothing.
    private Aead opened(String digest, byte[] sealedKey) throws GeneralSecurityException {
        Aead aead = new AesGcmJce(reader.get().decrypt(sealedKey, Envelope.keyContext()));
        synchronized (keys) {
            keys.put(digest, aead);
        }
        return aead;
    }

    private static final class LatestKeys extends LinkedHashMap<String, Aead> {

        private static final long serialVersionUID = 1L;
        private final int limit;

        LatestKeys(int limit) {
            super(16, 0.75f, true);
            this.limit = limit;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Aead> eldest) {
            return size() > limit;
        }
    }
}
