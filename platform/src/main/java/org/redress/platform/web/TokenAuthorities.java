package org.redress.platform.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;

/** What a token lets its bearer do: the roles it names, and for one of our services which of them it is. */
final class TokenAuthorities implements Converter<Jwt, Collection<GrantedAuthority>> {

    private static final String SERVICE = "service";

    private final Map<String, String> clients;

    /** With the client of each service at the issuer, by the service's name. */
    TokenAuthorities(Map<String, String> clients) {
        this.clients = Map.copyOf(clients);
    }

    /** What the service with this name is let in by. */
    static String ofService(String name) {
        return SERVICE + ":" + name;
    }

    @Override
    public Collection<GrantedAuthority> convert(Jwt token) {
        List<String> roles = Objects.requireNonNullElse(token.getClaimAsStringList("roles"), List.of());
        Stream<String> services = roles.contains(SERVICE) ? services(clientOf(token)) : Stream.empty();
        return Stream.concat(roles.stream().map(role -> "ROLE_" + role), services)
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
    }

    private Stream<String> services(@Nullable String client) {
        return clients.entrySet().stream()
                .filter(each -> each.getValue().equals(client))
                .map(each -> ofService(each.getKey()));
    }

    /** Issuers name the client by the claim of RFC 9068, by that of OpenID Connect, or only as the subject. */
    private static @Nullable String clientOf(Jwt token) {
        return Stream.of("client_id", "azp", "sub")
                .map(token::getClaimAsString)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
