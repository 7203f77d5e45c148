package org.redress.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WebhookSettingsTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String PREFIX = "redress.notification.webhook";

    @TempDir
    private Path folder;

    private final Map<String, String> properties = new HashMap<>();

    @BeforeEach
    void oneEndpoint() throws IOException {
        properties.put("endpoints.hotline.client", "hotline-12345");
        properties.put("endpoints.hotline.url", "https://hotline.example.org/redress");
        properties.put("endpoints.hotline.secret-file", file("good", "rw-------", SECRET));
        file("others", "rw-r--r--", SECRET);
        file("short", "rw-------", "whsec_c2hvcnQ=");
        file("empty", "rw-------", "");
    }

    private String file(String name, String mode, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        return file.toString();
    }

    private WebhookSettings bound() {
        Map<String, String> all = new HashMap<>();
        properties.forEach((name, value) -> all.put(PREFIX + "." + name, value));
        return new Binder(new MapConfigurationPropertySource(all))
                .bindOrCreate(PREFIX, Bindable.of(WebhookSettings.class));
    }

    @Test
    void takesAnEndpointAndNone() {
        assertThat(bound().endpoints()).containsOnlyKeys("hotline");
        properties.clear();
        assertThat(bound().endpoints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "endpoints.hotline.client, ' ', hotline.client",
        "endpoints.hotline.url, '', hotline.url is missing",
        "endpoints.hotline.url, http://hotline.example.org/, an https address",
        "endpoints.hotline.url, https://user:word@hotline.example.org/, without a user",
        "endpoints.hotline.url, not an address, no address",
        "endpoints.hotline.secret-file, '', hotline.secret-file",
        "endpoints.hotline.secret-file, FOLDER/nowhere, cannot be read",
        "endpoints.hotline.secret-file, FOLDER/others, accepted is mode 600",
        "endpoints.hotline.secret-file, FOLDER/short, 24 to 64 bytes",
        "endpoints.hotline.secret-file, FOLDER/empty, holds no secret",
        "sending.lease, 40s, sending.lease must be longer"
    })
    void namesTheFieldThatIsWrongAndWhatIsAccepted(String field, String value, String sentence) {
        properties.put(field, value.replace("FOLDER", folder.toString()));

        assertThatThrownBy(this::bound).hasStackTraceContaining(sentence);
    }

    @Test
    void takesOneEndpointForEachClient() {
        properties.put("endpoints.second.client", "hotline-12345");
        properties.put("endpoints.second.url", "https://second.example.org/");
        properties.put("endpoints.second.secret-file", folder.resolve("good").toString());

        assertThatThrownBy(this::bound).hasStackTraceContaining("two have the client hotline-12345");
    }

    /** The example of the specification's own libraries. */
    @Test
    void signsAsTheSpecificationSaysAndFollowsItsFile() throws IOException {
        Path file = folder.resolve("good");
        SigningSecrets secrets = new SigningSecrets(file);
        byte[] body = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
        String signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

        assertThat(secrets.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330L, body))
                .isEqualTo(signature);

        file("good", "rw-------", "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n" + SECRET + "\n");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
        assertThat(secrets.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330L, body))
                .endsWith(" " + signature)
                .hasSizeGreaterThan(signature.length() + 1);

        file("good", "rw-------", "half a secr");
        Files.setLastModifiedTime(file, FileTime.fromMillis(2_000));
        assertThat(secrets.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330L, body))
                .endsWith(signature);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, true, true",
        "2001:db8::7, true, true",
        "127.0.0.1, false, false",
        "::1, false, false",
        "::ffff:127.0.0.1, false, false",
        "0.0.0.0, false, false",
        "169.254.169.254, false, false",
        "fe80::1, false, false",
        "224.0.0.1, false, false",
        "64:ff9b::a00:1, false, false",
        "2002:a00:1::, false, false",
        "10.0.0.1, false, true",
        "172.16.0.1, false, true",
        "192.168.1.1, false, true",
        "100.64.0.1, false, true",
        "100.128.0.1, true, true",
        "fd00::1, false, true"
    })
    void acceptsAddressesOfPrivateNetworksOnlyWhereThatIsSaid(String address, boolean inPublic, boolean inPrivate)
            throws IOException {
        InetAddress parsed = InetAddress.getByName(address);

        assertThat(Poster.accepts(parsed, false, false)).isEqualTo(inPublic);
        assertThat(Poster.accepts(parsed, true, false)).isEqualTo(inPrivate);
    }

    @Test
    void postsOnlyWhereItsSettingsAllow() throws IOException {
        try (Poster poster = new Poster(URI.create("http://127.0.0.1:9/"), Duration.ofSeconds(5), true, false)) {
            assertThatThrownBy(() -> poster.post(Map.of(), new byte[0]))
                    .isInstanceOf(UnknownHostException.class)
                    .hasMessageContaining("an address that is not accepted");
        }
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void endsInTimeHoweverSlowlyAnAnswerDrips() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Poster poster = new Poster(
                        URI.create("http://127.0.0.1:" + server.getLocalPort() + "/"),
                        Duration.ofMillis(700),
                        false,
                        true)) {
            Thread.ofVirtual().start(() -> drip(server, end));

            assertThatThrownBy(() -> poster.post(Map.of(), new byte[0])).isInstanceOf(InterruptedIOException.class);
        } finally {
            end.countDown();
        }
    }

    private static void drip(ServerSocket server, CountDownLatch end) {
        try (Socket socket = server.accept()) {
            OutputStream out = socket.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII));
            do {
                out.write('x');
                out.flush();
            } while (!end.await(50, TimeUnit.MILLISECONDS));
        } catch (IOException | InterruptedException e) {
            // The poster has hung up.
        }
    }
}
