package org.redress.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;

class TokenAuthoritiesTest {

    private final TokenAuthorities authorities =
            new TokenAuthorities(Map.of("intake", "redress-intake", "routing", "routing"));

    @Test
    void knowsAServiceByItsClientWhicheverClaimNamesIt() {
        for (String claim : List.of("client_id", "azp")) {
            assertThat(of(Map.of("sub", "42", claim, "redress-intake", "roles", List.of("service"))))
                    .containsExactly("ROLE_service", "service:intake");
        }
        assertThat(of(Map.of("sub", "routing", "roles", List.of("service"))))
                .containsExactly("ROLE_service", "service:routing");
    }

    @Test
    void takesNobodyElseForAService() {
        assertThat(of(Map.of("sub", "routing", "roles", List.of("officer")))).containsExactly("ROLE_officer");
        assertThat(of(Map.of("sub", "routing", "client_id", "payroll", "roles", List.of("service"))))
                .containsExactly("ROLE_service");
        assertThat(of(Map.of("sub", "routing"))).isEmpty();
    }

    private List<String> of(Map<String, Object> claims) {
        Jwt.Builder token = Jwt.withTokenValue("t").header("alg", "none");
        claims.forEach(token::claim);
        return authorities.convert(token.build()).stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
    }
}
