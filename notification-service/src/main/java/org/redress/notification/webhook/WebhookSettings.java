package org.redress.notification.webhook;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.notification.sending.SendingSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is told of stages, and how.
 *
 * @param endpoints by the name that the delivery log shows: up to 40 lower-case letters, digits and hyphens
 * @param timeout real time for an endpoint to take a message, in all
 * @param loopback true to accept this machine itself, also without TLS: to try things out, never in production
 * @param sending how messages are sent
 */
@ConfigurationProperties("redress.notification.webhook")
public record WebhookSettings(
        @DefaultValue Map<String, Endpoint> endpoints,
        @DefaultValue("15s") Duration timeout,
        @DefaultValue("false") boolean loopback,
        @NestedConfigurationProperty @DefaultValue SendingSettings sending) {

    private static final String PREFIX = "redress.notification.webhook.";
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    /** Refuses what could not work, and says which field it is and what is accepted. */
    public WebhookSettings {
        if (sending.lease().compareTo(sending.batchTime().plus(timeout)) <= 0) {
            throw new IllegalArgumentException(
                    PREFIX + "sending.lease must be longer than sending.batch-time and timeout together");
        }
        endpoints = Map.copyOf(endpoints);
        for (Map.Entry<String, Endpoint> endpoint : endpoints.entrySet()) {
            check(endpoint.getKey(), endpoint.getValue(), loopback);
        }
        endpoints.values().stream()
                .collect(Collectors.groupingBy(Endpoint::client, Collectors.counting()))
                .forEach((client, endpointsOfClient) -> {
                    if (endpointsOfClient > 1) {
                        throw new IllegalArgumentException(
                                PREFIX + "endpoints: two have the client " + client + "; accepted is one for each");
                    }
                });
    }

    /**
     * Where one adapter is told.
     *
     * @param client id of the adapter's client at the issuer, by which it submits
     * @param url https address that takes the messages
     * @param secretFile file with a secret a line, {@code whsec_…}; each of them signs. It is read again when it changes
     * @param privateNetwork true when the address may be in a private network
     * @param backOnAt real time after which an answer 410 (gone) counts; an earlier one was meant for what is mended
     */
    public record Endpoint(
            @DefaultValue("") String client,
            @DefaultValue("") String url,
            @DefaultValue("") String secretFile,
            @DefaultValue("false") boolean privateNetwork,
            @Nullable Instant backOnAt) {

        URI address() {
            return URI.create(url);
        }

        Path secrets() {
            return Path.of(secretFile);
        }
    }

    private static void check(String name, Endpoint endpoint, boolean loopback) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(PREFIX + "endpoints: the name " + name
                    + " is not accepted; accepted are up to 40 lower-case letters, digits and hyphens");
        }
        String field = PREFIX + "endpoints." + name + ".";
        require(!endpoint.client().isBlank(), field + "client", "the client id by which the adapter submits");
        URI address = parsed(field, endpoint.url());
        boolean https = "https".equals(address.getScheme());
        boolean trial = loopback && "http".equals(address.getScheme());
        require(
                (https || trial) && address.getHost() != null && address.getRawUserInfo() == null,
                field + "url",
                "an https address without a user" + (loopback ? ", or an http address on this machine" : ""));
        require(!endpoint.secretFile().isBlank(), field + "secret-file", "a file with a secret a line");
        try {
            SigningSecrets.read(endpoint.secrets());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(field + "secret-file: " + e.getMessage(), e);
        }
    }

    private static URI parsed(String field, String url) {
        Function<String, IllegalArgumentException> refused =
                why -> new IllegalArgumentException(field + "url is " + why + "; accepted is an https address");
        if (url.isBlank()) {
            throw refused.apply("missing");
        }
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            throw refused.apply("no address");
        }
    }

    private static void require(boolean holds, String field, String accepted) {
        if (!holds) {
            throw new IllegalArgumentException(field + " is not accepted as it is; accepted is " + accepted);
        }
    }
}
