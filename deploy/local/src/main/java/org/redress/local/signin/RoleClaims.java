package org.redress.local.signin;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.redress.local.run.ClientSecrets;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationGrantAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** Puts {@code roles}, {@code sub}, the shown name, whom they are for and a program's own name into tokens. */
final class RoleClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private final People people;

    RoleClaims(People people) {
        this.people = people;
    }

    @Override
    public void customize(JwtEncodingContext token) {
        if (OAuth2TokenType.ACCESS_TOKEN.equals(token.getTokenType())) {
            token.getClaims().audience(List.of(SignInServer.AUDIENCE));
        }
        if (!AuthorizationGrantType.CLIENT_CREDENTIALS.equals(token.getAuthorizationGrantType())) {
            Authentication person = Objects.requireNonNull(token.getPrincipal());
            put(token, known(person.getName()));
        } else if (client(token).equals(ClientSecrets.CLI)) {
            asAsked(token, parameters(token));
        } else {
            Role role = client(token).equals(ClientSecrets.ADAPTER) ? Role.adapter : Role.service;
            asProgram(token, client(token), role);
        }
    }

    /** The command line may be anyone of the demo: who can read its secret can read every other one too. */
    private void asAsked(JwtEncodingContext token, Map<String, Object> asked) {
        String name = Objects.toString(asked.get("role"), "");
        Role role = Role.named(name)
                .orElseThrow(() -> refusal("The role \"%s\" is not one of %s.".formatted(name, Role.names())));
        String person = Objects.toString(asked.get("person"), "");
        if (!role.isPersonal()) {
            asProgram(token, person.isBlank() ? role.name() : person, role);
            return;
        }
        Person bearer = person.isBlank()
                ? people.first(role)
                        .orElseThrow(() -> refusal("Nobody of the organisation has the role %s.".formatted(name)))
                : known(person);
        put(token, bearer.id(), Set.of(role));
        token.getClaims().claim("name", bearer.name());
    }

    private static void asProgram(JwtEncodingContext token, String name, Role role) {
        put(token, name, Set.of(role));
        token.getClaims().claim("client_id", name);
    }

    private Person known(String id) {
        return people.byId(id).orElseThrow(() -> refusal("Nobody of the organisation is called \"%s\".".formatted(id)));
    }

    private static void put(JwtEncodingContext token, Person person) {
        put(token, person.id(), person.roles());
        token.getClaims().claim("name", person.name());
    }

    private static void put(JwtEncodingContext token, String subject, Collection<Role> roles) {
        List<String> names = roles.stream().map(Role::name).sorted().toList();
        token.getClaims().subject(subject).claim("roles", names);
    }

    private static String client(JwtEncodingContext token) {
        return token.getRegisteredClient().getClientId();
    }

    private static Map<String, Object> parameters(JwtEncodingContext token) {
        OAuth2AuthorizationGrantAuthenticationToken grant = Objects.requireNonNull(token.getAuthorizationGrant());
        return grant.getAdditionalParameters();
    }

    private static OAuth2AuthenticationException refusal(String sentence) {
        return new OAuth2AuthenticationException(new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST, sentence, null));
    }
}
