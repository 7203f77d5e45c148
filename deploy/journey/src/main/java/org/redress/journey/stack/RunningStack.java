package org.redress.journey.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.redress.starters.DescribedStatuses;
import org.redress.starters.Guard;
import org.redress.starters.Ports;
import org.redress.starters.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole platform as it ships, started by its own scripts on free ports in a folder of its own. */
public final class RunningStack implements AutoCloseable {

    private static final List<String> NAMES = List.of(
            "broker", "mongod", "mail", "sign-in", "intake", "routing", "notification", "analytics", "controller");
    private static final Pattern VARIABLE = Pattern.compile("(?m)^export (\\w+)='([^']*)'$");
    private static final Pattern ELSEWHERE =
            Pattern.compile("KAFKA_BOOTSTRAP_SERVERS|MONGODB_URI|REDRESS_(CONFIGURATION|ISSUER|[A-Z]+_URL)");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path home = Repository.root();
    private final Path run;
    private final Map<String, Integer> ports = new ConcurrentHashMap<>();
    private final Map<String, String> environment;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Map<Path, String> mails = new ConcurrentHashMap<>();
    private final Map<Long, List<Path>> outputs = new ConcurrentHashMap<>();
    private final Map<URI, DescribedStatuses> described = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newHttpClient();

    /** Starts everything in a run folder, empty or of an earlier run. */
    public RunningStack(Path run) throws IOException {
        this(run, Map.of());
    }

    /** Starts everything in a run folder, with more environment variables for its scripts. */
    public RunningStack(Path run, Map<String, String> environment) throws IOException {
        this.run = run;
        this.environment = Map.copyOf(environment);
        Set<Integer> free = new LinkedHashSet<>();
        while (free.size() < NAMES.size()) {
            free.add(Ports.free());
        }
        Iterator<Integer> next = free.iterator();
        NAMES.forEach(name -> ports.put(name, next.next()));
        Output started = command("deploy/local/launcher", "up", "--detach");
        if (started.exit() != 0) {
            throw new IllegalStateException("the stack did not start: " + started);
        }
        // The launcher outlives who asked for it: were this JVM killed, nobody else would end it.
        Guard.get().watch(launcher());
    }

    private ProcessHandle launcher() throws IOException {
        long pid = JSON.readTree(Files.readString(run.resolve("state.json")))
                .path("launcher")
                .path("pid")
                .asLong();
        return ProcessHandle.of(pid).orElseThrow();
    }

    /** What a command printed and how it ended. */
    public record Output(int exit, String out, String err) {
        /** The last line of what it printed. */
        public String lastLine() {
            return out.strip().lines().reduce((first, second) -> second).orElse("");
        }

        /** The last line, read as JSON. */
        public JsonNode json() {
            return JSON.readTree(lastLine());
        }
    }

    /** An answer of a service. */
    public record Answer(int status, String text, String contentType) {
        /** The body, read as JSON. */
        public JsonNode json() {
            return JSON.readTree(text);
        }
    }

    /** Runs a script of the project to its end. */
    public Output command(String script, String... arguments) throws IOException {
        Process process = start(script, arguments);
        try {
            if (!process.waitFor(8, TimeUnit.MINUTES)) {
                process.destroy();
                throw new IllegalStateException(script + " did not end");
            }
            return output(process);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Starts a script of the project with the environment of this stack. */
    public Process start(String script, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(home.resolve(script).toString()));
        line.addAll(List.of(arguments));
        Path out = Files.createTempFile(run.getParent(), "out", ".txt");
        Path err = Files.createTempFile(run.getParent(), "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(home.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        // It brings its own broker and database, which the tests may kill, the sample organisation and its own
        // addresses.
        builder.environment().keySet().removeIf(name -> ELSEWHERE.matcher(name).matches());
        builder.environment().putAll(environment);
        builder.environment().put("REDRESS_RUN", run.toString());
        ports.forEach((name, port) -> builder.environment()
                .put("REDRESS_PORT_" + name.toUpperCase(Locale.ROOT).replace('-', '_'), port.toString()));
        Process process = builder.start();
        outputs.put(process.pid(), List.of(out, err));
        return process;
    }

    /** What a script that ended had printed. */
    public Output output(Process ended) throws IOException {
        List<Path> files = Objects.requireNonNull(outputs.get(ended.pid()));
        return new Output(ended.exitValue(), Files.readString(files.get(0)), Files.readString(files.get(1)));
    }

    /** Posts JSON to a service; without a role, nobody is signed in. Headers are names and values in turn. */
    public Answer post(String service, String path, String role, String json, String... headers) {
        HttpRequest.Builder request = request(service, path, role);
        return send((headers.length == 0 ? request : request.headers(headers))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8))
                .build());
    }

