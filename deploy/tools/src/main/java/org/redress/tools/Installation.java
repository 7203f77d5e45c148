package org.redress.tools;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The databases of an installation, as the terminal's environment names them. */
public final class Installation {

    /** Names of the four services, in the order petitions go through them. */
    public static final List<String> SERVICES = List.of("intake", "routing", "notification", "analytics");

    private static final long PATIENCE_SECONDS = 10;

    private Installation() {}

    /**
     * A client of the databases.
     *
     * @throws UsageException when {@code MONGODB_URI} is not set or is no address
     */
    public static MongoClient client(Terminal terminal) {
        String uri = terminal.required("MONGODB_URI");
        try {
            return MongoClients.create(MongoClientSettings.builder()
                    .applyToClusterSettings(
                            cluster -> cluster.serverSelectionTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .applicationName("redress-tools")
                    .applyConnectionString(new ConnectionString(uri))
                    .build());
        } catch (IllegalArgumentException e) {
            throw new UsageException("MONGODB_URI is no address of a database: " + e.getMessage());
        }
    }

    /** What the names of the databases begin with, before the service's name. */
    public static String prefix(Terminal terminal) {
        return terminal.variable("REDRESS_DATABASE_PREFIX", "redress_");
    }
}
