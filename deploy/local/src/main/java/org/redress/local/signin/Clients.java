package org.redress.local.signin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.redress.local.run.ClientSecrets;
import org.redress.local.run.Part;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The programs that may ask for tokens. */
final class Clients {

    // Long enough for an import or an afternoon's demonstration in one go.
    private static final Duration PROGRAM_TOKEN = Duration.ofHours(12);
    private static final Duration PERSON_TOKEN = Duration.ofHours(1);

    private final SignInSettings settings;
    private final PasswordEncoder encoder;

    Clients(SignInSettings settings, PasswordEncoder encoder) {
        this.settings = settings;
        this.encoder = encoder;
    }

    List<RegisteredClient> all() {
        List<RegisteredClient> clients = new ArrayList<>();
        clients.add(
                program(ClientSecrets.CLI).tokenSettings(lasting(PROGRAM_TOKEN)).build());
        clients.add(program(ClientSecrets.ADAPTER)
                .tokenSettings(lasting(PROGRAM_TOKEN))
                .build());
        Part.services().forEach(service -> clients.add(withPages(service.label())));
        return clients;
    }

    private RegisteredClient withPages(String client) {
        String pages = settings.pages().getOrDefault(client, "http://127.0.0.1");
        return program(client)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri(pages + "/login/oauth2/code/redress")
                .postLogoutRedirectUri(pages + "/")
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .tokenSettings(lasting(PERSON_TOKEN))
                .build();
    }

    private RegisteredClient.Builder program(String client) {
        return RegisteredClient.withId(client)
                .clientId(client)
                .clientSecret(encoder.encode(settings.secrets().of(client)))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS);
    }

    private static TokenSettings lasting(Duration time) {
        return TokenSettings.builder().accessTokenTimeToLive(time).build();
    }
}