    /** Asks a service; without a role, nobody is signed in. */
    public Answer get(String service, String path, String role) {
        return send(request(service, path, role).GET().build());
    }

    /** Asks a service in some way with a JSON body; without a role, nobody is signed in. */
    public Answer ask(String method, String service, String path, String role, String json) {
        return send(request(service, path, role)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8))
                .build());
    }

    /** Without a role, nobody is signed in. */
    private HttpRequest.Builder request(String service, String path, String role) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(service).resolve(path));
        return role.isEmpty() ? request : request.header("Authorization", "Bearer " + token(role));
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response =
                    http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            described(request.uri().resolve("/v3/api-docs"))
                    .ifPresent(statuses ->
                            statuses.require(request.method(), request.uri().getPath(), response.statusCode()));
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Content-Type").orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The statuses a service may answer with; absent when it went away meanwhile. */
    private Optional<DescribedStatuses> described(URI description) throws InterruptedException {
        DescribedStatuses known = described.get(description);
        if (known == null) {
            try {
                known = new DescribedStatuses(http.send(
                                HttpRequest.newBuilder(description).build(),
                                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                        .body());
                described.put(description, known);
            } catch (IOException e) {
                return Optional.empty();
            }
        }
        return Optional.of(known);
    }

    /** The address of a part that speaks HTTP. */
    public URI address(String part) {
        return URI.create("http://127.0.0.1:" + ports.get(part));
    }

    /** What everybody signs in with. */
    public String password() throws IOException {
        return JsonMapper.shared()
                .readTree(folder().resolve("secrets.json"))
                .path("password")
                .asString();
    }

    /** A token of a role, asked for once. */
    public String token(String role) {
        return Objects.requireNonNull(
                tokens.computeIfAbsent(role, wanted -> fetched(List.of(wanted)).getFirst()));
    }

    /** Asks for the tokens of roles that will be needed, which is much quicker than one after the other. */
    public void fetchTokens(Collection<String> roles) {
        List<String> wanted = List.copyOf(roles);
        List<String> fetched = fetched(wanted);
        for (int i = 0; i < fetched.size(); i++) {
            tokens.put(wanted.get(i), fetched.get(i));
        }
    }

    private List<String> fetched(List<String> roles) {
        try {
            List<String> lines = command("deploy/local/token", roles.toArray(String[]::new))
                    .out()
                    .lines()
                    .toList();
            if (lines.size() != roles.size()) {
                throw new IllegalStateException("no tokens for " + roles);
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Addresses of the running parts and an adapter's token, as the variables that tools read them from. */
    public Map<String, String> variables() throws IOException {
        Map<String, String> variables = new TreeMap<>();
        Matcher lines =
                VARIABLE.matcher(command("deploy/local/launcher", "environment").out());
        while (lines.find()) {
            variables.put(lines.group(1), lines.group(2));
        }
        return variables;
    }

    /** Forgets a token that is no longer accepted, so that the next call asks for another. */
    public void forgetToken(String role, String token) {
        tokens.remove(role, token);
    }

    /** What the launcher last wrote of its parts and their addresses. */
    public StateFile state() throws IOException {
        return StateFile.read(run.resolve("state.json"));
    }

    /** The folder that holds its data, mails and logs. */
    public Path folder() {
        return run;
    }

    /** Mails that hold all of these texts, decoded. */
    public List<String> mailsWith(String... texts) throws IOException {
        try (Stream<Path> files = Files.list(run.resolve("mail"))) {
            List<String> found = new ArrayList<>();
            for (Path file : files.filter(f -> f.toString().endsWith(".eml")).toList()) {
                // The server writes each whole and never again.
                String mail = mails.get(file);
                if (mail == null) {
                    mail = Mails.decode(Files.readAllBytes(file));
                    mails.put(file, mail);
                }
                if (Stream.of(texts).allMatch(mail::contains)) {
                    found.add(mail);
                }
            }
            return found;
        }
    }

    /** The parts that run, with the ids of their processes. */
    public Map<String, Long> processes() throws IOException {
        Map<String, Long> processes = new TreeMap<>();
        for (JsonNode process :
                JSON.readTree(command("deploy/local/status", "--json").out())) {
            processes.put(process.path("name").asString(), process.path("pid").asLong());
        }
        return processes;
    }

    @Override
    public void close() throws IOException {
        command("deploy/local/down");
    }
}
