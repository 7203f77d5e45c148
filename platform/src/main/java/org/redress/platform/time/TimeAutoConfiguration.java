package org.redress.platform.time;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Gives every service the business clock and the organisation's zone. */
@AutoConfiguration
public class TimeAutoConfiguration {

    @Bean
    BusinessClock businessClock(@Value("${redress.clock-file:}") String file) {
        return new BusinessClock(file.isBlank() ? null : Path.of(file), RealTime.source());
    }

    @Bean
    ZoneId organisationZone(@Value("${redress.zone:Asia/Shanghai}") ZoneId zone) {
        return zone;
    }

    @Bean
    ClockEndpoint clockEndpoint(BusinessClock clock, Optional<Unfired> unfired) {
        return new ClockEndpoint(clock, unfired);
    }
}
