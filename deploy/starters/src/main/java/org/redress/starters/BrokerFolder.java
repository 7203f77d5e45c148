package org.redress.starters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;

/** The files of a broker: its settings and its data. */
final class BrokerFolder {

    private static final String USER = "used-by";

    /** Names an environment variable with further settings of the broker, each {@code name=value}, between blanks. */
    private static final String FURTHER = "REDRESS_BROKER_SETTINGS";

    private BrokerFolder() {}

    static Path prepare(Path folder, int port, int controllerPort, Map<String, String> environment) {
        Path settings = folder.resolve("server.properties");
        String further = environment.getOrDefault(FURTHER, "").strip().replaceAll("\\s+", "\n");
        try {
            Files.createDirectories(folder);
            Files.writeString(settings, settings(folder.resolve("data"), port, controllerPort) + further + "\n");
            return settings;
        } catch (IOException e) {
            throw new StartFailure("The broker's folder %s cannot be written: %s".formatted(folder, e), e);
        }
    }

    /** A second broker on the same files would ruin them before it notices: Kafka locks them too late. */
    static void requireUnused(Path folder) {
        Path user = folder.resolve(USER);
        if (Files.notExists(user)) {
            return;
        }
        try {
            String[] words = Files.readString(user).split(" ", 2);
            ProcessRecord record = new ProcessRecord(Long.parseLong(words[0]), Instant.parse(words[1]));
            if (record.alive().isPresent()) {
                throw new StartFailure("Process %d, another broker, uses %s: end it or use another folder."
                        .formatted(record.pid(), folder));
            }
        } catch (IOException e) {
            throw new StartFailure("The broker's folder %s cannot be read: %s".formatted(folder, e), e);
        }
    }

    static void use(Path folder, long pid) {
        ProcessRecord.of(pid).ifPresent(record -> {
            try {
                Secrets.write(folder.resolve(USER), record.pid() + " " + record.startedAt());
            } catch (IOException e) {
                throw new StartFailure("The broker's folder %s cannot be written: %s".formatted(folder, e), e);
            }
        });
    }

    static boolean isFormatted(Path folder) {
        return Files.exists(folder.resolve("data/meta.properties"));
    }

    static String clusterId(Path folder) {
        Properties meta = new Properties();
        try (var reader = Files.newBufferedReader(folder.resolve("data/meta.properties"))) {
            meta.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("The broker's data folder has no readable meta.properties", e);
        }
        return meta.getProperty("cluster.id");
    }

    private static String settings(Path data, int port, int controllerPort) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                inter.broker.listener.name=PLAINTEXT
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%3$s
                auto.create.topics.enable=false
                default.replication.factor=1
                min.insync.replicas=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                # Back within seconds after it was killed, not within a quarter of a minute.
                broker.session.timeout.ms=3000
                broker.heartbeat.interval.ms=500
                log.message.timestamp.type=LogAppendTime
                log.cleaner.dedupe.buffer.size=8388608
                num.network.threads=2
                num.io.threads=4
                """.formatted(port, controllerPort, data);
    }
}
