package org.redress.platform.web;

import java.util.Map;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * What an OpenID issuer says of itself.
 *
 * @param content its discovery document
 */
public record IssuerDocument(Map<String, Object> content) {

    private static final String LOCAL_USE_ONLY = "redress_local_use_only";
    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {};

    /**
     * Asks for it.
     *
     * @throws RestClientException when the issuer does not answer with one
     * @throws IllegalStateException when it is another issuer's
     */
    public static IssuerDocument of(String issuer) {
        Map<String, Object> content = RestClient.builder()
                .requestFactory(IssuerCalls.requests())
                .build()
                .get()
                .uri(issuer + "/.well-known/openid-configuration")
                .retrieve()
                .body(OBJECT);
        if (content == null || !issuer.equals(content.get("issuer"))) {
            throw new IllegalStateException("what answers at " + issuer + " calls itself otherwise");
        }
        return new IssuerDocument(content);
    }

    /** Tells whether it is the sign-in server of the local installation, which marks itself. */
    public boolean isForLocalUseOnly() {
        return Boolean.TRUE.equals(content.get(LOCAL_USE_ONLY));
    }
}
