package org.redress.routing;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The routing service: it owns the case, from the petition's owner to the end of its last clock. */
@SpringBootApplication
public class RoutingApplication {

    /** Starts the service. */
    public static void main(String[] arguments) {
        SpringApplication.run(RoutingApplication.class, arguments);
    }
}
