package org.redress.routing;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
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
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.redress.platform.sealing.Sealer;
import org.redress.starters.Infrastructure;
import org.springframework.test.context.DynamicPropertyRegistry;

/** Broker, database, keys and clock file of a test class, under names of its own. */
public final class RoutingStack {

    private final String own = "t" + UUID.randomUUID().toString().substring(0, 8);
    private final Path folder;
    private final KeysetHandle content = keyPair();
    private final KeysetHandle contact = keyPair();
    private final KeysetHandle stranger = keyPair();
    private Path configuration = SampleConfiguration.folder();
    private long clockVersion;

    /** A fresh one. */
    public RoutingStack() {
        try {
            folder = Files.createTempDirectory("routing-");
            Path keys = Files.createDirectory(
                    folder.resolve("keys"),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            write(keys, "content.private.json", content);
            write(keys, "contact.private.json", contact);
            write(keys, "pseudonyms.json", hmac());
            write(keys, "ledger.json", hmac());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With another text in a file of the sample configuration. */
    public RoutingStack(String file, String was, String is) {
        this();
        try {
            Path changed = Files.createDirectory(folder.resolve("configuration"));
            for (Map.Entry<String, String> each : SampleConfiguration.files().entrySet()) {
                String text = each.getKey().equals(file) ? each.getValue().replace(was, is) : each.getValue();
                Files.writeString(changed.resolve(each.getKey()), text);
            }
            configuration = changed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives the service under test its surroundings. */
    public void register(DynamicPropertyRegistry registry) {
        registry.add("KAFKA_BOOTSTRAP_SERVERS", Infrastructure::kafka);
        registry.add("MONGODB_URI", Infrastructure::mongo);
        registry.add("REDRESS_DATABASE", () -> own);
        registry.add("REDRESS_TOPIC_PREFIX", () -> own + ".");
        registry.add("REDRESS_SINGLE_BROKER", () -> "true");
        registry.add("redress.consuming.patience", () -> "0s");
        registry.add("REDRESS_KEYS", () -> folder.resolve("keys").toString());
        registry.add("REDRESS_CONFIGURATION", configuration::toString);
        registry.add("REDRESS_CLOCK_FILE", () -> folder.resolve("clock.json").toString());
    }

    /** Seals for a key pair that the service does not hold. */
    public Sealer strangersSealer() {
        return new Sealer(publicOf(stranger));
    }

    /** Gives the service, at its next start, the key it lacked. */
    public void addStrangersKey() {
        try {
            KeysetHandle both = KeysetHandle.newBuilder(content)
                    .addEntry(KeysetHandle.importKey(stranger.getAt(0).getKey()))
                    .build();
            write(folder.resolve("keys"), "content.private.json", both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Freezes business time at a moment. */
    public void freeze(Instant business) {
        try {
            Path next = Files.writeString(
                    folder.resolve("clock.next"), """
                    {"version":%d,"base":"%s","business":"%s","frozen":true}
                    """.formatted(++clockVersion, Instant.now(), business));
            Files.move(next, folder.resolve("clock.json"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Seals as intake does. */
    public Sealer contentSealer() {
        return new Sealer(publicOf(content));
    }

    /** Seals as intake does. */
    public Sealer contactSealer() {
        return new Sealer(publicOf(contact));
    }

    private static KeysetHandle publicOf(KeysetHandle pair) {
        try {
            return pair.getPublicKeysetHandle();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeysetHandle keyPair() {
        try {
            HybridConfig.register();
            return KeysetHandle.generateNew(
                    HpkeParameters.builder()
                            .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                            .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                            .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                            .setVariant(HpkeParameters.Variant.TINK)
                            .build(),
                    RegistryConfiguration.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeysetHandle hmac() {
        try {
            MacConfig.register();
            return KeysetHandle.generateNew(PredefinedMacParameters.HMAC_SHA256_256BITTAG, RegistryConfiguration.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Path keys, String name, KeysetHandle handle) throws IOException {
        try {
            String json = TinkJsonProtoKeysetFormat.serializeKeyset(
                    handle, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
            Path file = Files.writeString(keys.resolve(name), json);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
