package org.redress.intake;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The intake service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class IntakeApplication {

    /** Starts it. */
    public static void main(String[] arguments) {
        SpringApplication.run(IntakeApplication.class, arguments);
    }
}
