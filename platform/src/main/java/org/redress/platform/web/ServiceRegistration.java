package org.redress.platform.web;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;

/** The service's own client at the issuer, asked for when the first call goes out. */
final class ServiceRegistration implements ClientRegistrationRepository {

    static final String ID = "service";

    private final SignInSettings settings;
    private final String applicationName;
    private volatile @Nullable ClientRegistration known;

    ServiceRegistration(SignInSettings settings, String applicationName) {
        this.settings = settings;
        this.applicationName = applicationName;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String registrationId) {
        if (!ID.equals(registrationId)) {
            return null;
        }
        ClientRegistration registration = known;
        return registration == null ? discovered() : registration;
    }

    private synchronized ClientRegistration discovered() {
        ClientRegistration registration = known;
        if (registration == null) {
            registration = discover();
            known = registration;
        }
        return registration;
    }

    private ClientRegistration discover() {
        String issuer = required("redress.issuer", settings.issuer());
        String clientId = settings.clientId();
        return ClientRegistrations.fromIssuerLocation(issuer)
                .registrationId(ID)
                .clientId(clientId == null ? applicationName : clientId)
                .clientSecret(required("redress.client-secret", settings.clientSecret()))
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scope(new String[0])
                .build();
    }

    private static String required(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(name + " is not set, which calls between services need");
        }
        return value;
    }
}
