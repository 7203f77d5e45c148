package org.redress.tools.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.tools.Shell;
import org.redress.tools.importing.FakeIntake.Trouble;

class ImportTest {

    private static final String MAP = "externalId=id,subject=title,text=text,receivedAt=at";
    private static final String THREE = """
            id,title,text,at
            1,工资,"上月的绩效
            还没有发",2026-01-05T09:30:00
            2,食堂,饭菜涨价,2026-01-07 18:00
            3,宿舍,漏水,2026-01-06
            """;

    @TempDir
    Path folder;

    private FakeIntake intake;
    private Shell shell;

    @BeforeEach
    void start() {
        intake = new FakeIntake();
        shell = new Shell().with("REDRESS_INTAKE_URL", intake.url()).with("REDRESS_TOKEN", "t-1");
    }

    @AfterEach
    void stop() {
        intake.close();
    }

    @Test
    void sendsAKeyThatAHeaderCanCarryForEveryIdIntakeTakes() {
        String longest = "件".repeat(100);

        assertThat(HeaderText.of(longest)).matches("[\\x21-\\x7E]{1,255}").isEqualTo(HeaderText.of(longest));
        assertThat(HeaderText.of(longest)).isNotEqualTo(HeaderText.of("件".repeat(99) + "案"));
        assertThat(HeaderText.of("7 件")).isEqualTo("7%20%E4%BB%B6");
    }

    @Test
    void postsEachRowWithItsNumberAsKey() {
        assertThat(importing(THREE)).isZero();

        assertThat(shell.lastLine().toString())
                .startsWith("{\"rows\":3,\"accepted\":3,\"repeated\":0,\"rejected\":0,\"seconds\":");
        assertThat(intake.taken).containsOnlyKeys("1", "2", "3");
        assertThat(intake.taken.get("1").toString())
                .isEqualTo(
                        "{\"channel\":\"web\",\"externalId\":\"1\",\"subject\":\"工资\",\"text\":\"上月的绩效\\n还没有发\",\"receivedAt\":\"2026-01-05T09:30\"}");
        assertThat(intake.token).isEqualTo("Bearer t-1");
    }

    @Test
    void countsRowsTakenBeforeAsRepeated() {
        importing(THREE);

        assertThat(importing(THREE)).isZero();
        assertThat(shell.lastLine().get("repeated").asInt()).isEqualTo(3);
        assertThat(shell.lastLine().get("accepted").asInt()).isZero();
    }

    @Test
    void listsRejectedRowsWithTheLineTheyBeginOnAndTheColumn() {
        int status = importing("""
                id,title,text,at
                1,工资,"两
                行",2026-01-05
                2,这是一个长得不能再长的标题这是一个长得不能再长的标题,x,2026-01-05
                ,没有编号,x,2026-01-05
                4,少一列,x
                """);

        assertThat(status).isEqualTo(3);
        assertThat(shell.out())
                .contains(
                        "line 4, column title: is too long (accepted: at most 20 characters)",
                        "line 5, column id: is empty",
                        "line 6: 3 values where the first line names 4 columns");
        assertThat(shell.lastLine().get("rejected").asInt()).isEqualTo(3);
        assertThat(shell.lastLine().get("accepted").asInt()).isEqualTo(1);
    }

    @Test
    void namesTheColumnOfTheKeyAndOfListEntries() {
        Mapping file = new Mapping(
                Map.of("externalId", "no", "subject", "s", "text", "t", "about", "whom"),
                Map.of(),
                Dates.common(ZoneOffset.UTC));

        assertThat(file.nameOf("Idempotency-Key")).isEqualTo("no");
        assertThat(file.nameOf("about[0].text")).isEqualTo("whom");
        assertThat(file.nameOf("place")).isEqualTo("place");
    }

    @Test
    void triesAgainWhileIntakeIsBusyOrBroken() {
        intake.trouble = request ->
                request > 9 ? null : new Trouble(request % 3 == 0 ? 500 : request % 3 == 1 ? 503 : 429, "{}");

        assertThat(importing(THREE)).isZero();
        assertThat(shell.lastLine().get("accepted").asInt()).isEqualTo(3);
    }

    @Test
    void waitsForAnIntakeThatIsAway() {
        int port = intake.port();
        intake.close();
        CompletableFuture<FakeIntake> back = CompletableFuture.supplyAsync(
                () -> new FakeIntake(port), CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS));

