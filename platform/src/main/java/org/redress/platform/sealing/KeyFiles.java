package org.redress.platform.sealing;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.mac.MacConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * The keys a service may hold: Tink keysets as JSON in a folder that nobody but its owner may enter.
 *
 * <p>What seals, opens and digests with them follows the files, so that keys can change under a running service.
 */
public final class KeyFiles {

    private final Path folder;
    private final List<KeyFile<?>> followed = new CopyOnWriteArrayList<>();

    /**
     * The keys in a folder.
     *
     * @throws KeyFileException when there is no such folder, or others may enter it (more rights than 0700)
     */
    public KeyFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new KeyFileException("There is no key folder " + folder + ". Set REDRESS_KEYS to the folder.", null);
        }
        registerKeyTypes();
        KeyFile.requireOwnersAlone(folder);
        this.folder = folder;
    }

    /**
     * Seals for the holders of the private keys that belong to {@code <name>.public.json}.
     *
     * @throws KeyFileException when it is missing, readable by others, no keyset to seal with, or holds a secret
     */
    public Sealer sealer(String name) {
        return new Sealer(follow(name + ".public.json", KeyFiles::withoutSecret, Sealer::readersOf));
    }

    /**
     * Seals for those who hold the same {@code <name>.private.json} as this service.
     *
     * @throws KeyFileException when it is missing, readable by others (more rights than 0600), or no such keyset
     */
    public Sealer ownSealer(String name) {
        return new Sealer(
                follow(name + ".private.json", KeyFiles::withSecret, keys -> Sealer.readersOf(publicOf(keys))));
    }

    /**
     * Opens what was sealed for the private keys in {@code <name>.private.json}.
     *
     * @throws KeyFileException when it is missing, readable by others (more rights than 0600), or no such keyset
     */
    public Opener opener(String name) {
        return new Opener(follow(name + ".private.json", KeyFiles::withSecret, Opener::readerOf));
    }

    /**
     * Digests with the HMAC keys in {@code <name>.json}.
     *
     * @throws KeyFileException when it is missing, readable by others (more rights than 0600), or no HMAC keyset
     */
    public Mac mac(String name) {
        return new Mac(follow(name + ".json", KeyFiles::withSecret, Mac::keysOf));
    }

    /** Reads again what changed; a file that something is wrong with leaves the keys in use as they are. */
    public void follow() {
        followed.forEach(KeyFile::follow);
    }

    /** What is in use of each file. */
    List<LoadedKeys> loaded() {
        return followed.stream().map(KeyFile::state).distinct().toList();
    }

    /** Number of uses whose file is refused as it now is. */
    long refused() {
        return followed.stream().filter(file -> file.state().refused() != null).count();
    }

    private <T> KeyFile<T> follow(String name, KeyFile.Parser parser, Function<KeysetHandle, T> use) {
        KeyFile<T> file = new KeyFile<>(folder, name, parser, use);
        followed.add(file);
        return file;
    }

    private static KeysetHandle withoutSecret(String json) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(json, RegistryConfiguration.get());
    }

    private static KeysetHandle withSecret(String json) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(json, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
    }

    private static KeysetHandle publicOf(KeysetHandle keys) {
        try {
            return keys.getPublicKeysetHandle();
        } catch (GeneralSecurityException e) {
            throw new KeyFileException("This key cannot seal: a private HPKE key is needed.", e);
        }
    }

    private static void registerKeyTypes() {
        try {
            HybridConfig.register();
            MacConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key types are not available", e);
        }
    }
}
