package org.redress.local.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.local.run.RunFolder;
import org.redress.starters.StartFailure;

class KeyFilesTest {

    @TempDir
    Path folder;

    @BeforeEach
    void prepares() {
        KeyFiles.prepare(run());
    }

    @ParameterizedTest
    @CsvSource({"content, routing", "contact, routing", "contact, notification"})
    void sealsForThoseWhoMayOpen(String name, String opener) throws Exception {
        byte[] sealed = read("intake", name + ".public.json")
                .getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class)
                .encrypt("来信".getBytes(StandardCharsets.UTF_8), new byte[0]);
        byte[] opened = read(opener, name + ".private.json")
                .getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class)
                .decrypt(sealed, new byte[0]);
        assertThat(opened).asString(StandardCharsets.UTF_8).isEqualTo("来信");
    }

    @Test
    void givesEachServiceOnlyWhatItMayHold() {
        assertThat(names("intake")).containsOnly("content.public.json", "contact.public.json", "receipts.json");
        assertThat(names("routing"))
                .containsOnly("content.private.json", "contact.private.json", "pseudonyms.json", "ledger.json");
        assertThat(names("notification")).containsOnly("contact.private.json");
        assertThat(names("analytics")).isEmpty();
    }

    /** Tried, not looked up: with each file of theirs, on what was sealed for both pairs, before and after a rotation. */
    @ParameterizedTest
    @ValueSource(strings = {"intake", "analytics"})
    void givesThoseWhoOnlySealOrCountNothingToOpenWith(String service) throws Exception {
        new Rotation(KeyFiles.in(run()), wanted -> true, Duration.ZERO).rotate(KeyPlan.rotating());

        for (String sealedFor : List.of("content", "contact")) {
            byte[] sealed = read("intake", sealedFor + ".public.json")
                    .getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class)
                    .encrypt("来信".getBytes(StandardCharsets.UTF_8), new byte[0]);
            for (String name : names(service)) {
                KeysetHandle keys = read(service, name);
                assertThatThrownBy(() -> keys.getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class)
                                .decrypt(sealed, new byte[0]))
                        .as(name)
                        .isInstanceOf(GeneralSecurityException.class);
            }
        }
    }

    @Test
    void makesNoOtherKeyWhenOnlyThePublicHalfIsMissing() throws Exception {
        String before = Files.readString(folder.resolve("keys/intake/content.public.json"));
        Files.delete(folder.resolve("keys/intake/content.public.json"));
        KeyFiles.prepare(run());
        assertThat(folder.resolve("keys/intake/content.public.json")).hasContent(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"routing/content.private.json", "routing/contact.private.json"})
    void makesNoOtherKeyWhenTheOneThatOpensIsMissing(String name) throws Exception {
        Files.delete(folder.resolve("keys").resolve(name));
        String sealing = Files.readString(folder.resolve("keys/intake/content.public.json"));

        assertThatThrownBy(() -> KeyFiles.prepare(run()))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(Path.of(name).getFileName().toString());
        assertThat(folder.resolve("keys").resolve(name)).doesNotExist();
        assertThat(folder.resolve("keys/intake/content.public.json")).hasContent(sealing);
    }

    @Test
    void letsNobodyElseRead() throws Exception {
        assertThat(Files.getPosixFilePermissions(folder.resolve("keys/routing")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(Files.getPosixFilePermissions(folder.resolve("keys/routing/content.private.json")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void keepsTheKeysOfAnEarlierStart() throws Exception {
        String before = Files.readString(folder.resolve("keys/intake/receipts.json"));
        KeyFiles.prepare(run());
        assertThat(folder.resolve("keys/intake/receipts.json")).hasContent(before);
    }

    private RunFolder run() {
        return RunFolder.of(Map.of("REDRESS_RUN", folder.toString()));
    }

    private String[] names(String service) {
        return folder.resolve("keys").resolve(service).toFile().list();
    }

    private KeysetHandle read(String service, String name) throws Exception {
        String json = Files.readString(folder.resolve("keys").resolve(service).resolve(name));
        return name.contains("public")
                ? TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(json, RegistryConfiguration.get())
                : TinkJsonProtoKeysetFormat.parseKeyset(
                        json, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
    }
}
