package org.redress.platform.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

class ProductionTest {

    private static final List<String> FIT = List.of(
            "--spring.profiles.active=production",
            "--redress.issuer=https://sign-in.example",
            "--redress.audience=redress",
            "--redress.client-secret=s",
            "--redress.urls.intake=https://petitions.example",
            "--redress.urls.routing=https://cases.example",
            "--redress.urls.notification=https://inbox.example",
            "--redress.urls.analytics=https://figures.example",
            "--spring.kafka.bootstrap-servers=broker.invalid:9093",
            "--spring.kafka.security.protocol=SASL_SSL",
            "--spring.mongodb.uri=mongodb://intake:word@a.invalid,b.invalid/?replicaSet=rs0&tls=true");

    @Test
    void startsWithSettingsThatAreFitForIt() {
        try (ConfigurableApplicationContext service = run()) {
            assertThat(service.isActive()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        redress.issuer=                             | REDRESS_ISSUER         | is not set
        redress.issuer=http://sign-in.example       | REDRESS_ISSUER         | is not an https address
        redress.issuer=not an address               | REDRESS_ISSUER         | is not an https address
        redress.issuer=https://127.0.0.1:8090       | REDRESS_ISSUER         | is on this machine itself
        redress.issuer=https://127.9.9.9            | REDRESS_ISSUER         | is on this machine itself
        redress.issuer=https://localhost            | REDRESS_ISSUER         | is on this machine itself
        redress.issuer=https://[::1]                | REDRESS_ISSUER         | is on this machine itself
        redress.issuer=https://0.0.0.0              | REDRESS_ISSUER         | is on this machine itself
        redress.audience=                           | REDRESS_AUDIENCE       | any other program
        redress.client-secret=                      | REDRESS_CLIENT_SECRET  | is not set
        redress.urls.routing=http://cases.example   | REDRESS_ROUTING_URL    | not an https address
        redress.urls.routing=https://a:b@cases.example | REDRESS_ROUTING_URL | without a user
        redress.plain-text=broker,mails             | REDRESS_PLAIN_TEXT     | names mails
        spring.kafka.security.protocol=SASL_PLAINTEXT | SPRING_KAFKA_SECURITY_PROTOCOL | events travel unencrypted
        spring.mongodb.uri=mongodb://u:p@a.invalid/?replicaSet=rs0 | MONGODB_URI | documents travel unencrypted
        spring.mongodb.uri=mongodb://u:p@127.0.0.1,a.invalid:27017/ | MONGODB_URI | documents travel unencrypted
        spring.mongodb.uri=mongodb+srv://u:p@a.invalid/?tls=false | MONGODB_URI | documents travel unencrypted
        spring.mongodb.uri=mongodb://u:p@a.invalid/?tls=true&tlsInsecure=true | MONGODB_URI | whatever certificate
        spring.mongodb.uri=mongodb://a.invalid/?tls=true | MONGODB_URI       | names no user
        spring.mail.host=mail.invalid               | SMTP_STARTTLS          | mails travel unencrypted
        redress.tracing.endpoint=http://collector.invalid:4318/v1/traces | REDRESS_TRACING_ENDPOINT | numbers of petitions travel unencrypted
        server.servlet.session.cookie.secure=false  | REDRESS_SECURE_COOKIES | unencrypted
        redress.single-broker=true                  | REDRESS_SINGLE_BROKER  | one copy
        redress.clock-file=/tmp/clock.json          | REDRESS_CLOCK_FILE     | business time
        redress.notification.mail.outside=          | REDRESS_OUTSIDE_ADDRESS | is not set
        redress.notification.webhook.loopback=true  | redress.notification.webhook.loopback | unencrypted
        """)
    void refusesToStartWithASettingThatIsNot(String setting, String variable, String problem) {
        UnsafeProductionException refused =
                catchThrowableOfType(UnsafeProductionException.class, () -> run("--" + setting));

        FailureAnalysis analysis = Objects.requireNonNull(new UnsafeProductionAnalyzer().analyze(refused));
        assertThat(refused.settings()).hasSize(1);
        assertThat(analysis.getDescription()).contains(variable, problem);
        assertThat(analysis.getAction()).contains(variable, "SPRING_PROFILES_ACTIVE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        spring.kafka.security.protocol=PLAINTEXT | spring.kafka.bootstrap-servers=127.0.0.1:9092,[::1]:9092
        spring.kafka.security.protocol=PLAINTEXT | redress.plain-text=broker
        spring.mongodb.uri=mongodb://a:b@c.invalid/ | redress.plain-text=mail,database
        spring.mongodb.uri=mongodb+srv://a:b@c.invalid/ | redress.plain-text=
        spring.mongodb.uri=mongodb://127.0.0.1:27017/ | redress.plain-text=
        spring.mail.host=mail.invalid | spring.mail.properties[mail.smtp.starttls.required]=true
        spring.mail.host=localhost | redress.plain-text=
        redress.tracing.endpoint=http://127.0.0.1:4318/v1/traces | redress.plain-text=
        redress.tracing.endpoint=http://collector.invalid/ | redress.plain-text=collector
        """)
    void takesPlainTextOnThisMachineAndWhereItIsNamed(String setting, String and) {
        try (ConfigurableApplicationContext service = run("--" + setting, "--" + and)) {
            assertThat(service.isActive()).isTrue();
        }
    }

    @Test
    void knowsTheLocalServerByItsMark() throws IOException {
        HttpServer local = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String address = "http://127.0.0.1:" + local.getAddress().getPort();
        byte[] document = "{\"issuer\":\"%s\",\"redress_local_use_only\":true}"
                .formatted(address)
                .getBytes(StandardCharsets.UTF_8);
        local.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, document.length);
            exchange.getResponseBody().write(document);
            exchange.close();
        });
        local.start();
        try {
            assertThat(catchThrowableOfType(UnsafeProductionException.class, () -> run("--redress.issuer=" + address))
                            .settings())
                    .extracting(UnsafeSetting::problem)
                    .contains("is the local sign-in server with the demo people");
        } finally {
            local.stop(0);
        }
    }

    @Test
    void hasNoIssuerByDefault() {
        assertThatThrownBy(() -> start(List.of("--spring.profiles.active=production", "--redress.client-secret=s")))
                .isInstanceOf(UnsafeProductionException.class)
                .hasMessageContaining("REDRESS_ISSUER");
    }

    private static ConfigurableApplicationContext run(String... settings) {
        List<String> arguments = new ArrayList<>(List.of(settings));
        // An option that was given twice would hold both values.
        FIT.stream()
                .filter(fit -> arguments.stream().noneMatch(given -> given.startsWith(name(fit))))
                .toList()
                .forEach(arguments::add);
        return start(arguments);
    }

    private static String name(String option) {
        return option.substring(0, option.indexOf('=') + 1);
    }

    private static ConfigurableApplicationContext start(List<String> arguments) {
        return new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .run(arguments.toArray(String[]::new));
    }

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}
}