        assertThat(importing(THREE)).isZero();
        intake = back.join();
        assertThat(intake.taken).hasSize(3);
    }

    @Test
    void endsTheSameWhenItIsBrokenOffAndRunAgain() {
        StringBuilder rows = new StringBuilder("id,title,text,at\n");
        for (int i = 1; i <= 200; i++) {
            rows.append(i).append(",标题,正文").append(i).append(",2026-01-05\n");
        }
        intake.trouble = request -> request > 120 ? new Trouble(401, "{}") : null;
        assertThat(importing(rows.toString())).isEqualTo(1);
        assertThat(shell.err()).contains("token is not accepted");
        assertThat(intake.taken).hasSize(120);

        intake.trouble = request -> null;
        assertThat(importing(rows.toString())).isZero();
        assertThat(intake.taken).hasSize(200);
        assertThat(shell.lastLine().get("repeated").asInt()).isEqualTo(120);
        assertThat(shell.lastLine().get("accepted").asInt()).isEqualTo(80);
    }

    @Test
    void givesUpWhenNothingGoesForward() throws InterruptedException {
        Patience patience = new Patience(Duration.ofMillis(300));
        intake.trouble = request -> new Trouble(503, "{}");
        try (Intake client = new Intake(URI.create(intake.url()), null, patience)) {
            assertThatThrownBy(() -> client.post(new Row(2, "1", Map.of("subject", "x"))))
                    .isInstanceOf(ImportStoppedException.class)
                    .hasMessageContaining("HTTP 503");
        }
    }

    @Test
    void movesTheNewestRowToItsLastMomentNotAfterNow() throws IOException {
        frozenAt("2026-11-20T10:00:00Z"); // 18:00 in Shanghai
        importing(THREE, "--shift-to-today");

        assertThat(receivedAt("2")).isEqualTo("2026-11-20T18:00");
        assertThat(receivedAt("1")).isEqualTo("2026-11-18T09:30");
        assertThat(receivedAt("3")).isEqualTo("2026-11-19");

        intake.taken.clear();
        frozenAt("2026-11-20T09:59:59Z");
        importing(THREE, "--shift-to-today");
        assertThat(receivedAt("2")).isEqualTo("2026-11-19T18:00");
    }

    @Test
    void movesBackWhatLiesInTheFuture() throws IOException {
        frozenAt("2026-01-01T11:00:00Z");
        importing(THREE, "--shift-to-today");

        assertThat(receivedAt("2")).isEqualTo("2026-01-01T18:00");
    }

    @Test
    void readsFilesWithAByteOrderMark() {
        assertThat(importing("\uFEFF" + THREE)).isZero();
        assertThat(intake.taken).hasSize(3);
    }

    @Test
    void refusesABrokenFileBeforeAnythingIsPosted() {
        assertThat(importing(THREE + "4,\"open quote,x,2026-01-05\n")).isEqualTo(2);
        assertThat(intake.requests).hasValue(0);
    }

    @Test
    void namesWhatIsWrongWithTheMapping() {
        assertThat(importing(THREE, "--map", "externalId=id,subject=nope,text=text"))
                .isEqualTo(2);
        assertThat(shell.err()).contains("there is no column 'nope' for subject; the file has id, title, text, at.");
        assertThat(importing(THREE, "--map", "externalId=id,title=title,text=text"))
                .isEqualTo(2);
        assertThat(shell.err()).contains("'title' is no field of a petition");
        assertThat(importing(THREE, "--map", "subject=title,text=text")).isEqualTo(2);
        assertThat(shell.err()).contains("externalId=COLUMN is missing");
    }

    @Test
    void mapsNestedFieldsAndTypes() {
        String row = """
                id,title,text,at,name,anon,people
                甲-1,标题,正文,2026-01-05,李默,false,12
                """;
        importing(
                row,
                "--map",
                MAP + ",petitioner.name=name,petitioner.anonymous=anon,headCount=people",
                "--channel",
                "letter");

        assertThat(intake.taken).containsOnlyKeys("%E7%94%B2-1");
        assertThat(intake.taken.get("%E7%94%B2-1").toString())
                .contains(
                        "\"petitioner\":{\"name\":\"李默\",\"anonymous\":false}",
                        "\"headCount\":12",
                        "\"channel\":\"letter\"");
    }

    @Test
    void readsOneRequestALine() throws IOException {
        Path file = folder.resolve("petitions.jsonl");
        Files.writeString(
                file, "{\"externalId\":\"a\",\"subject\":\"s\",\"text\":\"t\"}\n\nnot json\n", StandardCharsets.UTF_8);

        assertThat(shell.run("import", file.toString())).isEqualTo(3);
        assertThat(intake.taken).containsOnlyKeys("a");
        assertThat(shell.out()).contains("line 3: not a JSON object");
    }

    private int importing(String csv, String... options) {
        Path file = folder.resolve("petitions.csv");
        try {
            Files.writeString(file, csv, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String[] arguments = new String[options.length + 4];
        arguments[0] = "import";
        arguments[1] = file.toString();
        arguments[2] = "--map";
        arguments[3] = MAP;
        System.arraycopy(options, 0, arguments, 4, options.length);
        return shell.run(arguments);
    }

    private void frozenAt(String business) throws IOException {
        Path clock = folder.resolve("clock.json");
        Files.writeString(
                clock,
                "{\"version\":1,\"base\":\"2026-01-01T00:00:00Z\",\"business\":\"" + business + "\",\"frozen\":true}");
        shell.with("REDRESS_CLOCK_FILE", clock.toString());
    }

    private String receivedAt(String key) {
        return intake.taken.get(key).get("receivedAt").asString();
    }
}
