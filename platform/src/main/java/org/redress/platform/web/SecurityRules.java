package org.redress.platform.web;

import jakarta.servlet.DispatcherType;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;

/** Which programs may come in: a token's roles for everything but the paths a service declares open. */
final class SecurityRules {

    private static final List<String> OPEN_EVERYWHERE =
            List.of("/actuator/health/**", "/v3/api-docs/**", "/v3/api-docs.yaml");
    private final ObjectProvider<OpenPaths> openPaths;
    private final ObjectProvider<InternalPaths> internalPaths;
    private final TokenAuthorities authorities;
    private final Edge edge;

    SecurityRules(
            ObjectProvider<OpenPaths> openPaths,
            ObjectProvider<InternalPaths> internalPaths,
            TokenAuthorities authorities,
            Edge edge) {
        this.openPaths = openPaths;
        this.internalPaths = internalPaths;
        this.authorities = authorities;
        this.edge = edge;
    }

    SecurityFilterChain chain(HttpSecurity http) {
        return edge.on(http, BearerTokenAuthenticationFilter.class)
                .securityMatcher(ApiPaths.patterns())
                .authorizeHttpRequests(this::paths)
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(converter()))
                        .authenticationEntryPoint(edge::refuseToken))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(edge::refuse))
                // A session of the pages is not looked at: no cookie signs anybody in, so no other site can borrow one.
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    private void paths(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(open())
                .permitAll()
                .requestMatchers("/actuator/prometheus")
                .access(AuthorizationManagers.anyOf(
                        new LoopbackOnly(), AuthorityAuthorizationManager.hasRole("metrics")))
                .requestMatchers("/actuator/clock", "/actuator/keys")
                .access(new LoopbackOnly())
                .requestMatchers("/actuator/**")
                .hasRole("admin");
        internalPaths.orderedStream().forEach(internal -> internal.open(requests));
        requests.requestMatchers("/internal/**").denyAll().anyRequest().authenticated();
    }

    private String[] open() {
        List<String> open = new ArrayList<>(OPEN_EVERYWHERE);
        openPaths.orderedStream().map(OpenPaths::patterns).forEach(open::addAll);
        return open.toArray(String[]::new);
    }

    private JwtAuthenticationConverter converter() {
        JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(authorities);
        return converter;
    }
}
