package org.redress.notification.email.digest;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When digests go out.
 *
 * @param at time of day, in the organisation's zone and business time
 * @param again wait in real time before posts without a digest of the day are looked for again
 */
@ConfigurationProperties("redress.notification.digest")
public record DigestSettings(
        @DefaultValue("08:00") LocalTime at,
        @DefaultValue("1m") Duration again) {}
