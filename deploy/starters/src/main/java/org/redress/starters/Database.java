package org.redress.starters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A real MongoDB, a replica set of one node that listens on loopback only and asks for a password. */
public final class Database implements AutoCloseable {

    private static final Duration OPENS_WITHIN = Duration.ofMinutes(2);

    private final ChildProcess process;
    private final DatabaseAccess access;
    private final int port;

    private Database(ChildProcess process, DatabaseAccess access, int port) {
        this.process = process;
        this.access = access;
        this.port = port;
    }

    /** Starts a database on a free port with its data, password and log in the folder, and returns when it is primary. */
    public static Database start(Path folder) {
        Database database = spawn(folder, folder.resolve("mongod.log"), Ports.free());
        database.awaitReady();
        return database;
    }

    /**
     * Starts the process of a database on a given port with its log where it is wanted; data found in the folder are
     * kept, also when they came from another port.
     *
     * @throws StartFailure when the port is taken, the folder cannot be written or there is no database program
     */
    public static Database spawn(Path folder, Path log, int port) {
        Ports.requireFree("the database", port);
        DatabaseAccess access = new DatabaseAccess(port, password(folder));
        return new Database(ChildProcess.start("The database", command(folder, port), Map.of(), log), access, port);
    }

    /**
     * Returns when the database is primary and lets our user in; ends it when it does not get there.
     *
     * @throws StartFailure with what its log tells when it does not become the primary of its own data
     */
    public void awaitReady() {
        try {
            awaitOwnListener(process, port);
            access.prepare(process, OPENS_WITHIN);
        } catch (RuntimeException e) {
            process.kill();
            throw e;
        }
    }

    /** The address that a database in this folder has or will have; its password is made here where it is new. */
    public static String uri(Path folder, int port) {
        return new DatabaseAccess(port, password(folder)).uri();
    }

    /** The address with user, password, replica set and authentication database. */
    public String uri() {
        return access.uri();
    }

    /** The child process that the database is. */
    public ChildProcess process() {
        return process;
    }

    /** Ends the database in order, with everything on the disk. */
    @Override
    public void close() {
        process.stop(Duration.ofSeconds(20));
    }

    private static String password(Path folder) {
        // Every member of a replica set proves itself with the key file; without one, authentication would be off.
        Secrets.kept(
                folder.resolve("keyfile"),
                () -> Secrets.random(512).replace('-', '+').replace('_', '/'));
        return Secrets.kept(folder.resolve("password"), () -> Secrets.random(24));
    }

    private static List<String> command(Path folder, int port) {
        Path program = MongodProgram.find();
        Path data = folder.resolve("data");
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new StartFailure("The database's folder %s cannot be written: %s".formatted(folder, e), e);
        }
        return List.of(
                program.toString(),
                "--dbpath",
                data.toString(),
                "--port",
                String.valueOf(port),
                "--bind_ip",
                Ports.LOOPBACK,
                "--nounixsocket",
                "--quiet",
                "--replSet",
                DatabaseAccess.REPLICA_SET,
                "--auth",
                "--keyFile",
                folder.resolve("keyfile").toString(),
                "--networkMessageCompressors",
                "snappy",
                "--wiredTigerCacheSizeGB",
                "1",
                "--oplogSize",
                "512",
                "--setParameter",
                "diagnosticDataCollectionEnabled=false");
    }

    private static void awaitOwnListener(ChildProcess process, int port) {
        long end = System.nanoTime() + OPENS_WITHIN.toNanos();
        while (!Ports.answers(port)) {
            if (process.endsWithin(Duration.ofMillis(50))) {
                throw process.failure("The database ended while it started.");
            }
            if (System.nanoTime() > end) {
                throw process.failure("The database did not open its port within " + OPENS_WITHIN.toSeconds() + " s.");
            }
        }
    }
}
