package org.redress.local.run;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.redress.starters.Ports;
import org.redress.starters.StartFailure;

/** Which part listens on which port of the loopback address. */
public final class PortPlan {

    /** The name of the broker's second port, which only the broker itself uses. */
    public static final String CONTROLLER = "controller";

    private static final int DEFAULT_CONTROLLER = 19093;

    private final Map<Part, Integer> ports;
    private final int controller;

    private PortPlan(Map<Part, Integer> ports, int controller) {
        this.ports = ports;
        this.controller = controller;
    }

    /**
     * Takes each port from the option {@code --port-NAME}, else from {@code REDRESS_PORT_NAME}, else its default.
     *
     * @throws StartFailure when a port is no number from 1 to 65535 or two parts would share one
     */
    public static PortPlan of(Map<String, String> options, Map<String, String> environment) {
        Map<Part, Integer> ports = new EnumMap<>(Part.class);
        Map<Integer, String> owners = new LinkedHashMap<>();
        for (Part part : Part.values()) {
            ports.put(part, port(part.label(), part.defaultPort(), options, environment, owners));
        }
        return new PortPlan(ports, port(CONTROLLER, DEFAULT_CONTROLLER, options, environment, owners));
    }

    /** The option that sets the port of the part with this name. */
    public static String option(String name) {
        return "--port-" + name;
    }

    /** The port of a part. */
    public int of(Part part) {
        return Optional.ofNullable(ports.get(part)).orElseThrow();
    }

    /** The broker's second port. */
    public int controller() {
        return controller;
    }

    /** The base address of a part that speaks HTTP. */
    public String url(Part part) {
        return "http://" + Ports.LOOPBACK + ':' + of(part);
    }

    private static int port(
            String name,
            int standard,
            Map<String, String> options,
            Map<String, String> environment,
            Map<Integer, String> owners) {
        String variable = "REDRESS_PORT_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
        String value = options.getOrDefault(option(name), environment.getOrDefault(variable, ""));
        int port = value.isBlank() ? standard : number(name, value);
        String other = owners.putIfAbsent(port, name);
        if (other != null) {
            throw new StartFailure(
                    "Port %d is given to both %s and %s: give one of them another.".formatted(port, other, name));
        }
        return port;
    }

    private static int number(String name, String value) {
        try {
            int port = Integer.parseInt(value);
            if (port >= 1 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw noPort(name, value, e);
        }
        throw noPort(name, value, null);
    }

    private static StartFailure noPort(String name, String value, @org.jspecify.annotations.Nullable Throwable cause) {
        StartFailure failure =
                new StartFailure("The port of %s must be a number from 1 to 65535, not \"%s\".".formatted(name, value));
        if (cause != null) {
            failure.initCause(cause);
        }
        return failure;
    }
}
