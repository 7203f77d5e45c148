package org.redress.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.starters.Ports;
import org.redress.starters.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs the launcher as its scripts do, with a real broker and database; only the services are stand-ins. */
class LocalRunTest {

    private static final List<String> PARTS =
            List.of("broker", "mongod", "mail", "sign-in", "intake", "routing", "notification", "analytics");

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void laysOutAHome() throws IOException {
        Path home = folder.resolve("home");
        Files.createDirectories(home.resolve("deploy/local"));
        Files.createSymbolicLink(
                home.resolve("deploy/broker"), Repository.root().resolve("deploy/broker"));
        Files.copy(
                Repository.root().resolve("deploy/local/mongod-requirements.txt"),
                home.resolve("deploy/local/mongod-requirements.txt"));
        for (String service : PARTS.subList(4, 8)) {
            program(home.resolve(
                    "%1$s-service/target/redress-%1$s-service-0.1.0-SNAPSHOT-exec.jar".formatted(service)));
        }
        environment.put("REDRESS_HOME", home.toString());
        environment.put("REDRESS_RUN", folder.resolve("run").toString());
        PARTS.forEach(part -> environment.put(variable(part), String.valueOf(Ports.free())));
        environment.put("REDRESS_PORT_CONTROLLER", String.valueOf(Ports.free()));
    }

    @AfterEach
    void ends() throws Exception {
        run("down");
    }

    @Test
    void keepsEverythingRunningAndDataOverARestart() throws Exception {
        assertThat(run("up", "--detach")).contains("Redress is ready after");
        assertThat(status()).hasSize(PARTS.size()).allSatisfy((name, part) -> {
            assertThat(PARTS).contains(name);
            assertThat(part.propertyNames()).containsExactly("name", "pid", "port", "healthy", "rssMb");
            assertThat(part.path("healthy").asBoolean()).as(name).isTrue();
            assertThat(part.path("port").asInt()).isEqualTo(Integer.parseInt(environment.get(variable(name))));
            assertThat(part.path("rssMb").asInt()).isPositive();
        });
        assertThat(run("clock", "advance", "1d", "--wait")).contains("no rung that is due is unfired");
        startsAgainWhatDied();
        keepsAwayWhatWasStopped();
        String token = run("token", "admin");
        write(new Document("_id", "kept"));
        leavesNothingRunningWhenTheLauncherIsKilled();
        assertThat(run("up", "--detach")).contains("Redress is ready after");
        assertThat(documents()).isEqualTo(1);
        assertThat(run("token", "admin")).as("signed with the same key").startsWith(token.substring(0, 40));
        assertThat(run("down")).contains("Redress has ended.");
        assertThat(run("status", "--json")).isEqualTo("[]\n");
    }

    @Test
    void endsEverythingWhenOnePartDoesNotComeUp() throws Exception {
        Path home = Path.of(environment.get("REDRESS_HOME"));
        Files.writeString(
                home.resolve("analytics-service/target/redress-analytics-service-0.1.0-SNAPSHOT-exec.jar"),
                "no program");
        assertThat(run("up", "--detach"))
                .contains("analytics ended while it started.")
                .contains("Invalid or corrupt jarfile");
        assertThat(run("status", "--json")).isEqualTo("[]\n");
        PARTS.forEach(part -> assertThat(Ports.isFree(Integer.parseInt(environment.get(variable(part)))))
                .as(part)
                .isTrue());
    }

    private void startsAgainWhatDied() throws Exception {
        List<String> killed = List.of("broker", "mongod", "routing");
        Map<String, JsonNode> before = status();
        killed.forEach(part -> process(before.get(part)).destroyForcibly());
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    Map<String, JsonNode> now = status();
                    assertThat(killed).allSatisfy(part -> {
                        assertThat(now.get(part).path("healthy").asBoolean())
                                .as(part)
                                .isTrue();
                        assertThat(now.get(part).path("pid"))
                                .isNotEqualTo(before.get(part).path("pid"));
                    });
                });
    }

    private void keepsAwayWhatWasStopped() throws Exception {
        for (String part : List.of("mail", "intake")) {
            assertThat(run("stop", part)).contains(part + " is kept away.");
            assertThat(status().get(part).path("pid").isNull()).isTrue();
            assertThat(Ports.answers(Integer.parseInt(environment.get(variable(part)))))
                    .isFalse();
            assertThat(run("start", part)).contains(part + " is healthy.");
        }
    }

    private void leavesNothingRunningWhenTheLauncherIsKilled() throws Exception {
        Map<String, JsonNode> parts = status();
        List<ProcessHandle> all =
                parts.values().stream().map(LocalRunTest::process).toList();
        ProcessHandle launcher = process(parts.get("mail"));
        launcher.destroyForcibly();
        launcher.onExit().join();
        run("down");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(all).noneMatch(ProcessHandle::isAlive));
    }

    private static ProcessHandle process(JsonNode part) {
        return ProcessHandle.of(part.path("pid").asLong()).orElseThrow();
    }

    private void write(Document document) throws Exception {
        try (var client = MongoClients.create(mongo())) {
            client.getDatabase("test").getCollection("letters").insertOne(document);
        }
    }

    private long documents() throws Exception {
        try (var client = MongoClients.create(mongo())) {
            return client.getDatabase("test").getCollection("letters").countDocuments();
        }
    }

    private String mongo() throws Exception {
        return run("environment").replaceFirst("(?s).*MONGODB_URI='([^']*)'.*", "$1");
    }

    private Map<String, JsonNode> status() throws Exception {
        Map<String, JsonNode> parts = new HashMap<>();
        JsonMapper.builder()
                .build()
                .readTree(run("status", "--json"))
                .forEach(part -> parts.put(part.path("name").asString(), part));
        return parts;
    }

    private String run(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Local.class.getName()));
        command.addAll(Arrays.asList(words));
        Path output = Files.createTempFile(folder, "output", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeAll(List.of("KAFKA_BOOTSTRAP_SERVERS", "MONGODB_URI"));
        builder.environment().putAll(environment);
        builder.start().waitFor();
        return Files.readString(output);
    }

    private static String variable(String part) {
        return "REDRESS_PORT_" + part.toUpperCase(java.util.Locale.ROOT).replace('-', '_');
    }

    private static void program(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandIn.class.getName());
        String name = StandIn.class.getName().replace('.', '/') + ".class";
        Files.createDirectories(jar.getParent());
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream content = new JarOutputStream(file, manifest);
                var bytes = StandIn.class.getClassLoader().getResourceAsStream(name)) {
            content.putNextEntry(new JarEntry(name));
            bytes.transferTo(content);
        }
    }
}
