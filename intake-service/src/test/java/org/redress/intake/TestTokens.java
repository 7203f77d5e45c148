package org.redress.intake;

import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Reads tokens of the form {@code role.subject}, as an issuer would have vouched for them. */
@TestConfiguration(proxyBeanMethods = false)
public class TestTokens {

    @Bean
    JwtDecoder jwtDecoder() {
        return token -> {
            String[] parts = token.split("\\.", -1);
            if (parts.length != 2) {
                throw new BadJwtException("no token");
            }
            return Jwt.withTokenValue(token)
                    .header("alg", "none")
                    .subject(parts[1])
                    .claim("roles", List.of(parts[0]))
                    .build();
        };
    }
}
