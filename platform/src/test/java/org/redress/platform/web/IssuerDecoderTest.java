package org.redress.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

class IssuerDecoderTest {

    private static final int INVENTED = 200;

    @Test
    void isUnavailableWhileTheIssuerIsAwayAndWorksOnceItIsThere() {
        try (SampleIssuer issuer = new SampleIssuer()) {
            IssuerDecoder away = new IssuerDecoder("http://127.0.0.1:1", "");
            assertThatThrownBy(() -> away.decode(issuer.token("a"))).isInstanceOf(UnavailableException.class);

            IssuerDecoder decoder = new IssuerDecoder(issuer.address(), "");
            issuer.started();

            assertThat(decoder.decode(issuer.token("a")).getSubject()).isEqualTo("a");
        }
    }

    /** The decoder allows a minute of difference between clocks: this token is refused two seconds from now. */
    @Test
    void trustsACheckedTokenNoLongerThanItsEnd() {
        try (SampleIssuer issuer = new SampleIssuer().started()) {
            IssuerDecoder decoder = new IssuerDecoder(issuer.address(), "");
            String ending = issuer.token("a", Instant.now().minusSeconds(58));

            assertThat(decoder.decode(ending).getSubject()).isEqualTo("a");
            await().untilAsserted(() ->
                    assertThatThrownBy(() -> decoder.decode(ending)).isInstanceOf(BadJwtException.class));
        }
    }

    @Test
    @Timeout(20)
    void waitsForNoAnswerThatDrips() throws IOException {
        try (ServerSocket drips = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> drip(drips));
            RestClient client = RestClient.builder()
                    .requestFactory(IssuerCalls.requests(Duration.ofMillis(300)))
                    .build();

            assertThatThrownBy(() -> client.get()
                            .uri("http://127.0.0.1:" + drips.getLocalPort() + "/")
                            .retrieve()
                            .body(String.class))
                    .isInstanceOf(RestClientException.class);
        }
    }

    private static void drip(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 100000\r\n\r\n"
                            .getBytes(UTF_8));
            CountDownLatch never = new CountDownLatch(1);
            while (!never.await(50, TimeUnit.MILLISECONDS)) {
                socket.getOutputStream().write('x');
                socket.getOutputStream().flush();
            }
        } catch (IOException e) {
            // Who asked has gone.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void refusesAnotherIssuersToken() {
        try (SampleIssuer issuer = new SampleIssuer().started();
                SampleIssuer stranger = new SampleIssuer()) {
            IssuerDecoder decoder = new IssuerDecoder(issuer.address(), "");

            assertThatThrownBy(() -> decoder.decode(stranger.token("a"))).isInstanceOf(BadJwtException.class);
        }
    }

    @Test
    void refusesATokenThatWasGivenForAnotherProgram() {
        try (SampleIssuer issuer = new SampleIssuer().started()) {
            IssuerDecoder decoder = new IssuerDecoder(issuer.address(), "redress");
            Instant end = Instant.now().plusSeconds(60);
            String ours = issuer.signed(Map.of("sub", "a", "aud", List.of("other", "redress")), end);
            String others = issuer.signed(Map.of("sub", "a", "aud", "payroll"), end);

            assertThat(decoder.decode(ours).getSubject()).isEqualTo("a");
            assertThatThrownBy(() -> decoder.decode(others)).isInstanceOf(BadJwtException.class);
            assertThatThrownBy(() -> decoder.decode(issuer.token("a"))).isInstanceOf(BadJwtException.class);
        }
    }

    @Test
    void asksForKeysNowAndThenHoweverManyTokensNameUnknownOnes() {
        try (SampleIssuer issuer = new SampleIssuer().started()) {
            IssuerDecoder decoder = new IssuerDecoder(issuer.address(), "");
            decoder.decode(issuer.token("a"));

            for (int key = 0; key < INVENTED; key++) {
                String token = invented("key-" + key);
                assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(BadJwtException.class);
            }

            assertThat(issuer.keysGiven()).isLessThan(INVENTED / 2);
            assertThat(decoder.decode(issuer.token("b")).getSubject()).isEqualTo("b");
        }
    }

    private static String invented(String key) {
        return Stream.of("{\"alg\":\"RS256\",\"kid\":\"" + key + "\"}", "{\"sub\":\"a\"}", "signature")
                .map(part -> Base64.getUrlEncoder().withoutPadding().encodeToString(part.getBytes(UTF_8)))
                .collect(Collectors.joining("."));
    }

    @Test
    void refusesATokenThatOnlySaysWhoSignedIn() {
        try (SampleIssuer issuer = new SampleIssuer().started()) {
            IssuerDecoder decoder = new IssuerDecoder(issuer.address(), "");
            Instant end = Instant.now().plusSeconds(60);

            for (String claim : List.of("nonce", "at_hash")) {
                String token = issuer.signed(Map.of("sub", "a", claim, "x"), end);
                assertThatThrownBy(() -> decoder.decode(token)).as(claim).isInstanceOf(BadJwtException.class);
            }
        }
    }

    @Test
    void isUnavailableWithoutAnAddress() {
        assertThatThrownBy(() -> new IssuerDecoder("", "").decode("x")).isInstanceOf(UnavailableException.class);
    }
}
