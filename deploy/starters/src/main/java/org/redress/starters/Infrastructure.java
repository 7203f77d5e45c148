package org.redress.starters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The broker and the database that tests run against, one of each for a JVM, started when first asked for.
 *
 * <p>Taken in this order: {@code KAFKA_BOOTSTRAP_SERVERS} and {@code MONGODB_URI}; containers where a Docker engine
 * answers ({@code REDRESS_INFRASTRUCTURE=local} forbids them); real processes in a temporary folder. Everything started
 * here is ended by the guard once the JVM is gone, and not before: shutdown hooks run side by side, and what closes an
 * application waits for its broker. Tests keep apart by a topic prefix and a database name of their own.
 */
public final class Infrastructure {

    private static @Nullable String kafka;
    private static @Nullable String mongo;
    private static @Nullable Path folder;

    private Infrastructure() {}

    /** The broker's bootstrap servers. */
    public static synchronized String kafka() {
        String address = kafka;
        if (address == null) {
            address = given("KAFKA_BOOTSTRAP_SERVERS");
            if (address == null) {
                address = Containers.wanted() ? Containers.kafka() : localKafka();
            }
            kafka = address;
        }
        return address;
    }

    /** The database's address, without a database name. */
    public static synchronized String mongo() {
        String address = mongo;
        if (address == null) {
            address = given("MONGODB_URI");
            if (address == null) {
                address = Containers.wanted() ? Containers.mongo() : localMongo();
            }
            mongo = address;
        }
        return address;
    }

    private static @Nullable String given(String variable) {
        String value = System.getenv(variable);
        return value == null || value.isBlank() ? null : value;
    }

    private static String localKafka() {
        return Broker.start(temporaryFolder().resolve("broker")).bootstrapServers();
    }

    private static String localMongo() {
        return Database.start(temporaryFolder().resolve("database")).uri();
    }

    private static Path temporaryFolder() {
        Path made = folder;
        if (made == null) {
            try {
                made = Files.createTempDirectory("redress-");
            } catch (IOException e) {
                throw new UncheckedIOException("No temporary folder can be made", e);
            }
            Guard.get().deleteAtTheEnd(made);
            folder = made;
        }
        return made;
    }
}
