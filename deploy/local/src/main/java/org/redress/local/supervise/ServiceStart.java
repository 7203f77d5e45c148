package org.redress.local.supervise;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.redress.local.keys.KeyFiles;
import org.redress.local.run.ClientSecrets;
import org.redress.local.run.Part;
import org.redress.local.run.RunFolder;
import org.redress.local.signin.SignInServer;
import org.redress.starters.ChildProcess;

/** Starts the services as they ship, told by environment variables alone what they need to know. */
final class ServiceStart {

    private final RunFolder run;
    private final ClientSecrets secrets;
    private final Map<String, String> addresses;
    private final Map<String, String> given;

    /**
     * With the environment, whose {@code REDRESS_JAVA_OPTS} adds options to every service and {@code
     * REDRESS_JAVA_OPTS_NAME} to the one of that name.
     */
    ServiceStart(RunFolder run, ClientSecrets secrets, Map<String, String> addresses, Map<String, String> given) {
        this.run = run;
        this.secrets = secrets;
        this.addresses = addresses;
        this.given = given;
    }

    Running start(Part service, int port) {
        List<String> command = ServiceProgram.of(service).command(options(service));
        return new RunningChild(
                ChildProcess.start(service.label(), command, environment(service, port), run.log(service.label())),
                () -> {});
    }

    /** What a service on this port is told by its environment. */
    Map<String, String> environment(Part service, int port) {
        Map<String, String> environment = new HashMap<>(addresses);
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("REDRESS_SINGLE_BROKER", "true");
        // Browsers and tools speak to the loopback address without TLS.
        environment.put("REDRESS_SECURE_COOKIES", "false");
        environment.put("REDRESS_KEYS", KeyFiles.of(run, service).toString());
        environment.put("REDRESS_CLIENT_SECRET", secrets.of(service.label()));
        environment.put("REDRESS_AUDIENCE", SignInServer.AUDIENCE);
        return environment;
    }

    private List<String> options(Part service) {
        return Stream.of("REDRESS_JAVA_OPTS", "REDRESS_JAVA_OPTS_" + service.name())
                .flatMap(name -> Stream.of(given.getOrDefault(name, "").split(" ")))
                .filter(option -> !option.isBlank())
                .toList();
    }
}
