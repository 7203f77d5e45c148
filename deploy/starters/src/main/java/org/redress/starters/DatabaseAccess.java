package org.redress.starters;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoCredential;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Makes a new database a replica set with one user, and knows how to reach it. */
final class DatabaseAccess {

    static final String REPLICA_SET = "redress";

    private static final String USER = "redress";
    private static final int ALREADY_INITIALIZED = 23;
    private static final int UNAUTHORIZED = 13;

    private final int port;
    private final String password;

    DatabaseAccess(int port, String password) {
        this.port = port;
        this.password = password;
    }

    String uri() {
        return "mongodb://%s:%s@%s/?replicaSet=%s&authSource=admin".formatted(USER, password, host(), REPLICA_SET);
    }

    /** Returns when the process is primary, lets our user in and has been proven to be the one behind the port. */
    void prepare(ChildProcess process, Duration within) {
        long end = System.nanoTime() + within.toNanos();
        try (MongoClient stranger = client(null)) {
            if (!hello(stranger).containsKey("setName")) {
                initiate(stranger);
            }
        }
        MongoException last = null;
        while (System.nanoTime() < end) {
            try {
                if (isReady(process)) {
                    return;
                }
            } catch (MongoException e) {
                last = e;
            }
            if (process.endsWithin(Duration.ofMillis(50))) {
                throw process.failure("The database ended while it started.");
            }
        }
        throw new StartFailure(
                "The database did not become primary within %d s.".formatted(within.toSeconds()),
                last == null ? new IllegalStateException("no error was seen") : last);
    }

    private boolean isReady(ChildProcess process) {
        try (MongoClient ours = client(MongoCredential.createCredential(USER, "admin", password.toCharArray()))) {
            Document status = admin(ours, new Document("serverStatus", 1).append("repl", 1));
            long pid = status.get("pid", Number.class).longValue();
            if (pid != process.pid()) {
                throw new StartFailure(
                        "Port %d is answered by another database (process %d): end it or choose another port."
                                .formatted(port, pid));
            }
            return isPrimaryHere(ours);
        } catch (MongoSecurityException e) {
            createUser();
            return false;
        }
    }

    private boolean isPrimaryHere(MongoClient ours) {
        Document configuration =
                admin(ours, new Document("replSetGetConfig", 1)).get("config", Document.class);
        Document member = configuration.getList("members", Document.class).getFirst();
        if (!host().equals(member.getString("host"))) {
            member.put("host", host());
            configuration.put("version", configuration.getInteger("version", 1) + 1);
            admin(ours, new Document("replSetReconfig", configuration).append("force", true));
        }
        return hello(ours).getBoolean("isWritablePrimary", false);
    }

    private void initiate(MongoClient stranger) {
        Document configuration = new Document("_id", REPLICA_SET)
                .append("members", List.of(new Document("_id", 0).append("host", host())));
        try {
            admin(stranger, new Document("replSetInitiate", configuration));
        } catch (MongoCommandException e) {
            // Data from another port do not know themselves as this member yet, but have our user already.
            if (e.getErrorCode() != ALREADY_INITIALIZED && e.getErrorCode() != UNAUTHORIZED) {
                throw e;
            }
        }
    }

    /** Uses the localhost exception, which ends with the first user. */
    private void createUser() {
        try (MongoClient stranger = client(null)) {
            if (!hello(stranger).getBoolean("isWritablePrimary", false)) {
                return;
            }
            admin(
                    stranger,
                    new Document("createUser", USER).append("pwd", password).append("roles", List.of("root")));
        }
    }

    private MongoClient client(@Nullable MongoCredential credential) {
        MongoClientSettings.Builder settings = MongoClientSettings.builder()
                .applyToClusterSettings(cluster -> cluster.hosts(List.of(new ServerAddress(Ports.LOOPBACK, port)))
                        .serverSelectionTimeout(5, TimeUnit.SECONDS));
        if (credential != null) {
            settings.credential(credential);
        }
        return MongoClients.create(settings.build());
    }

    private static Document hello(MongoClient client) {
        return admin(client, new Document("hello", 1));
    }

    private static Document admin(MongoClient client, Document command) {
        return client.getDatabase("admin").runCommand(command);
    }

    private String host() {
        return Ports.LOOPBACK + ':' + port;
    }
}
