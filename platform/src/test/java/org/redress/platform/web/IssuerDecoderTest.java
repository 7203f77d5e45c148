package org.redress.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;

class IssuerDecoderTest {

    @Test
    void isUnavailableWhileTheIssuerIsAwayAndWorksOnceItIsThere() {
        try (SampleIssuer issuer = new SampleIssuer()) {
            IssuerDecoder away = new IssuerDecoder("http://127.0.0.1:1");
            assertThatThrownBy(() -> away.decode(issuer.token("a"))).isInstanceOf(UnavailableException.class);

            IssuerDecoder decoder = new IssuerDecoder(issuer.address());
            issuer.started();

            assertThat(decoder.decode(issuer.token("a")).getSubject()).isEqualTo("a");
        }
    }

    /** The decoder allows a minute of difference between clocks: this token is refused two seconds from now. */
    @Test
    void trustsACheckedTokenNoLongerThanItsEnd() {
        try (SampleIssuer issuer = new SampleIssuer().started()) {
            IssuerDecoder decoder = new IssuerDecoder(issuer.address());
            String ending = issuer.token("a", Instant.now().minusSeconds(58));

            assertThat(decoder.decode(ending).getSubject()).isEqualTo("a");
            await().untilAsserted(() ->
                    assertThatThrownBy(() -> decoder.decode(ending)).isInstanceOf(BadJwtException.class));
        }
    }

    @Test
    void refusesAnotherIssuersToken() {
        try (SampleIssuer issuer = new SampleIssuer().started();
                SampleIssuer stranger = new SampleIssuer()) {
            IssuerDecoder decoder = new IssuerDecoder(issuer.address());

            assertThatThrownBy(() -> decoder.decode(stranger.token("a"))).isInstanceOf(BadJwtException.class);
        }
    }

    @Test
    void refusesATokenThatOnlySaysWhoSignedIn() {
        try (SampleIssuer issuer = new SampleIssuer().started()) {
            IssuerDecoder decoder = new IssuerDecoder(issuer.address());
            Instant end = Instant.now().plusSeconds(60);

            for (String claim : List.of("nonce", "at_hash")) {
                String token = issuer.signed(Map.of("sub", "a", claim, "x"), end);
                assertThatThrownBy(() -> decoder.decode(token)).as(claim).isInstanceOf(BadJwtException.class);
            }
        }
    }

    @Test
    void isUnavailableWithoutAnAddress() {
        assertThatThrownBy(() -> new IssuerDecoder("").decode("x")).isInstanceOf(UnavailableException.class);
    }
}
