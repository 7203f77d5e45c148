package org.redress.local.run;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyTemplates;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.mac.MacConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import org.redress.starters.Secrets;

/** The keys, each laid only into the folders of the services that may hold it; made once. */
public final class KeyFiles {

    private static final String SEALING = "DHKEM_X25519_HKDF_SHA256_HKDF_SHA256_AES_256_GCM";
    private static final String DIGESTING = "HMAC_SHA256_256BITTAG";

    private final Path keys;

    private KeyFiles(Path keys) {
        this.keys = keys;
    }

    /** Makes what is missing: folders of mode 0700, files of mode 0600. */
    public static void prepare(RunFolder run) {
        KeyFiles files = new KeyFiles(run.path("keys"));
        try {
            HybridConfig.register();
            MacConfig.register();
            Part.services().forEach(files::folder);
            files.pair("content", Part.INTAKE, Part.ROUTING);
            files.pair("contact", Part.INTAKE, Part.ROUTING, Part.NOTIFICATION);
            files.single("receipts", Part.INTAKE);
            files.single("pseudonyms", Part.ROUTING);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The keys cannot be made", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The keys cannot be written into " + run.folder(), e);
        }
    }

    /** The folder with the keys that a service may hold. */
    public static Path of(RunFolder run, Part service) {
        return run.path("keys").resolve(service.label());
    }

    private void folder(Part service) {
        try {
            Path folder = keys.resolve(service.label());
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException("The key folders cannot be made", e);
        }
    }

    /** The public half is written last: while it is missing nothing can have been sealed for the private one. */
    private void pair(String name, Part sealer, Part... openers) throws GeneralSecurityException, IOException {
        Path sealing = file(sealer, name + ".public.json");
        if (Files.exists(sealing)) {
            return;
        }
        KeysetHandle key = generate(SEALING);
        for (Part opener : openers) {
            Secrets.write(file(opener, name + ".private.json"), secret(key));
        }
        Secrets.write(
                sealing,
                TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(
                        key.getPublicKeysetHandle(), RegistryConfiguration.get()));
    }

    private void single(String name, Part holder) throws GeneralSecurityException, IOException {
        Path file = file(holder, name + ".json");
        if (Files.notExists(file)) {
            Secrets.write(file, secret(generate(DIGESTING)));
        }
    }

    private static KeysetHandle generate(String template) throws GeneralSecurityException {
        return KeysetHandle.generateNew(KeyTemplates.get(template).toParameters(), RegistryConfiguration.get());
    }

    private static String secret(KeysetHandle key) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(
                key, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
    }

    private Path file(Part service, String name) {
        return keys.resolve(service.label()).resolve(name);
    }
}
