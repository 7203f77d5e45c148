package org.redress.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    @Test
    void refusesAnotherIssuersToken() {
        try (SampleIssuer issuer = new SampleIssuer().started();
                SampleIssuer stranger = new SampleIssuer()) {
            IssuerDecoder decoder = new IssuerDecoder(issuer.address());

            assertThatThrownBy(() -> decoder.decode(stranger.token("a"))).isInstanceOf(BadJwtException.class);
        }
    }

    @Test
    void isUnavailableWithoutAnAddress() {
        assertThatThrownBy(() -> new IssuerDecoder("").decode("x")).isInstanceOf(UnavailableException.class);
    }
}
