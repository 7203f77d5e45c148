package org.redress.platform.web;

import jakarta.servlet.DispatcherType;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Who may come in: a token's roles for everything but the paths a service declares open. */
final class SecurityRules {

    private static final List<String> OPEN_EVERYWHERE =
            List.of("/actuator/health/**", "/v3/api-docs/**", "/v3/api-docs.yaml");
    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; style-src-elem 'self'; "
            + "style-src-attr 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'self'; "
            + "form-action 'self'; frame-ancestors 'none'";
    private static final String PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    private final ObjectProvider<OpenPaths> openPaths;
    private final HandlerExceptionResolver resolver;

    SecurityRules(ObjectProvider<OpenPaths> openPaths, HandlerExceptionResolver resolver) {
        this.openPaths = openPaths;
        this.resolver = resolver;
    }

    SecurityFilterChain chain(HttpSecurity http) {
        return http.authorizeHttpRequests(this::paths)
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(roles()))
                        .authenticationEntryPoint((request, response, failure) ->
                                resolver.resolveException(request, response, null, failure)))
                .exceptionHandling(handling -> handling.accessDeniedHandler((request, response, denied) ->
                                resolver.resolveException(request, response, null, denied))
                        .authenticationEntryPoint((request, response, failure) ->
                                resolver.resolveException(request, response, null, failure)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // No cookie signs anybody in, so no other site can borrow one.
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(SecurityRules::headers)
                .build();
    }

    private void paths(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(open())
                .permitAll()
                .requestMatchers("/actuator/prometheus", "/actuator/clock", "/actuator/keys")
                .access(new LoopbackOnly())
                .requestMatchers("/actuator/**")
                .hasRole("admin")
                .requestMatchers("/internal/**")
                .hasAnyRole("service", "admin")
                .anyRequest()
                .authenticated();
    }

    private String[] open() {
        List<String> open = new ArrayList<>(OPEN_EVERYWHERE);
        openPaths.orderedStream().map(OpenPaths::patterns).forEach(open::addAll);
        return open.toArray(String[]::new);
    }

    private static JwtAuthenticationConverter roles() {
        JwtGrantedAuthoritiesConverter authorities = new JwtGrantedAuthoritiesConverter();
        authorities.setAuthoritiesClaimName("roles");
        authorities.setAuthorityPrefix("ROLE_");
        JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(authorities);
        return converter;
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS_POLICY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
    }
}
