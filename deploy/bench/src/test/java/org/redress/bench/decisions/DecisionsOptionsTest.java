package org.redress.bench.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.bench.decisions.walking.Run;
import org.redress.tools.UsageException;

class DecisionsOptionsTest {

    @TempDir
    private Path folder;

    private String messages = "";

    @BeforeEach
    void makeFile() throws Exception {
        messages = Files.createFile(folder.resolve("messages.csv")).toString();
    }

    @Test
    void takesAllMessagesUnlessALimitIsNamed() {
        DecisionsOptions options = DecisionsOptions.read(List.of("--messages", messages, "--run", "B"));

        assertThat(options.run()).isEqualTo(Run.B);
        assertThat(options.limit()).isEqualTo(Integer.MAX_VALUE);
        assertThat(options.rows().toString()).endsWith("deploy/bench/target/decisions-b/rows.csv");
        assertThat(DecisionsOptions.read(List.of("--messages", messages, "--run", "A", "--limit", "200"))
                        .limit())
                .isEqualTo(200);
    }

    @Test
    void asksForARunAndAFileThatIsThere() {
        assertThatThrownBy(() -> DecisionsOptions.read(List.of("--messages", messages, "--run", "C")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("A or B");
        assertThatThrownBy(() -> DecisionsOptions.read(List.of("--messages", "nowhere.csv", "--run", "A")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("nowhere.csv");
    }
}
