package org.redress.platform.web;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.web.client.RestClientException;

/**
 * The service's own client at the issuer, in its two uses, asked for when the first of them is needed: a service starts
 * without the issuer.
 */
final class IssuerClients implements ClientRegistrationRepository {

    /** Calls other services in the service's own name. */
    static final String SERVICE = "service";

    /** Signs people in to pages. */
    static final String PAGES = "redress";

    private static final Logger LOG = LoggerFactory.getLogger(IssuerClients.class);
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final SignInSettings settings;
    private final String applicationName;
    private final IssuerOutage outage = new IssuerOutage();
    private volatile @Nullable IssuerDocument known;

    IssuerClients(SignInSettings settings, String applicationName) {
        this.settings = settings;
        this.applicationName = applicationName;
    }

    /** Fails with 503 while the issuer is away. */
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String registrationId) {
        return switch (registrationId) {
            case SERVICE ->
                client(SERVICE)
                        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                        .scope(new String[0])
                        .build();
            case PAGES ->
                client(PAGES)
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .clientSettings(
                                ClientSettings.builder().requireProofKey(true).build())
                        .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                        .scope(OidcScopes.OPENID, OidcScopes.PROFILE)
                        .build();
            default -> null;
        };
    }

    private ClientRegistration.Builder client(String registrationId) {
        String known = settings.clients().getOrDefault(applicationName, applicationName);
        return ClientRegistrations.fromOidcConfiguration(document().content())
                .registrationId(registrationId)
                .clientId(Objects.requireNonNullElse(settings.clientId(), known))
                .clientSecret(required("redress.client-secret", settings.clientSecret()));
    }

    private IssuerDocument document() {
        IssuerDocument document = known;
        return document == null ? discovered() : document;
    }

    private synchronized IssuerDocument discovered() {
        IssuerDocument document = known;
        if (document == null) {
            document = outage.unlessJustSeen(this::discover);
            known = document;
        }
        return document;
    }

    private IssuerDocument discover() {
        try {
            return IssuerDocument.of(required("redress.issuer", settings.issuer()));
        } catch (RestClientException | IllegalStateException e) {
            LOG.warn("The issuer does not say how it is asked: {}", e.getMessage());
            throw new UnavailableException("detail.sign-in.away", RETRY);
        }
    }

    private static String required(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(name + " is not set, which signing in and calls between services need");
        }
        return value;
    }
}
