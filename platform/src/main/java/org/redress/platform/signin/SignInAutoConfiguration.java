package org.redress.platform.signin;

import io.micrometer.core.instrument.MeterRegistry;
import org.redress.platform.web.Edge;
import org.redress.platform.web.OpenPaths;
import org.redress.platform.web.WebAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;

/** Lets people sign in to pages: everything that is not asked for by programs. */
@AutoConfiguration(
        after = WebAutoConfiguration.class,
        beforeName = "org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class SignInAutoConfiguration {

    private static final int PAGE_CHAIN = 2;
    private static final int MOST_SESSIONS = 10_000;

    /** The reader's tokens stay in the reader's session. */
    @Bean
    OAuth2AuthorizedClientRepository authorizedClientRepository() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }

    @Bean
    @Order(PAGE_CHAIN)
    SecurityFilterChain pageChain(
            HttpSecurity http,
            ObjectProvider<OpenPaths> openPaths,
            Edge edge,
            ClientRegistrationRepository issuer,
            OAuth2AuthorizedClientRepository clients,
            JwtDecoder tokens,
            Environment environment) {
        return new PageRules(openPaths, edge, issuer, clients, new Readers(tokens), new SealedCookies(environment))
                .chain(http);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> sessionLimit(
            Environment environment, MeterRegistry meters) {
        int most = environment.getProperty("redress.web.max-sessions", Integer.class, MOST_SESSIONS);
        return server -> server.addContextCustomizers(new SessionLimit(most, meters));
    }

    @Bean
    SessionCookie sessionCookie(Environment environment) {
        return new SessionCookie(environment);
    }
}
