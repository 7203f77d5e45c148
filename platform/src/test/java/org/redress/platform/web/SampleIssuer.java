package org.redress.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** An OpenID issuer with its own key: discovery, keys and a token address for one client. */
final class SampleIssuer implements AutoCloseable {

    private final RSAKey key = newKey();
    private final HttpServer server;
    private final AtomicInteger tokensGiven = new AtomicInteger();
    private final AtomicInteger keysGiven = new AtomicInteger();
    private volatile Map<String, String> asked = Map.of();
    private volatile Map<String, Object> person = Map.of();
    private volatile Duration life = Duration.ofMinutes(5);
    private volatile boolean rolesInIdToken = true;
    private volatile boolean silent;

    SampleIssuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, discovery()));
        server.createContext("/keys", exchange -> {
            keysGiven.incrementAndGet();
            answer(exchange, new JWKSet(key.toPublicJWK()).toString());
        });
        server.createContext("/token", exchange -> {
            if (!silent) {
                answer(exchange, tokens(parameters(body(exchange))));
            }
        });
        server.createContext("/authorize", this::authorize);
    }

    /** Who signs in from now on, with tokens of such a life; whether the token for the service alone names roles. */
    void signsIn(Map<String, Object> person, Duration life, boolean rolesInIdToken) {
        this.person = person;
        this.life = life;
        this.rolesInIdToken = rolesInIdToken;
        this.silent = false;
    }

    /** Takes requests for tokens and never answers, until somebody signs in again. */
    void fallsSilent() {
        silent = true;
    }

    // No form: whoever comes is signed in.
    private void authorize(HttpExchange exchange) throws IOException {
        asked = parameters(exchange.getRequestURI().getRawQuery());
        exchange.getResponseHeaders()
                .set("Location", asked.get("redirect_uri") + "?code=c&state=" + asked.get("state"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private String tokens(Map<String, String> request) {
        tokensGiven.incrementAndGet();
        if (!"authorization_code".equals(request.get("grant_type"))) {
            return """
                    {"access_token":"%s","token_type":"Bearer","expires_in":300}""".formatted(token("test", "service"));
        }
        if (!proves(request.get("code_verifier"), asked.get("code_challenge"))) {
            throw new IllegalStateException("no proof key");
        }
        Map<String, Object> claims = new HashMap<>(person);
        String access = signed(claims, Instant.now().plus(life));
        claims.put("aud", asked.get("client_id"));
        claims.put("nonce", asked.get("nonce"));
        if (!rolesInIdToken) {
            claims.remove("roles");
        }
        return """
                {"access_token":"%s","token_type":"Bearer","expires_in":%d,"id_token":"%s"}""".formatted(
                        access, life.toSeconds(), signed(claims, Instant.now().plusSeconds(300)));
    }

    private static boolean proves(String verifier, String challenge) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest)
                    .equals(challenge);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> parameters(String form) {
        return Arrays.stream(form.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    }

    SampleIssuer started() {
        server.start();
        return this;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    int tokensGiven() {
        return tokensGiven.get();
    }

    int keysGiven() {
        return keysGiven.get();
    }

    String token(String subject, String... roles) {
        return token(subject, Instant.now().plus(Duration.ofMinutes(5)), roles);
    }

    String token(String subject, Instant expires, String... roles) {
        return signed(Map.of("sub", subject, "roles", List.of(roles)), expires);
    }

    String signed(Map<String, Object> content, Instant expires) {
        JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder();
        content.forEach(builder::claim);
        JWTClaimsSet claims = builder.issuer(address())
                .issueTime(Date.from(expires.minus(Duration.ofHours(1))))
                .expirationTime(Date.from(expires))
                .build();
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(JOSEObjectType.JWT)
                        .keyID(key.getKeyID())
                        .build(),
                claims);
        try {
            jwt.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String discovery() {
        return """
                {"issuer":"%1$s","jwks_uri":"%1$s/keys","token_endpoint":"%1$s/token","end_session_endpoint":"%1$s/end","subject_types_supported":["public"],
                "authorization_endpoint":"%1$s/authorize","response_types_supported":["code"],
                "id_token_signing_alg_values_supported":["RS256"]}""".formatted(address());
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
