package org.redress.platform.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where tokens come from and whom they are for, and the services' own clients there.
 *
 * @param issuer address of the OpenID issuer
 * @param audience what a token has to name as whom it is for; where it is blank, any token of the issuer is taken
 * @param clientId this service's client; absent where it is the one named among the clients
 * @param clientSecret secret of this service's client
 * @param clients the client of each service, by the service's name
 */
@ConfigurationProperties("redress")
record SignInSettings(
        @Nullable String issuer,
        @DefaultValue("") String audience,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @DefaultValue Map<String, String> clients) {}
