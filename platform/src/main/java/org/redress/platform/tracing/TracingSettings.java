package org.redress.platform.tracing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which petitions are traced, and where their traces go.
 *
 * @param endpoint where a collector takes spans by OTLP over HTTP, such as {@code http://127.0.0.1:4318/v1/traces}; without
 *     one nothing is traced
 * @param share of the petitions whose writers gave their names, from 0 to 1; of the others there are never traces
 */
@ConfigurationProperties("redress.tracing")
public record TracingSettings(
        @DefaultValue("") String endpoint,
        @DefaultValue("0.1") double share) {

    /**
     * The settings as they are.
     *
     * @throws IllegalArgumentException when the share is not from 0 to 1
     */
    public TracingSettings {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("redress.tracing.share is " + share + ": it goes from 0 to 1");
        }
    }

    boolean collected() {
        return !endpoint.isBlank();
    }
}
