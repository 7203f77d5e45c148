package org.redress.platform.web;

import java.time.Duration;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.web.client.RestClient;

/**
 * Calls other services in this service's own name: each request carries a token of its client, renewed by itself. A call
 * ends within 10 seconds, and within 3 more each where a token has to be fetched first and where the issuer was never asked.
 */
public final class ServiceClient {

    private static final Duration IN_ALL = Duration.ofSeconds(10);

    private final RestClient.Builder template;

    ServiceClient(IssuerClients clients) {
        this.template = RestClient.builder()
                .requestFactory(IssuerCalls.requests(IN_ALL))
                .requestInterceptor(token(clients));
    }

    /** A client for the service at this address. */
    public RestClient to(String baseAddress) {
        return builder().baseUrl(baseAddress).build();
    }

    /** A builder of its own, for a client that needs more than an address. */
    public RestClient.Builder builder() {
        return template.clone();
    }

    private static OAuth2ClientHttpRequestInterceptor token(IssuerClients clients) {
        InMemoryOAuth2AuthorizedClientService tokens = new InMemoryOAuth2AuthorizedClientService(clients);
        AuthorizedClientServiceOAuth2AuthorizedClientManager manager =
                new AuthorizedClientServiceOAuth2AuthorizedClientManager(clients, tokens);
        RestClientClientCredentialsTokenResponseClient asking = new RestClientClientCredentialsTokenResponseClient();
        asking.setRestClient(IssuerCalls.tokens());
        manager.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .clientCredentials(grant -> grant.accessTokenResponseClient(asking))
                .build());
        OAuth2ClientHttpRequestInterceptor interceptor = new OAuth2ClientHttpRequestInterceptor(manager);
        Authentication self = new AnonymousAuthenticationToken(
                IssuerClients.SERVICE, IssuerClients.SERVICE, AuthorityUtils.createAuthorityList("ROLE_service"));
        interceptor.setClientRegistrationIdResolver(request -> IssuerClients.SERVICE);
        interceptor.setPrincipalResolver(request -> self);
        interceptor.setAuthorizationFailureHandler(
                OAuth2ClientHttpRequestInterceptor.authorizationFailureHandler(tokens));
        return interceptor;
    }
}
