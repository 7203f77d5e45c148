package org.redress.local.supervise;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.redress.starters.ChildProcess;
import org.redress.starters.Folders;
import org.redress.starters.StartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One built program as a folder of plain jars beside it, named by the content of the program: a new build, a new folder. */
final class ServiceLayout {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceLayout.class);
    private static final Duration LAID_OUT_WITHIN = Duration.ofMinutes(1);

    private final Path jar;
    private final Path all;
    private final Path folder;

    /** The layout of a program, there or not. */
    ServiceLayout(Path jar) {
        this.jar = jar;
        this.all = jar.resolveSibling("laid-out");
        this.folder = all.resolve(checksum(jar));
    }

    boolean isThere() {
        return Files.isDirectory(folder);
    }

    /** The jar whose manifest names all others. */
    Path mainJar() {
        return folder.resolve(jar.getFileName());
    }

    /** Each version of Java has a cache of its own. */
    Path classCache() {
        return folder.resolve("classes-%s.aot".formatted(Runtime.version()));
    }

    /** Lays the program out where that was not done; tells whether it is there, for it also runs without. */
    boolean prepare() {
        if (isThere()) {
            return true;
        }
        Path fresh = all.resolveSibling(
                "laid-out.%d".formatted(ProcessHandle.current().pid()));
        try {
            extract(fresh);
            Folders.delete(all);
            Files.createDirectories(all);
            move(fresh);
        } catch (IOException | StartFailure e) {
            LOG.warn("{} could not be laid out as plain jars and starts from the one jar", jar, e);
        }
        return isThere();
    }

    private void extract(Path target) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--force",
                "--destination",
                target.toString());
        Path log = jar.resolveSibling("laid-out.log");
        ChildProcess extraction = ChildProcess.start("the extraction of " + jar.getFileName(), command, Map.of(), log);
        if (!extraction.endsWithin(LAID_OUT_WITHIN) || !extraction.succeeded()) {
            extraction.kill();
            throw new IOException("the extraction failed: " + extraction.lastLines());
        }
    }

    /** Two starts at once lay out the same: one of them is enough. */
    private void move(Path fresh) throws IOException {
        try {
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            LOG.debug("{} was laid out by another start", jar, e);
        } finally {
            Folders.delete(fresh);
        }
    }

    private static String checksum(Path file) {
        CRC32 sum = new CRC32();
        byte[] buffer = new byte[1 << 16];
        try (InputStream content = Files.newInputStream(file)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                sum.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
        return Long.toHexString(sum.getValue());
    }
}
