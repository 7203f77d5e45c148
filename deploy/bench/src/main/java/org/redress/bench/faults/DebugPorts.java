package org.redress.bench.faults;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.redress.starters.Ports;

/**
 * The ports on which the services listen for a debugger.
 *
 * @param byService the port of each service
 */
record DebugPorts(Map<String, Integer> byService) {

    static DebugPorts free() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        for (String service : List.of("intake", "routing", "notification", "analytics")) {
            int port = Ports.free();
            while (ports.containsValue(port)) {
                port = Ports.free();
            }
            ports.put(service, port);
        }
        return new DebugPorts(ports);
    }

    /** What the launcher must be told so that the services listen, on loopback only and without waiting for anyone. */
    Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        byService.forEach((service, port) -> environment.put(
                "REDRESS_JAVA_OPTS_" + service.toUpperCase(Locale.ROOT),
                "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:" + port));
        return environment;
    }
}
