package org.redress.starters;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterResult;
import org.apache.kafka.common.Uuid;

/** A real Kafka broker, controller and broker in one child JVM, listening on loopback only. */
public final class Broker implements AutoCloseable {

    private static final Duration OPENS_WITHIN = Duration.ofMinutes(2);

    private final ChildProcess process;
    private final int port;
    private final String clusterId;

    private Broker(ChildProcess process, int port, String clusterId) {
        this.process = process;
        this.port = port;
        this.clusterId = clusterId;
    }

    /** Starts a broker on free ports with its data, settings and log in the folder, and returns when it answers. */
    public static Broker start(Path folder) {
        Broker broker = spawn(folder, folder.resolve("broker.log"), Ports.free(), Ports.free());
        broker.awaitReady();
        return broker;
    }

    /**
     * Starts the process of a broker on given ports with its log where it is wanted; data found in the folder are kept.
     *
     * @throws StartFailure when a port is taken, another broker uses the folder or it cannot be written
     */
    public static Broker spawn(Path folder, Path log, int port, int controllerPort) {
        Ports.requireFree("the broker", port);
        Ports.requireFree("the broker's controller", controllerPort);
        BrokerFolder.requireUnused(folder);
        Path settings = BrokerFolder.prepare(folder, port, controllerPort, System.getenv());
        String clusterId = format(folder, log, settings);
        ChildProcess process =
                ChildProcess.start("The broker", java("kafka.Kafka", settings.toString()), Map.of(), log);
        try {
            BrokerFolder.use(folder, process.pid());
        } catch (StartFailure e) {
            process.kill(); // nobody would know of it, and it would keep the port
            throw e;
        }
        return new Broker(process, port, clusterId);
    }

    /**
     * Returns when the broker answers; ends it when it does not.
     *
     * @throws StartFailure with what its log tells when it does not answer as the cluster of its own folder
     */
    public void awaitReady() {
        try {
            long end = System.nanoTime() + OPENS_WITHIN.toNanos();
            awaitOpenPort(end);
            awaitRegistration(end);
        } catch (RuntimeException e) {
            process.kill();
            throw e;
        }
    }

    /** The address clients connect to. */
    public String bootstrapServers() {
        return Ports.LOOPBACK + ':' + port;
    }

    /** The child process that the broker runs in. */
    public ChildProcess process() {
        return process;
    }

    /** Ends the broker in order: it hands its partitions over and closes its files. */
    @Override
    public void close() {
        process.stop(Duration.ofSeconds(20));
    }

    private static String format(Path folder, Path log, Path settings) {
        if (!BrokerFolder.isFormatted(folder)) {
            ChildProcess format = ChildProcess.start(
                    "The broker's formatter",
                    java(
                            "kafka.tools.StorageTool",
                            "format",
                            "--ignore-formatted",
                            "-t",
                            Uuid.randomUuid().toString(),
                            "-c",
                            settings.toString()),
                    Map.of(),
                    log);
            if (!format.endsWithin(OPENS_WITHIN) || !BrokerFolder.isFormatted(folder)) {
                throw format.failure("The broker's data folder could not be formatted.");
            }
        }
        return BrokerFolder.clusterId(folder);
    }

    private static List<String> java(String mainClass, String... arguments) {
        Path jars = Repository.root().resolve("deploy/broker/target/lib");
        if (!Files.isDirectory(jars)) {
            throw new StartFailure(
                    "The broker's jars are not in %s: run mvn -pl deploy/broker package first.".formatted(jars));
        }
        List<String> command = new ArrayList<>(List.of(
                Executables.java().toString(),
                "-Xmx256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX"));
        Stream.of(System.getenv().getOrDefault("REDRESS_JAVA_OPTS", "").split(" "))
                .filter(option -> !option.isBlank())
                .forEach(command::add);
        command.addAll(List.of("-cp", jars + "/*", mainClass));
        command.addAll(List.of(arguments));
        return command;
    }

    private void awaitOpenPort(long end) {
        while (!Ports.answers(port)) {
            if (process.endsWithin(Duration.ofMillis(100))) {
                throw process.failure("The broker ended while it started.");
            }
            requireTime(end);
        }
    }

    /** A port that is open proves little: the broker has to be registered under it, in the cluster of its own folder. */
    private void awaitRegistration(long end) {
        Properties settings = new Properties();
        settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
        try (Admin admin = Admin.create(settings)) {
            while (!isRegistered(admin)) {
                if (process.endsWithin(Duration.ofMillis(100))) {
                    throw process.failure("The broker ended while it started.");
                }
                requireTime(end);
            }
        }
    }

    private boolean isRegistered(Admin admin) {
        try {
            DescribeClusterResult cluster = admin.describeCluster();
            String answered = cluster.clusterId().get(OPENS_WITHIN.toSeconds(), SECONDS);
            if (!clusterId.equals(answered)) {
                throw new StartFailure(
                        "Port %d is answered by another broker (cluster %s): end it or choose another port."
                                .formatted(port, answered));
            }
            return cluster.nodes().get().stream().anyMatch(node -> node.port() == port);
        } catch (ExecutionException | TimeoutException e) {
            throw process.failure("The broker does not answer (" + e.getMessage() + ").");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while waiting for the broker.", e);
        }
    }

    private void requireTime(long end) {
        if (System.nanoTime() > end) {
            throw process.failure("The broker was not ready within " + OPENS_WITHIN.toSeconds() + " s.");
        }
    }
}
