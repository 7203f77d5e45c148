package org.redress.starters;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongodDownloadTest {

    @TempDir
    Path folder;

    @Test
    void takesAProgramThatRunsHoweverMuchItTellsOfItself() throws Exception {
        Path program = program("echo 'db version v6.0.5'; seq 1 40; echo '}'");
        assertThatCode(() -> MongodDownload.proveThatItRuns(program, folder.resolve("log")))
                .doesNotThrowAnyException();
    }

    @Test
    void namesTheLibraryThatIsMissing() throws Exception {
        Path program = program("echo 'mongod: error while loading shared libraries: libcrypto.so.3'; exit 127");
        assertThatThrownBy(() -> MongodDownload.proveThatItRuns(program, folder.resolve("log")))
                .isInstanceOf(StartFailure.class)
                .hasMessageStartingWith("The fetched database program needs OpenSSL 3");
    }

    @Test
    void refusesAProgramThatEndsWithAnError() throws Exception {
        Path program = program("echo 'db version v6.0.5'; echo 'Illegal instruction'; exit 132");
        assertThatThrownBy(() -> MongodDownload.proveThatItRuns(program, folder.resolve("log")))
                .isInstanceOf(StartFailure.class)
                .hasMessageStartingWith("The fetched database program does not run here (Illegal instruction).");
    }

    private Path program(String script) throws IOException {
        Path program = Files.writeString(folder.resolve("mongod"), "#!/bin/sh\n" + script + '\n');
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
