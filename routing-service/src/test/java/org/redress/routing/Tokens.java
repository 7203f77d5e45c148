package org.redress.routing;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Tokens of people and services, as the sign-in server would have given them. */
public final class Tokens {

    private Tokens() {}

    /** An officer's. */
    public static RequestPostProcessor officer(String person) {
        return as(person, "officer");
    }

    /** Somebody's in some roles. */
    public static RequestPostProcessor as(String who, String... roles) {
        List<GrantedAuthority> granted = Arrays.stream(roles)
                .flatMap(role -> Stream.of("ROLE_" + role, role + ":" + who))
                .filter(authority -> authority.startsWith("ROLE_") || authority.startsWith("service:"))
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
        return jwt().jwt(token -> token.subject(who)).authorities(granted);
    }
}
