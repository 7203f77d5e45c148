package org.redress.platform.web;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;

/** Checks tokens with the issuer's keys, asked for when the first token comes: a service starts without the issuer. */
final class IssuerDecoder implements JwtDecoder {

    private static final Logger LOG = LoggerFactory.getLogger(IssuerDecoder.class);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final @Nullable String issuer;
    private volatile @Nullable JwtDecoder known;

    IssuerDecoder(@Nullable String issuer) {
        this.issuer = issuer;
    }

    @Override
    public Jwt decode(String token) {
        try {
            return decoder().decode(token);
        } catch (BadJwtException bad) {
            throw bad;
        } catch (JwtException away) {
            throw away(away);
        }
    }

    private JwtDecoder decoder() {
        JwtDecoder decoder = known;
        return decoder == null ? discovered() : decoder;
    }

    private synchronized JwtDecoder discovered() {
        JwtDecoder decoder = known;
        if (decoder == null) {
            decoder = discover();
            known = decoder;
        }
        return decoder;
    }

    private JwtDecoder discover() {
        if (issuer == null || issuer.isBlank()) {
            throw away(new IllegalStateException("redress.issuer is not set"));
        }
        try {
            NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(issuer)
                    .restOperations(rest())
                    .validateType(false)
                    .build();
            decoder.setJwtValidator(
                    JwtValidators.createDefaultWithValidators(List.of(new JwtIssuerValidator(issuer), types())));
            return decoder;
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw away(e);
        }
    }

    private static JwtTypeValidator types() {
        JwtTypeValidator types = new JwtTypeValidator("JWT", "at+jwt");
        types.setAllowEmpty(true);
        return types;
    }

    private static RestTemplate rest() {
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(CONNECT_TIMEOUT);
        requests.setReadTimeout(READ_TIMEOUT);
        return new RestTemplate(requests);
    }

    private static RefusedException away(Exception cause) {
        LOG.warn("Tokens cannot be checked: {}", cause.getMessage());
        return new UnavailableException("detail.sign-in", RETRY);
    }
}
