package org.redress.intake;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.List;
import org.redress.platform.sealing.Mac;
import org.redress.platform.sealing.Opener;

/** Fresh keys: intake's folder as it may be, and beside it what only the readers hold. */
public final class TestKeys {

    private final Path folder;
    private final KeysetHandle content;
    private final KeysetHandle contact;

    public TestKeys() {
        try {
            HybridConfig.register();
            MacConfig.register();
            content = generate(hpke());
            contact = generate(hpke());
            folder = Files.createTempDirectory(
                    "intake-keys-", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            write("content.public.json", content.getPublicKeysetHandle());
            write("contact.public.json", contact.getPublicKeysetHandle());
            write("receipts.json", generate(PredefinedMacParameters.HMAC_SHA256_256BITTAG));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Mac mac() {
        return rotated().getFirst();
    }

    /** One HMAC key through its rotation: alone, with a newer one beside it, and after that one. */
    public static List<Mac> rotated() {
        try {
            MacConfig.register();
            KeysetHandle alone = generate(PredefinedMacParameters.HMAC_SHA256_256BITTAG);
            KeysetHandle added = KeysetHandle.newBuilder(alone)
                    .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedMacParameters.HMAC_SHA256_256BITTAG)
                            .withRandomId())
                    .build();
            KeysetHandle.Builder promoted = KeysetHandle.newBuilder(added);
            promoted.getAt(1).makePrimary();
            return List.of(new Mac(alone), new Mac(added), new Mac(promoted.build()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public Path folder() {
        return folder;
    }

    public Opener content() {
        return new Opener(content);
    }

    public Opener contact() {
        return new Opener(contact);
    }

    private static HpkeParameters hpke() throws GeneralSecurityException {
        return HpkeParameters.builder()
                .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                .setVariant(HpkeParameters.Variant.TINK)
                .build();
    }

    private static KeysetHandle generate(Parameters parameters) throws GeneralSecurityException {
        return KeysetHandle.generateNew(parameters, RegistryConfiguration.get());
    }

    private void write(String name, KeysetHandle keys) throws IOException, GeneralSecurityException {
        Path file = Files.writeString(
                folder.resolve(name),
                TinkJsonProtoKeysetFormat.serializeKeyset(
                        keys, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
