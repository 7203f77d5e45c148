package org.redress.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.platform.time.RealTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
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
    private static final Duration RETRY = Duration.ofSeconds(5);

    /** So long a token that was checked once is not checked again: its signature is a large part of what a request costs. */
    private static final Duration TRUSTED = Duration.ofMinutes(1);

    private static final int TRUSTED_TOKENS = 1_000;

    /** Questions to the issuer about itself and its keys that may follow each other, and how soon there may be one more. */
    private static final int AT_ONCE = 10;

    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final @Nullable String issuer;
    private final String audience;
    private final Cache<String, Jwt> trusted = Caffeine.newBuilder()
            .maximumSize(TRUSTED_TOKENS)
            .expireAfterWrite(TRUSTED)
            .build();
    private final IssuerOutage outage = new IssuerOutage();
    private volatile @Nullable JwtDecoder known;

    /**
     * For tokens of an issuer.
     *
     * @param audience whom they have to be for; blank for anybody
     */
    IssuerDecoder(@Nullable String issuer, String audience) {
        this.issuer = issuer;
        this.audience = audience;
    }

    @Override
    public Jwt decode(String token) {
        Jwt checked = trusted.getIfPresent(token);
        if (checked != null && !hasExpired(checked)) {
            return checked;
        }
        Jwt fresh = check(token);
        trusted.put(token, fresh);
        return fresh;
    }

    private static boolean hasExpired(Jwt token) {
        Instant end = token.getExpiresAt();
        return end != null && !RealTime.now().isBefore(end);
    }

    private Jwt check(String token) {
        try {
            return decoder().decode(token);
        } catch (BadJwtException bad) {
            throw bad;
        } catch (JwtException away) {
            // Whoever names keys that nobody knows, faster than the issuer may be asked, brings no better token than
            // others.
            throw askedBefore(away) ? new BadJwtException("an unknown key") : away(away);
        }
    }

    private JwtDecoder decoder() {
        JwtDecoder decoder = known;
        return decoder == null ? discovered() : decoder;
    }

    private synchronized JwtDecoder discovered() {
        JwtDecoder decoder = known;
        if (decoder == null) {
            decoder = outage.unlessJustSeen(this::discover);
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
            decoder.setJwtValidator(JwtValidators.createDefaultWithValidators(
                    List.of(new JwtIssuerValidator(issuer), types(), IssuerDecoder::noIdToken, this::forUs)));
            return decoder;
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw away(e);
        }
    }

    /** An ID token tells a client who signed in, and is seen in addresses when they sign out: it opens no interface. */
    private static OAuth2TokenValidatorResult noIdToken(Jwt token) {
        boolean isOne = token.hasClaim(IdTokenClaimNames.NONCE)
                || token.hasClaim(IdTokenClaimNames.AT_HASH)
                || "ID".equals(token.getClaims().get("typ"));
        return isOne
                ? OAuth2TokenValidatorResult.failure(
                        new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "an ID token", null))
                : OAuth2TokenValidatorResult.success();
    }

    /** A token that was given for another program of the same issuer opens nothing here. */
    private OAuth2TokenValidatorResult forUs(Jwt token) {
        List<String> named = token.getAudience();
        return audience.isBlank() || (named != null && named.contains(audience))
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(
                        new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "a token for another audience", null));
    }

    private static JwtTypeValidator types() {
        JwtTypeValidator types = new JwtTypeValidator("JWT", "at+jwt");
        types.setAllowEmpty(true);
        return types;
    }

    /** A token of a key that is not known has the keys asked for again: whoever invents keys cannot have it asked all day. */
    private static RestTemplate rest() {
        Bucket asking = Bucket.builder()
                .addLimit(limit -> limit.capacity(AT_ONCE).refillGreedy(1, AGAIN))
                .build();
        RestTemplate rest = new RestTemplate(IssuerCalls.requests());
        rest.getInterceptors().add((request, body, execution) -> {
            if (!asking.tryConsume(1)) {
                throw new AskedBeforeException();
            }
            return execution.execute(request, body);
        });
        return rest;
    }

    private static final class AskedBeforeException extends IOException {

        private static final long serialVersionUID = 1L;

        private AskedBeforeException() {
            super("the issuer was asked a moment ago");
        }
    }

    private static boolean askedBefore(Exception cause) {
        return NestedExceptionUtils.getMostSpecificCause(cause) instanceof AskedBeforeException;
    }

    /** As many lines are written as questions asked, not as many as tokens brought. */
    private static RefusedException away(Exception cause) {
        if (!askedBefore(cause)) {
            LOG.warn("Tokens cannot be checked: {}", cause.getMessage());
        }
        return new UnavailableException("detail.sign-in", RETRY);
    }
}
