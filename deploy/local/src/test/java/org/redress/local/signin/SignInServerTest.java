package org.redress.local.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTParser;
import java.net.ConnectException;
import java.net.CookieManager;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.local.run.ClientSecrets;
import org.redress.local.run.RunFolder;
import org.redress.starters.Ports;
import org.redress.starters.StartFailure;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SignInServerTest {

    private static final String ORGANISATION = """
            units:
              - {code: group, head: group.president}
              - {code: plant, parent: group, head: plant.director}
            posts:
              - {id: group.president, title: 董事长, unit: group, officer: zhou.mingyuan, name: 周明远}
              - {id: plant.director, title: 厂长, unit: plant, officer: zhou.mingyuan, name: 周明远}
              - {id: plant.labour, title: 劳资科长, unit: plant, officer: li.wei, name: 李蔚}
            """;

    @TempDir
    static Path folder;

    private static SignInSettings settings;
    private static SignInServer server;

    @BeforeAll
    static void starts() throws Exception {
        Path organisation = Files.writeString(folder.resolve("organisation.yaml"), ORGANISATION);
        RunFolder run = RunFolder.of(Map.of("REDRESS_RUN", folder.resolve("run").toString()));
        settings = new SignInSettings(
                Ports.free(),
                run.path("signing-key.json"),
                ClientSecrets.in(run),
                People.of(organisation),
                Map.of("intake", "http://127.0.0.1:8080"));
        server = SignInServer.start(settings);
    }

    @AfterAll
    static void ends() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "officer,    li.wei,  li.wei",
        "officer,    '',      zhou.mingyuan",
        "supervisor, '',      zhou.mingyuan",
        "auditor,    '',      auditor",
        "admin,      '',      admin",
        "adapter,    '',      adapter",
        "adapter,    hotline, hotline",
        "service,    '',      service"
    })
    void givesTheCommandLineTheRoleItAsksFor(String role, String person, String subject) throws Exception {
        Jwt token = verified(token("cli", Map.of("role", role, "person", person)));
        assertThat(token.getClaimAsStringList("roles")).containsExactly(role);
        assertThat(token.getSubject()).isEqualTo(subject);
    }

    @ParameterizedTest
    @CsvSource({"adapter, adapter", "intake, service", "routing, service", "notification, service", "analytics, service"
    })
    void givesEachProgramItsOwnRoleWhateverItAsksFor(String client, String role) throws Exception {
        Jwt token = verified(token(client, Map.of("role", "admin")));
        assertThat(token.getClaimAsStringList("roles")).containsExactly(role);
        assertThat(token.getSubject()).isEqualTo(client);
        assertThat(token.getClaimAsString("client_id")).isEqualTo(client);
        assertThat(token.getAudience()).containsExactly("redress");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        king    | li.wei | The role "king" is not one of adapter, officer, supervisor, auditor, admin, service.
        officer | nobody | Nobody of the organisation is called "nobody".
        """)
    void refusesARoleOrAPersonItDoesNotKnow(String role, String person, String sentence) throws Exception {
        JsonNode answer = token("cli", Map.of("role", role, "person", person));
        assertThat(answer.path("error_description").asString()).isEqualTo(sentence);
        assertThat(answer.has("access_token")).isFalse();
    }

    @Test
    void keepsTokensValidOverARestart() throws Exception {
        JsonNode earlier = token("cli", Map.of("role", "officer"));
        server.close();
        server = SignInServer.start(settings);
        assertThat(verified(earlier).getSubject()).isEqualTo("zhou.mingyuan");
    }

    @Test
    void signsAPersonInThroughTheForm() throws Exception {
        String verifier = "a-word-of-at-least-forty-three-characters-for-the-proof";
        String challenge = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.UTF_8)));
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String asked = settings.issuer() + "/oauth2/authorize?"
                + form(Map.of(
                        "response_type", "code",
                        "client_id", "intake",
                        "scope", "openid profile",
                        "redirect_uri", "http://127.0.0.1:8080/login/oauth2/code/redress",
                        "code_challenge", challenge,
                        "code_challenge_method", "S256"));
        get(browser, asked);
        String page = get(browser, settings.issuer() + "/login").body();
        HttpResponse<String> signedIn = post(
                browser,
                settings.issuer() + "/login",
                Map.of("username", "li.wei", "password", settings.secrets().password(), "_csrf", csrf(page)),
                "");
        assertThat(signedIn.statusCode()).isEqualTo(302);
        String code = get(browser, location(signedIn))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(code).startsWith("http://127.0.0.1:8080/login/oauth2/code/redress?code=");
        JsonNode tokens = body(post(
                browser,
                settings.issuer() + "/oauth2/token",
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code.replaceFirst(".*code=([^&]*).*", "$1"),
                        "redirect_uri",
                        "http://127.0.0.1:8080/login/oauth2/code/redress",
                        "code_verifier",
                        verifier),
                "intake"));
        assertThat(verified(tokens).getSubject()).isEqualTo("li.wei");
        assertThat(verified(tokens).getClaimAsStringList("roles")).containsExactly("officer");
        assertThat(verified(tokens).getAudience()).containsExactly("redress");
        assertThat(JWTParser.parse(tokens.path("id_token").asString())
                        .getJWTClaimsSet()
                        .getAudience())
                .containsExactly("intake");
    }

    @Test
    void listensOnTheLoopbackAddressAloneWhateverTheEnvironmentSays() {
        System.setProperty("server.address", "0.0.0.0");
        SignInSettings another = new SignInSettings(
                Ports.free(), settings.keyFile(), settings.secrets(), settings.people(), settings.pages());
        try (SignInServer other = SignInServer.start(another)) {
            assertThat(other.isRunning()).isTrue();
            // One that listened everywhere would answer here too.
            assertThatThrownBy(() -> new Socket("127.0.0.2", another.port()).close())
                    .isInstanceOf(ConnectException.class);
        } finally {
            System.clearProperty("server.address");
        }
    }

    @ParameterizedTest
    @CsvSource({"systemEnvironment, SPRING_PROFILES_ACTIVE", "systemProperties, spring.profiles.active"})
    void refusesToStartInProduction(String source, String name) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(source, new SystemEnvironmentPropertySource(source, Map.of(name, "cloud,production")));

        assertThatThrownBy(() -> SignInServer.refuseProduction(environment))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("SPRING_PROFILES_ACTIVE");
        System.setProperty("spring.profiles.active", "production");
        try {
            assertThatThrownBy(() -> SignInServer.start(settings)).isInstanceOf(StartFailure.class);
        } finally {
            System.clearProperty("spring.profiles.active");
        }
    }

    @Test
    void marksItselfAsBeingForLocalUseOnly() throws Exception {
        JsonNode document =
                body(get(HttpClient.newHttpClient(), settings.issuer() + "/.well-known/openid-configuration"));

        assertThat(document.path("redress_local_use_only").asBoolean()).isTrue();
        assertThat(document.path("end_session_endpoint").asString()).startsWith(settings.issuer());
    }

    private static JsonNode token(String client, Map<String, String> parameters) throws Exception {
        String asked = settings.issuer() + "/oauth2/token";
        Map<String, String> all = new HashMap<>(parameters);
        all.put("grant_type", "client_credentials");
        return body(post(HttpClient.newHttpClient(), asked, all, client));
    }

    private static Jwt verified(JsonNode tokens) {
        return JwtDecoders.fromIssuerLocation(settings.issuer())
                .decode(tokens.path("access_token").asString());
    }

    private static HttpResponse<String> get(HttpClient client, String address) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Accept", "text/html")
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(
            HttpClient client, String address, Map<String, String> parameters, String program) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html, application/json")
                .POST(HttpRequest.BodyPublishers.ofString(form(parameters)));
        if (!program.isEmpty()) {
            String pair = program + ':' + settings.secrets().of(program);
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + '=' + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static JsonNode body(HttpResponse<String> answer) {
        return JsonMapper.builder().build().readTree(answer.body());
    }

    private static String csrf(String page) {
        Matcher field = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]*)\"").matcher(page);
        assertThat(field.find()).isTrue();
        return field.group(1);
    }

    private static String location(HttpResponse<String> answer) {
        String location = answer.headers().firstValue("Location").orElseThrow();
        return location.startsWith("http") ? location : settings.issuer() + location;
    }
}
