package org.redress.local.keys;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyTemplates;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.mac.MacConfig;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.IntStream;

/** Keys of one kind in the order they were made: the primary one seals or digests, all of them open or verify. */
final class Keyset {

    private static final String SEALING = "DHKEM_X25519_HKDF_SHA256_HKDF_SHA256_AES_256_GCM";
    private static final String DIGESTING = "HMAC_SHA256_256BITTAG";

    static {
        try {
            HybridConfig.register();
            MacConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The kinds of keys are not available", e);
        }
    }

    private final KeysetHandle keys;

    private Keyset(KeysetHandle keys) {
        this.keys = keys;
    }

    /** One new key: of a pair that seals and opens, or one that makes digests. */
    static Keyset generate(boolean pair) {
        try {
            return new Keyset(KeysetHandle.generateNew(
                    KeyTemplates.get(pair ? SEALING : DIGESTING).toParameters(), RegistryConfiguration.get()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key cannot be made", e);
        }
    }

    static Keyset parse(String json) throws GeneralSecurityException {
        return new Keyset(TinkJsonProtoKeysetFormat.parseKeyset(
                json, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
    }

    /** Ids of all keys, the oldest first. */
    List<String> ids() {
        return IntStream.range(0, keys.size())
                .mapToObj(keys::getAt)
                .map(Keyset::idOf)
                .toList();
    }

    String primary() {
        return idOf(keys.getPrimary());
    }

    String newest() {
        return ids().getLast();
    }

    /** With one more key of the same kind, which nothing is sealed or digested with yet. */
    Keyset withAnother() {
        try {
            return new Keyset(KeysetHandle.newBuilder(keys)
                    .addEntry(KeysetHandle.generateEntryFromParameters(
                                    keys.getPrimary().getKey().getParameters())
                            .withRandomId())
                    .build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key cannot be made", e);
        }
    }

    /** With the newest key as the one to seal or digest with. */
    Keyset withNewestPrimary() {
        try {
            KeysetHandle.Builder builder = KeysetHandle.newBuilder(keys);
            builder.getAt(keys.size() - 1).makePrimary();
            return new Keyset(builder.build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key cannot be made the primary one", e);
        }
    }

    String secretJson() {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(
                    keys, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The keys cannot be written", e);
        }
    }

    String publicJson() {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(
                    keys.getPublicKeysetHandle(), RegistryConfiguration.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The public keys cannot be written", e);
        }
    }

    /** As services name a key: its number in hexadecimal. */
    private static String idOf(KeysetHandle.Entry key) {
        return Integer.toHexString(key.getId());
    }
}
