package org.redress.platform.web;

import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits and language of the edge.
 *
 * @param bodyLimit longest body accepted
 * @param language language of a reader who names none that we speak
 */
@ConfigurationProperties("redress.web")
record WebSettings(
        @DefaultValue("1MB") DataSize bodyLimit,
        @DefaultValue("zh") Locale language) {}
