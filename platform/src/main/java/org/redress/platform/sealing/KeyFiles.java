package org.redress.platform.sealing;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.mac.MacConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.Set;

/** The keys a service may hold: Tink keysets as JSON in a folder that nobody but its owner may enter. */
public final class KeyFiles {

    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private final Path folder;

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
        requireAtMost(FOLDER, "700", folder);
        this.folder = folder;
    }

    /**
     * The public key in {@code <name>.public.json}.
     *
     * @throws KeyFileException when it is missing, readable by others, no keyset, or holds a secret
     */
    public KeysetHandle publicKey(String name) {
        Path file = folder.resolve(name + ".public.json");
        String json = read(file);
        try {
            return TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(json, RegistryConfiguration.get());
        } catch (GeneralSecurityException e) {
            throw new KeyFileException(file + " is no keyset of public keys.", e);
        }
    }

    /**
     * The private key in {@code <name>.private.json}.
     *
     * @throws KeyFileException when it is missing, readable by others (more rights than 0600), or no keyset
     */
    public KeysetHandle privateKey(String name) {
        return secret(folder.resolve(name + ".private.json"));
    }

    /**
     * The HMAC key in {@code <name>.json}.
     *
     * @throws KeyFileException when it is missing, readable by others (more rights than 0600), or no HMAC keyset
     */
    public Mac mac(String name) {
        return new Mac(secret(folder.resolve(name + ".json")));
    }

    private static KeysetHandle secret(Path file) {
        String json = read(file);
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(
                    json, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new KeyFileException(file + " is no keyset.", e);
        }
    }

    private static String read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new KeyFileException("The key " + file + " is missing.", null);
        }
        requireAtMost(FILE, "600", file);
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new KeyFileException("The key " + file + " cannot be read.", e);
        }
    }

    private static void requireAtMost(Set<PosixFilePermission> allowed, String mode, Path path) {
        Set<PosixFilePermission> rights = rights(path);
        if (!allowed.containsAll(rights)) {
            String given = PosixFilePermissions.toString(rights);
            throw new KeyFileException(
                    path + " has the rights " + given + ". Keys are their owner's alone: chmod " + mode + " " + path,
                    null);
        }
    }

    private static Set<PosixFilePermission> rights(Path path) {
        try {
            Set<PosixFilePermission> rights = EnumSet.noneOf(PosixFilePermission.class);
            rights.addAll(Files.getPosixFilePermissions(path));
            return rights;
        } catch (IOException | UnsupportedOperationException e) {
            throw new KeyFileException("The rights of " + path + " cannot be read.", e);
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
