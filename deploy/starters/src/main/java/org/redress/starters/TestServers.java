package org.redress.starters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Holds one broker and one database open for a run of many test JVMs, until standard input ends. */
public final class TestServers {

    private TestServers() {}

    /**
     * Starts both and writes their addresses, as two lines a shell can read, into the file named by the argument.
     *
     * @throws IOException when the file cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        String lines = "KAFKA_BOOTSTRAP_SERVERS='%s'%nMONGODB_URI='%s'%n"
                .formatted(Infrastructure.kafka(), Infrastructure.mongo());
        Path written = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(written, lines);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        while (System.in.read() >= 0) {
            // Whoever started this holds the other end; when that process is gone, so is the reason to go on.
        }
    }
}
