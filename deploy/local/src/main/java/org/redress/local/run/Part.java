package org.redress.local.run;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A part of the platform that can be watched, kept away and started again by its name. */
public enum Part {
    /** The Kafka broker. */
    BROKER("broker", 19092),
    /** The database. */
    MONGOD("mongod", 27027),
    /** The mail server, inside the launcher. */
    MAIL("mail", 2525),
    /** The sign-in server, inside the launcher. */
    SIGN_IN("sign-in", 8090),
    /** Takes petitions in. */
    INTAKE("intake", 8080),
    /** Owns the cases. */
    ROUTING("routing", 8081),
    /** Tells officers and petitioners. */
    NOTIFICATION("notification", 8082),
    /** Counts. */
    ANALYTICS("analytics", 8083);

    private static final Map<String, String> OTHER_NAMES = Map.of(
            "kafka", "broker", "mongodb", "mongod", "mongo", "mongod", "database", "mongod", "signin", "sign-in");

    private final String label;
    private final int defaultPort;

    Part(String label, int defaultPort) {
        this.label = label;
        this.defaultPort = defaultPort;
    }

    /** The name used in commands, logs and the state file. */
    public String label() {
        return label;
    }

    /** The port it listens on unless told otherwise. */
    public int defaultPort() {
        return defaultPort;
    }

    /** Tells whether this is one of the four services. */
    public boolean isService() {
        return compareTo(INTAKE) >= 0;
    }

    /** The four services. */
    public static List<Part> services() {
        return Arrays.stream(values()).filter(Part::isService).toList();
    }

    /** Finds a part by its name. */
    public static Optional<Part> named(String name) {
        String label = OTHER_NAMES.getOrDefault(name, name);
        return Arrays.stream(values()).filter(part -> part.label.equals(label)).findFirst();
    }

    /** All names, for messages. */
    public static String names() {
        return Arrays.stream(values()).map(Part::label).collect(Collectors.joining(", "));
    }
}
