package org.redress.platform.web;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.AntPathMatcher;
import org.springframework.util.unit.DataSize;

/**
 * Limits and language of the edge.
 *
 * @param bodyLimit longest body accepted
 * @param bodyLimits longest body of some paths, by their patterns
 * @param bodiesInFlight most that is kept of the bodies of all requests under way; never less than a few longest bodies
 * @param bodyTime longest time a body may take to arrive
 * @param language language of a reader who names none that we speak
 */
@ConfigurationProperties("redress.web")
public record WebSettings(
        @DefaultValue("1MB") DataSize bodyLimit,
        @DefaultValue Map<String, DataSize> bodyLimits,
        @DefaultValue("16MB") DataSize bodiesInFlight,
        @DefaultValue("60s") Duration bodyTime,
        @DefaultValue("zh") Locale language) {

    private static final AntPathMatcher PATHS = new AntPathMatcher();

    /** Longest body of a path. */
    public long bodyLimitOf(String path) {
        return bodyLimits.entrySet().stream()
                .filter(limit -> PATHS.match(limit.getKey(), path))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(bodyLimit)
                .toBytes();
    }
}
