package org.redress.local.supervise;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.redress.local.run.ClientSecrets;
import org.redress.local.run.KeyFiles;
import org.redress.local.run.Part;
import org.redress.local.run.RunFolder;
import org.redress.starters.ChildProcess;
import org.redress.starters.Repository;
import org.redress.starters.StartFailure;

/** Starts the services as they ship, told by environment variables alone what they need to know. */
final class ServiceStart {

    private static final int QUIET_FLAGS_SINCE = 24;

    private final RunFolder run;
    private final ClientSecrets secrets;
    private final Map<String, String> addresses;
    private final Map<String, String> given;

    /** With the environment, whose {@code REDRESS_JAVA_OPTS_NAME} adds options to the service of that name. */
    ServiceStart(RunFolder run, ClientSecrets secrets, Map<String, String> addresses, Map<String, String> given) {
        this.run = run;
        this.secrets = secrets;
        this.addresses = addresses;
        this.given = given;
    }

    Running start(Part service, int port) {
        Path jar = jar(service);
        if (!Files.exists(jar)) {
            throw new StartFailure("%s is not built (%s is missing): run deploy/local/up, which builds it."
                    .formatted(service.label(), jar));
        }
        return new RunningChild(
                ChildProcess.start(
                        service.label(), command(service, jar), environment(service, port), run.log(service.label())),
                () -> {});
    }

    private Map<String, String> environment(Part service, int port) {
        Map<String, String> environment = new HashMap<>(addresses);
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("REDRESS_SINGLE_BROKER", "true");
        environment.put("REDRESS_KEYS", KeyFiles.of(run, service).toString());
        environment.put("REDRESS_CLIENT_SECRET", secrets.of(service.label()));
        return environment;
    }

    private List<String> command(Part service, Path jar) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8"));
        if (Runtime.version().feature() >= QUIET_FLAGS_SINCE) {
            command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        }
        String options = given.getOrDefault("REDRESS_JAVA_OPTS_" + service.name(), "");
        Stream.of(options.split(" ")).filter(option -> !option.isBlank()).forEach(command::add);
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    private static Path jar(Part service) {
        String name = service.label();
        return Repository.root()
                .resolve("%1$s-service/target/redress-%1$s-service-0.1.0-SNAPSHOT-exec.jar".formatted(name));
    }
}
