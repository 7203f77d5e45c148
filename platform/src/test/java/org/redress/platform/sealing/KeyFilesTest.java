package org.redress.platform.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.contracts.Sealed;

class KeyFilesTest {

    private static final String OWNER_ONLY = "rw-------";

    @TempDir
    private Path folder;

    @BeforeEach
    void closesTheFolder() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void loadsWhatSealsAndWhatOpens() throws IOException {
        KeysetHandle keyPair = SampleKeys.keyPair();
        SampleKeys.write(folder, "content.private.json", SampleKeys.json(keyPair), OWNER_ONLY);
        SampleKeys.write(folder, "content.public.json", SampleKeys.json(SampleKeys.publicOf(keyPair)), OWNER_ONLY);
        KeyFiles keys = new KeyFiles(folder);

        Sealed sealed = keys.sealer("content").seal("p", "content", "text".getBytes(UTF_8));

        assertThat(keys.opener("content").open("p", "content", sealed)).isEqualTo("text".getBytes(UTF_8));
    }

    @Test
    void loadsAnHmacKey() throws IOException {
        SampleKeys.write(folder, "receipts.json", SampleKeys.json(SampleKeys.hmac()), OWNER_ONLY);

        assertThat(new KeyFiles(folder).mac("receipts").mac(new byte[] {1})).hasSize(32);
    }

    @Test
    void refusesAFileOthersMayRead() throws IOException {
        SampleKeys.write(folder, "receipts.json", SampleKeys.json(SampleKeys.hmac()), "rw-r-----");

        assertThatThrownBy(() -> new KeyFiles(folder).mac("receipts"))
                .isInstanceOf(KeyFileException.class)
                .hasMessageContaining("rw-r-----")
                .hasMessageContaining("chmod 600");
    }

    @Test
    void refusesAFolderOthersMayEnter() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x---"));

        assertThatThrownBy(() -> new KeyFiles(folder))
                .isInstanceOf(KeyFileException.class)
                .hasMessageContaining("chmod 700");
    }

    @Test
    void refusesAPublicKeyFileThatHoldsASecret() throws IOException {
        SampleKeys.write(folder, "content.public.json", SampleKeys.json(SampleKeys.keyPair()), OWNER_ONLY);

        assertThatThrownBy(() -> new KeyFiles(folder).sealer("content"))
                .isInstanceOf(KeyFileException.class)
                .hasMessageContaining("content.public.json");
    }

    @Test
    void namesAMissingKey() {
        assertThatThrownBy(() -> new KeyFiles(folder).opener("content"))
                .isInstanceOf(KeyFileException.class)
                .hasMessageContaining("content.private.json is missing");
    }

    @Test
    void namesAMissingFolder() {
        assertThatThrownBy(() -> new KeyFiles(folder.resolve("none")))
                .isInstanceOf(KeyFileException.class)
                .hasMessageContaining("REDRESS_KEYS");
    }

    @Test
    void refusesBytesThatAreNoKeyset() throws IOException {
        SampleKeys.write(folder, "receipts.json", "{}", OWNER_ONLY);

        assertThatThrownBy(() -> new KeyFiles(folder).mac("receipts")).isInstanceOf(KeyFileException.class);
    }
}
