package org.redress.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandsTest {

    @TempDir
    Path run;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ''                        | There is no command "": there are up, down, status, stop, start, clock, token, keys, environment.
        walk                      | There is no command "walk": there are up
        up --quickly              | up does not know --quickly: it accepts --demo, --detach, --fresh
        up now                    | up takes options only, not "now".
        up --port-intake          | --port-intake needs a value.
        down --all                | down does not know --all: it accepts no options.
        stop                      | stop takes one name of broker, mongod, mail, sign-in, intake, routing
        stop intake routing       | stop takes one name of
        start kitchen             | start takes one name of
        token                     | token takes ROLE[:PERSON]; ROLE is one of adapter, officer, supervisor
        token king                | "king" is no role: there are adapter, officer
        token officer king        | "king" is no role: there are adapter, officer
        environment adapter admin | environment takes one ROLE, adapter or admin.
        keys                      | keys takes list, make, or rotate with --all or names of content, contact, receipts, ledger.
        keys make                 | keys make needs --keys FOLDER.
        keys rotate               | rotate takes --all, or names of content, contact, receipts, ledger.
        keys rotate --all content | rotate takes --all, or names of
        keys rotate pseudonyms    | "pseudonyms" is no key that rotates: there are content, contact, receipts, ledger.
        keys rotate --all --keys / | --keys needs --settle SECONDS: the services there cannot be asked.
        keys rotate --all --settle 2s | --settle takes whole seconds from 3 to 9999, not "2s": services look at their keys every 2.
        keys list                 | with the keys of the services.
        clock                     | clock takes show, set MOMENT or advance SPAN
        clock set                 | clock takes show, set MOMENT or advance SPAN
        clock set tomorrow        | "tomorrow" is no moment: write 2026-03-01T09:00
        clock advance a-while     | "a-while" is no span: write a number with w, d, h, m or s, such as 30d.
        """)
    void saysWhatItWouldUnderstand(String line, String sentence) {
        assertThat(run(line)).isEqualTo(2);
        assertThat(said(err)).contains(sentence).hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        stop intake               | Nothing runs from
        token officer             | Nothing runs from
        environment               | Nothing runs from
        clock set 2026-03-01 --wait | Nothing runs from
        up --port-intake 99999    | The port of intake must be a number from 1 to 65535, not "99999".
        up --port-intake x        | The port of intake must be a number from 1 to 65535, not "x".
        up --port-intake 8081     | Port 8081 is given to both intake and routing: give one of them another.
        """)
    void failsWithOneSentence(String line, String sentence) {
        assertThat(run(line)).isEqualTo(1);
        assertThat(said(err)).contains(sentence).hasLineCount(1);
    }

    @Test
    void namesTheOptionThatChoosesAnotherPort() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run("up --port-routing " + other.getLocalPort())).isEqualTo(1);
            assertThat(said(err))
                    .contains(
                            "Port %d for routing is taken by another program: end it, or choose another with --port-routing N."
                                    .formatted(other.getLocalPort()));
        }
    }

    @Test
    void leavesAFolderAloneThatIsNotItsOwn() throws Exception {
        Path precious = Files.writeString(run.resolve("letters.txt"), "kept");
        assertThat(run("up --fresh")).isEqualTo(1);
        assertThat(said(err)).contains("is not empty and is no run folder of Redress: set REDRESS_RUN to another.");
        assertThat(precious).exists();
    }

    @Test
    void showsNothingWhereNothingRuns() {
        assertThat(run("status --json")).isZero();
        assertThat(said(out)).isEqualTo("[]\n");
        assertThat(run("status")).isEqualTo(1);
        assertThat(run("down")).isZero();
    }

    @Test
    void keepsBusinessTimeStandingWhileItIsAdvanced() {
        assertThat(run("clock set 2026-03-01T09:00 --freeze")).isZero();
        assertThat(run("clock advance 30d")).isZero();
        assertThat(run("clock show")).isZero();
        assertThat(said(out)).endsWith("2026-03-31 09:00:00 +08:00 (frozen)\n");
    }

    @Test
    void makesTheKeysOfAnInstallationOnceAndForTheirOwnUserAlone() throws Exception {
        Path keys = run.resolve("another-place");

        assertThat(run("keys make --keys " + keys)).isZero();
        Path ledger = keys.resolve("routing/ledger.json");
        String made = Files.readString(ledger);
        assertThat(said(out)).contains("  routing/ledger.json: ");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ledger)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.resolve("intake"))))
                .isEqualTo("rwx------");
        assertThat(run("keys make --keys " + keys)).isZero();
        assertThat(Files.readString(ledger)).isEqualTo(made);
    }

    private int run(String line) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.keySet().removeAll(List.of("KAFKA_BOOTSTRAP_SERVERS", "MONGODB_URI"));
        environment.put("REDRESS_RUN", run.toString());
        List<String> words = new ArrayList<>(Arrays.asList(line.split(" ")));
        words.removeIf(String::isEmpty);
        return new Commands(environment, new Terminal(stream(out), stream(err))).run(words);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String said(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
