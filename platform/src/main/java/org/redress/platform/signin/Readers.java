package org.redress.platform.signin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Who has signed in: by the same subject and the same claim {@code roles} as in a token that a program sends. */
final class Readers implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private static final String ROLES = "roles";

    private final JwtDecoder tokens;

    Readers(JwtDecoder tokens) {
        this.tokens = tokens;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        List<SimpleGrantedAuthority> roles = roles(request).stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
        return new DefaultOidcUser(roles, request.getIdToken(), IdTokenClaimNames.SUB);
    }

    /** Not every issuer repeats the roles in the token that is meant for us alone. */
    private List<String> roles(OidcUserRequest request) {
        ClaimAccessor token = request.getIdToken().hasClaim(ROLES) ? request.getIdToken() : accessToken(request);
        List<String> roles = token == null ? null : token.getClaimAsStringList(ROLES);
        return roles == null ? List.of() : roles;
    }

    private @Nullable ClaimAccessor accessToken(OidcUserRequest request) {
        try {
            return tokens.decode(request.getAccessToken().getTokenValue());
        } catch (BadJwtException opaque) {
            return null;
        }
    }
}
