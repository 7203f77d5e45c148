package org.redress.starters;

import java.nio.file.Files;
import java.nio.file.Path;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.utility.DockerImageName;

/** Broker and database in containers, where a Docker engine answers. */
final class Containers {

    private Containers() {}

    /** Tells whether containers are to be used: an engine answers and nobody forbade them. */
    static boolean wanted() {
        String choice = System.getenv("REDRESS_INFRASTRUCTURE");
        boolean mayBeThere = System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
        return !"local".equals(choice)
                && mayBeThere
                && DockerClientFactory.instance().isDockerAvailable();
    }

    static String kafka() {
        KafkaContainer container = new KafkaContainer(DockerImageName.parse("apache/kafka-native:4.2.1"));
        container.start();
        return container.getBootstrapServers();
    }

    static String mongo() {
        MongoDBContainer container = new MongoDBContainer(DockerImageName.parse("mongo:8.0")).withReplicaSet();
        container.start();
        return container.getConnectionString();
    }
}
