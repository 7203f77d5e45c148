package org.redress.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.redress.contracts.Sealed;
import org.redress.platform.sealing.KeyFileException;
import org.redress.platform.sealing.KeyFiles;
import org.redress.platform.sealing.Opener;

class SealedAtTheDoorTest {

    private static final TestKeys KEYS = new TestKeys();

    @Test
    void canBeOpenedByItsReadersAndByNoKeyOfIntake() throws Exception {
        Sealed sealed =
                new KeyFiles(KEYS.folder()).sealer("content").seal("petition", "content", "text".getBytes(UTF_8));

        assertThat(KEYS.content().open("petition", "content", sealed)).isEqualTo("text".getBytes(UTF_8));
        List<Path> files;
        try (Stream<Path> found = Files.list(KEYS.folder())) {
            files = found.toList();
        }
        assertThat(files).hasSize(3);
        for (Path file : files) {
            KeysetHandle keys = TinkJsonProtoKeysetFormat.parseKeyset(
                    Files.readString(file), RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
            assertThatThrownBy(() -> new Opener(keys).open("petition", "content", sealed))
                    .as(file.getFileName().toString())
                    .isInstanceOf(KeyFileException.class);
        }
    }

    @Test
    void keepsTheReadersApart() {
        Sealed sealed =
                new KeyFiles(KEYS.folder()).sealer("content").seal("petition", "content", "text".getBytes(UTF_8));

        assertThatThrownBy(() -> KEYS.contact().open("petition", "content", sealed))
                .isInstanceOf(RuntimeException.class);
    }
}
