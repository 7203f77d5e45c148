package org.redress.tools.organising;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.tools.Shell;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OrganisationTest {

    private static final String DRAFT = """
            {"digest":"d-1","before":3,"changes":{"units":[
              {"id":"plant-3","change":"added","fields":[{"field":"name","to":"三厂"}]},
              {"id":"plant-1","change":"changed","fields":[{"field":"name","from":"一厂","to":"甲厂"}]}],"posts":[]},
             "gaps":[{"kind":"no-deputy","unit":"group","post":"group.safety"}],
             "openCases":[{"unit":"plant-2","post":"plant-2.petitions","cases":4}],"unitsToMove":["plant-2"]}""";
    private static final String VERSION = """
            {"number":4,"digest":"d-1","activatedAt":"2026-03-02T01:00:00Z","by":"admin","reason":"合并",
             "moves":[{"unit":"plant-2","to":"plant-1"}],"files":["units.csv"]}""";

    /** What routing answers to a path. */
    private record Answer(int status, String body) {}

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile JsonNode said = JsonMapper.shared().nullNode();
    private HttpServer server;
    private Shell shell;

    @TempDir
    private Path folder;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
        shell = new Shell()
                .with(
                        "REDRESS_ROUTING_URL",
                        "http://127.0.0.1:" + server.getAddress().getPort())
                .with("REDRESS_TOKEN", "t-1");
        Files.writeString(folder.resolve("units.csv"), "\uFEFFcode,name\n");
        Files.writeString(folder.resolve("notes.txt"), "not ours");
        Files.writeString(Files.createDirectory(folder.resolve("calendar")).resolve("2027.json"), "{}");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String version = exchange.getRequestHeaders().getFirst("If-Match");
        asked.add(exchange.getRequestMethod() + " " + path + (version == null ? "" : " " + version));
        said = JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
        boolean known = "Bearer t-1".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        Answer otherwise = answers.getOrDefault(path, new Answer(500, ""));
        Answer answer =
                known ? answers.getOrDefault(exchange.getRequestMethod() + " " + path, otherwise) : new Answer(401, "");
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void waitsForTheModelOfTopicsAndSaysWhetherItTookEffect() {
        String model = """
                {"number":2,"state":"%s","askedBy":"root","askedAt":"2026-03-02T01:00:00Z","forced":false,
                 "result":{"cases":800,"heldBack":200,"comparedWith":1,"figures":{"macroF1":0.9,"decided":0.88,"precision":0.93},
                  "before":{"macroF1":0.87,"decided":0.8,"precision":0.92},
                  "topics":[{"topic":"labour","cases":300,"terms":["工资","加班"]}]}}""";
        answers.put("POST /api/topic-models", new Answer(202, model.formatted("asked")));
        answers.put("GET /api/topic-models", new Answer(200, "[" + model.formatted("took-effect") + "]"));

        assertThat(shell.run("topics", "train", "--reason", "季度")).isZero();

        assertThat(asked).containsExactly("POST /api/topic-models", "GET /api/topic-models");
        assertThat(shell.out().lines().toList())
                .startsWith(
                        "2  2026-03-02T01:00:00Z  by root  took-effect: 800 cases, judged on 200 others",
                        "    this model: 0.900 macro-F1, 0.880 decided, 0.930 of these right",
                        "    model 1: 0.870 macro-F1, 0.800 decided, 0.920 of these right",
                        "    labour (300): 工资 加班");
        answers.put("POST /api/topic-models", new Answer(202, model.formatted("not-better")));
        assertThat(shell.run("topics", "train", "--force", "--reason", "季度")).isEqualTo(1);
        assertThat(said.path("forced").asBoolean()).isTrue();
        assertThat(shell.run("topics", "train", "--force")).isEqualTo(2);
        assertThat(shell.err()).contains("--force");
    }

    @Test
    void showsWhatAFolderWouldChange() {
        answers.put("/api/organisation/drafts", new Answer(200, DRAFT));

        assertThat(shell.run("organisation", "check", folder.toString())).isZero();

        assertThat(asked).containsExactly("POST /api/organisation/drafts");
        assertThat(said.path("files").findValuesAsString("name")).containsExactly("units.csv", "calendar/2027.json");
        assertThat(said.path("files").findValuesAsString("text")).containsExactly("\uFEFFcode,name\n", "{}");
        assertThat(shell.out().lines().toList())
                .startsWith(
                        "units: 1 added, 1 changed",
                        "  units: plant-3 added",
                        "      name: 三厂",
                        "  units: plant-1 changed",
                        "      name: 一厂 -> 甲厂",
                        "gaps: 1 no-deputy",
                        "  gap: no-deputy in group, post group.safety",
                        "open cases that would go to others: 4",
                        "  would go to others: 4 open cases of plant-2.petitions in plant-2",
                        "units that are gone: 1",
                        "  is gone, another has to take its open cases: --move plant-2=UNIT");
        assertThat(shell.lastLine().path("digest").asString()).isEqualTo("d-1");
    }

    @Test
    void countsWhatALargeFolderWouldChangeAndListsAllWhenAsked() {
        String added = IntStream.range(0, 5_000)
                .mapToObj("{\"id\":\"u-%d\",\"change\":\"added\",\"fields\":[]}"::formatted)
                .collect(Collectors.joining(","));
        answers.put(
                "/api/organisation/drafts",
                new Answer(
                        200, "{\"digest\":\"d-2\",\"before\":1,\"changes\":{\"units\":[" + added + "]},\"gaps\":[]}"));

        assertThat(shell.run("organisation", "check", folder.toString())).isZero();

        assertThat(shell.out().lines().toList())
                .hasSize(8)
                .contains("units: 5000 added", "  units: u-4 added", "  … and 4995 more; --all lists them")
                .last()
                .isEqualTo("{\"digest\":\"d-2\",\"before\":1,\"counts\":{\"units\":{\"added\":5000}}}");
        assertThat(shell.run("organisation", "check", folder.toString(), "--all"))
                .isZero();
        assertThat(shell.out().lines()).hasSize(5_002).contains("  units: u-4999 added");
        assertThat(shell.lastLine().path("changes").path("units").size()).isEqualTo(5_000);
    }

    @Test
    void listsEveryToolWhenAskedForHelp() {
        for (String help : List.of("--help", "-h", "help")) {
            assertThat(shell.run(help)).isZero();
            assertThat(shell.out())
                    .contains(Stream.of(
                                    "verify",
                                    "parked",
                                    "redrive",
                                    "mails",
                                    "restored",
                                    "rebuild",
                                    "organisation",
                                    "keys")
                            .map(tool -> "deploy/redress " + tool + " ")
                            .toList())
                    .contains("deploy/local/import");
        }
        assertThat(shell.run()).isEqualTo(2);
    }

    @Test
    void namesEachWrongPlaceOfAFolder() {
        answers.put("/api/organisation/drafts", new Answer(400, """
                {"status":400,"detail":"Correct the fields","errors":[
                  {"field":"units.csv:3 head","problem":"is no post: nobody"},
                  {"field":"organisation.yaml:2 zone","problem":"is missing"}]}"""));

        assertThat(shell.run("organisation", "check", folder.toString())).isEqualTo(1);
        assertThat(shell.err()).isEqualTo("units.csv:3 head is no post: nobody\norganisation.yaml:2 zone is missing\n");
        assertThat(shell.run("organisation", "activate", folder.toString(), "--reason", "合并"))
                .isEqualTo(1);
        assertThat(asked).as("nothing is put into effect").noneMatch(each -> each.contains("versions"));
    }

    @Test
    void putsAFolderIntoEffectWithItsReasonAndMoves() {
        answers.put("/api/organisation/drafts", new Answer(200, DRAFT));
        answers.put("/api/organisation/versions", new Answer(201, VERSION));

        assertThat(shell.run(
                        "organisation",
                        "activate",
                        folder.toString(),
                        "--reason",
                        "合并",
                        "--move",
                        "plant-2=plant-1",
                        "--move=hall=plant-1"))
                .isZero();

        assertThat(asked.getLast()).isEqualTo("POST /api/organisation/versions \"3\"");
        assertThat(said.path("digest").asString()).isEqualTo("d-1");
        assertThat(said.path("reason").asString()).isEqualTo("合并");
        assertThat(said.path("moves").findValuesAsString("unit")).containsExactly("plant-2", "hall");
        assertThat(said.path("moves").findValuesAsString("to")).containsExactly("plant-1", "plant-1");
        assertThat(shell.out())
                .contains("4  2026-03-02T01:00:00Z  by admin: 合并  d-1")
                .contains("plant-2 -> plant-1");
    }

    @Test
    void saysWhyAFolderDoesNotTakeEffect() {
        answers.put("/api/organisation/drafts", new Answer(200, DRAFT));
        answers.put(
                "/api/organisation/versions",
                new Answer(409, "{\"detail\":\"These units are no longer there: plant-2.\",\"units\":[\"plant-2\"]}"));

        assertThat(shell.run("organisation", "activate", folder.toString(), "--reason", "合并"))
                .isEqualTo(1);
        assertThat(shell.err()).isEqualTo("These units are no longer there: plant-2.\n");
    }

    @Test
    void listsTheVersions() {
        answers.put("/api/organisation/versions", new Answer(200, """
                {"active":4,"items":[%s,{"number":1,"digest":"d-0","activatedAt":"2026-01-05T01:00:00Z","moves":[]}]}""".formatted(VERSION)));

        assertThat(shell.run("organisation", "versions")).isZero();

        assertThat(shell.out().lines().toList())
                .startsWith(
                        "4  2026-03-02T01:00:00Z  by admin: 合并  d-1",
                        "    plant-2 -> plant-1",
                        "1  2026-01-05T01:00:00Z  by the configuration folder  d-0");
    }

    @Test
    void saysHowItIsToBeCalled() {
        assertThat(shell.run("organisation")).isEqualTo(2);
        assertThat(shell.err()).startsWith("usage: organisation check FOLDER");
        assertThat(shell.run("organisation", "check", folder.toString(), "--move", "a=b"))
                .isEqualTo(2);
        assertThat(shell.run("organisation", "activate", folder.toString())).isEqualTo(2);
        assertThat(shell.run("organisation", "activate", folder.toString(), "--reason", "x", "--move", "a"))
                .isEqualTo(2);
        assertThat(shell.err()).isEqualTo("--move needs OLD=NEW, not 'a'.\n");
        assertThat(shell.run("organisation", "check", folder.resolve("none").toString()))
                .isEqualTo(2);
        assertThat(asked).isEmpty();
        assertThat(shell.with("REDRESS_TOKEN", "t-2").run("organisation", "versions"))
                .isEqualTo(2);
        assertThat(shell.err()).contains("does not accept the token");
    }
}
