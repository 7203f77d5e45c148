package org.redress.platform.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.redress.platform.web.Edge;
import org.redress.platform.web.IssuerCalls;
import org.redress.platform.web.OpenPaths;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** Who may see a page: who has signed in, except at the paths a service declares open. */
final class PageRules {

    /** The registration that signs people in. */
    static final String CLIENT = "redress";

    /** Where signing in begins. */
    static final String SIGN_IN = "/oauth2/authorization/" + CLIENT;

    private static final List<String> OPEN_EVERYWHERE =
            List.of("/webjars/**", "/_static/**", "/redress/**", "/language/*", "/error");

    /** A longer address is not gone back to: cookies are short. */
    private static final int LONGEST_ADDRESS = 2_000;

    private final ObjectProvider<OpenPaths> openPaths;
    private final Edge edge;
    private final ClientRegistrationRepository issuer;
    private final OAuth2AuthorizedClientRepository clients;
    private final Readers readers;
    private final SealedCookie asked;
    private final SignInState state;

    PageRules(
            ObjectProvider<OpenPaths> openPaths,
            Edge edge,
            ClientRegistrationRepository issuer,
            OAuth2AuthorizedClientRepository clients,
            Readers readers,
            SealedCookies cookies) {
        this.openPaths = openPaths;
        this.edge = edge;
        this.issuer = issuer;
        this.clients = clients;
        this.readers = readers;
        this.asked = cookies.named("PAGE");
        this.state = new SignInState(cookies.named("SIGN_IN"));
    }

    SecurityFilterChain chain(HttpSecurity http) {
        return edge.on(http, SecurityContextHolderFilter.class)
                .addFilterBefore(new SessionEnd(clients), SecurityContextHolderFilter.class)
                .authorizeHttpRequests(this::paths)
                .requestCache(none -> none.requestCache(new NullRequestCache()))
                .csrf(forms ->
                        forms.csrfTokenRepository(new FormTokens()).requireCsrfProtectionMatcher(FormTokens::isNeeded))
                .oauth2Login(this::signIn)
                .exceptionHandling(handling -> handling.authenticationEntryPoint(this::ask))
                .logout(logout -> logout.logoutSuccessHandler(atTheIssuerToo()))
                .build();
    }

    private void paths(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        List<String> open = new ArrayList<>(OPEN_EVERYWHERE);
        openPaths.orderedStream().map(OpenPaths::patterns).forEach(open::addAll);
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(open.toArray(String[]::new))
                .permitAll()
                .anyRequest()
                .authenticated();
    }

    private void signIn(OAuth2LoginConfigurer<HttpSecurity> login) {
        SignInFailure failure = new SignInFailure(edge);
        RestClientAuthorizationCodeTokenResponseClient asking = new RestClientAuthorizationCodeTokenResponseClient();
        asking.setRestClient(IssuerCalls.tokens());
        login.loginPage(SIGN_IN)
                .clientRegistrationRepository(issuer)
                .authorizedClientRepository(clients)
                .authorizationEndpoint(way -> way.authorizationRequestRepository(state))
                .tokenEndpoint(token -> token.accessTokenResponseClient(asking))
                .userInfoEndpoint(info -> info.oidcUserService(readers))
                .successHandler(this::back)
                .failureHandler(failure)
                .withObjectPostProcessor(failure.ofTheWayThere());
    }

    /** Leads back to the page that was asked for, by its path alone: whatever host the request had named. */
    private void back(HttpServletRequest request, HttpServletResponse response, Authentication who) throws IOException {
        String page = asked.read(request).orElse("/");
        asked.clear(response);
        response.sendRedirect(page);
    }

    private static String path(HttpServletRequest page) {
        String path = page.getRequestURI();
        return page.getQueryString() == null ? path : path + "?" + page.getQueryString();
    }

    private OidcClientInitiatedLogoutSuccessHandler atTheIssuerToo() {
        OidcClientInitiatedLogoutSuccessHandler both = new OidcClientInitiatedLogoutSuccessHandler(issuer);
        both.setPostLogoutRedirectUri("{baseUrl}/");
        return both;
    }

    private void ask(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (isPage(request)) {
            String page = path(request);
            asked.write(response, page.length() > LONGEST_ADDRESS ? "/" : page);
            response.sendRedirect(SIGN_IN);
        } else {
            edge.refuse(request, response, failure);
        }
    }

    /** Only what can be asked for again later: no form, no picture. */
    private static boolean isPage(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return HttpMethod.GET.matches(request.getMethod())
                && accepted != null
                && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }
}
