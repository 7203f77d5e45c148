package org.redress.analytics;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Counts what the cases tell, exactly once each. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class AnalyticsApplication {

    /** Starts the service. */
    public static void main(String[] arguments) {
        SpringApplication.run(AnalyticsApplication.class, arguments);
    }
}
