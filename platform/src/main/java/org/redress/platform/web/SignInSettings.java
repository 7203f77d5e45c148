package org.redress.platform.web;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where tokens come from, and the service's own client there.
 *
 * @param issuer address of the OpenID issuer
 * @param clientId the service's client, by default the application's name
 * @param clientSecret its secret
 */
@ConfigurationProperties("redress")
record SignInSettings(
        @Nullable String issuer,
        @Nullable String clientId,
        @Nullable String clientSecret) {}
