package org.redress.platform.pages;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Who has signed in.
 *
 * @param id the reader's id, as in a token
 * @param name the name shown
 * @param roles what the issuer says the reader may do
 */
public record Caller(String id, String name, List<String> roles) {

    private static final String ROLE = "ROLE_";

    /** Copies the roles. */
    public Caller {
        roles = List.copyOf(roles);
    }

    /** The reader of a session, absent where nobody has signed in. */
    static @Nullable Caller of(@Nullable Authentication who) {
        return who != null && who.getPrincipal() instanceof OidcUser user
                ? new Caller(user.getName(), Objects.requireNonNullElse(user.getFullName(), user.getName()), roles(who))
                : null;
    }

    private static List<String> roles(Authentication who) {
        return who.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority != null && authority.startsWith(ROLE))
                .map(authority -> authority.substring(ROLE.length()))
                .sorted()
                .toList();
    }
}
