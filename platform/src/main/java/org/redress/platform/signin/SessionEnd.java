package org.redress.platform.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.platform.time.RealTime;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session with the token it rests on, however busy it is: what the issuer withdrew is then gone here too. */
final class SessionEnd extends OncePerRequestFilter {

    // The session alone tells whose client it is.
    private static final Authentication WHOEVER =
            new AnonymousAuthenticationToken("session", "session", AuthorityUtils.createAuthorityList("none"));

    private final OAuth2AuthorizedClientRepository clients;

    SessionEnd(OAuth2AuthorizedClientRepository clients) {
        this.clients = clients;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && hasEnded(clients.loadAuthorizedClient(PageRules.CLIENT, WHOEVER, request))) {
            session.invalidate();
        }
        chain.doFilter(request, response);
    }

    private static boolean hasEnded(@Nullable OAuth2AuthorizedClient client) {
        Instant end = client == null ? null : client.getAccessToken().getExpiresAt();
        return end != null && !RealTime.now().isBefore(end);
    }
}
