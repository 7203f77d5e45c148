package org.redress.local.signin;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.oidc.web.OidcProviderConfigurationEndpointFilter;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/** Wires the sign-in server; its end points and its form are the framework's own. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class SignInConfiguration {

    // The secrets are random words of 192 bits: a costly digest would protect nothing and slow every token.
    private static final int QUICK = 4;

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder(QUICK);
    }

    @Bean
    RegisteredClientRepository clients(SignInSettings settings, PasswordEncoder encoder) {
        return new InMemoryRegisteredClientRepository(new Clients(settings, encoder).all());
    }

    @Bean
    UserDetailsService people(SignInSettings settings, PasswordEncoder encoder) {
        String password = encoder.encode(settings.secrets().password());
        return new InMemoryUserDetailsManager(settings.people().all().stream()
                .map(person -> user(person, String.valueOf(password)))
                .toList());
    }

    @Bean
    JWKSource<SecurityContext> signingKeys(SignInSettings settings) {
        return new ImmutableJWKSet<>(new JWKSet(SigningKey.in(settings.keyFile())));
    }

    @Bean
    AuthorizationServerSettings issuer(SignInSettings settings) {
        return AuthorizationServerSettings.builder().issuer(settings.issuer()).build();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> roleClaims(SignInSettings settings) {
        return new RoleClaims(settings.people());
    }

    /** Marks the discovery document, so that no service in production takes this server for an issuer. */
    @Bean
    static BeanPostProcessor localUseOnly() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof OidcProviderConfigurationEndpointFilter discovery) {
                    discovery.setProviderConfigurationCustomizer(
                            document -> document.claim("redress_local_use_only", true));
                }
                return bean;
            }
        };
    }

    private static UserDetails user(Person person, String password) {
        return User.withUsername(person.id())
                .password(password)
                .roles(person.roles().stream().map(Role::name).toArray(String[]::new))
                .build();
    }
}
