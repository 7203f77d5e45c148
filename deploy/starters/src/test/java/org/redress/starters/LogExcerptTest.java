package org.redress.starters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogExcerptTest {

    @TempDir
    Path folder;

    @Test
    void showsTheFirstErrorsWithTheirCauseAndTheLastLines() throws Exception {
        String log = """
                INFO begins
                ERROR cannot go on
                Caused by: no lock on the folder
                \tat org.example.Frame(Frame.java:1)
                """
                + IntStream.range(0, 40)
                        .mapToObj(line -> "INFO stops " + line + '\n')
                        .collect(Collectors.joining());
        assertThat(excerpt(log, 0))
                .startsWith("ERROR cannot go on\nCaused by: no lock on the folder\nINFO stops 28\n")
                .endsWith("INFO stops 39")
                .doesNotContain("Frame.java");
    }

    @Test
    void understandsTheDatabase() throws Exception {
        String log = """
                {"t":1,"s":"E","c":"STORAGE","msg":"WiredTiger error"}
                """ + "{\"t\":2,\"s\":\"I\"}\n".repeat(20);
        assertThat(excerpt(log, 0))
                .startsWith("{\"t\":1,\"s\":\"E\",\"c\":\"STORAGE\",\"msg\":\"WiredTiger error\"}\n");
    }

    @Test
    void leavesOutWhatAnEarlierStartWrote() throws Exception {
        assertThat(excerpt("ERROR of yesterday\nINFO today", "ERROR of yesterday\n".length()))
                .isEqualTo("INFO today");
    }

    private String excerpt(String content, long start) throws Exception {
        return LogExcerpt.of(Files.writeString(folder.resolve("log"), content), start);
    }
}
