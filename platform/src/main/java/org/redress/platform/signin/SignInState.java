package org.redress.platform.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Json;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import tools.jackson.core.JacksonException;

/** What was asked of the issuer, kept by the browser until it comes back from there: no session for who may never come. */
final class SignInState implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private final SealedCookie cookie;

    SignInState(SealedCookie cookie) {
        this.cookie = cookie;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        String state = request.getParameter(OAuth2ParameterNames.STATE);
        return cookie.read(request)
                .flatMap(SignInState::read)
                .filter(asked -> asked.state().equals(state))
                .map(Asked::toRequest)
                .orElse(null);
    }

    /** Nothing where another version of the service wrote it. */
    private static Optional<Asked> read(String json) {
        try {
            return Optional.of(Json.MAPPER.readValue(json, Asked.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
        if (asked == null) {
            cookie.clear(response);
        } else {
            cookie.write(response, Json.MAPPER.writeValueAsString(Asked.of(asked)));
        }
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest asked = loadAuthorizationRequest(request);
        if (asked != null) {
            cookie.clear(response);
        }
        return asked;
    }

    /** What is compared, or sent on, when the answer comes. */
    private record Asked(
            String at,
            String clientId,
            String redirectUri,
            Set<String> scopes,
            String state,
            Map<String, Object> attributes) {

        static Asked of(OAuth2AuthorizationRequest request) {
            return new Asked(
                    request.getAuthorizationUri(),
                    request.getClientId(),
                    String.valueOf(request.getRedirectUri()),
                    request.getScopes(),
                    String.valueOf(request.getState()),
                    request.getAttributes());
        }

        OAuth2AuthorizationRequest toRequest() {
            return OAuth2AuthorizationRequest.authorizationCode()
                    .authorizationUri(at)
                    .clientId(clientId)
                    .redirectUri(redirectUri)
                    .scopes(scopes)
                    .state(state)
                    .attributes(all -> all.putAll(attributes))
                    .build();
        }
    }
}
