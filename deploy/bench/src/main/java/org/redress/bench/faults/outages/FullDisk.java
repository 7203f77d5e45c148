package org.redress.bench.faults.outages;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A small disk of its own under a folder, made in memory, that can be filled without harm to anything else. */
public final class FullDisk implements AutoCloseable {

    private static final String SIZE = "size=3g,mode=0700";
    private static final int BLOCK = 1 << 20;

    private final Path folder;
    private final Path filler;

    private FullDisk(Path folder) {
        this.folder = folder;
        this.filler = folder.resolve("filler");
    }

    /** Puts one under a folder; empty where this user or this machine may not. */
    public static Optional<FullDisk> under(Path folder) throws IOException {
        Files.createDirectories(folder);
        return run("mount", "-t", "tmpfs", "-o", SIZE, "redress-faults", folder.toString())
                ? Optional.of(new FullDisk(folder))
                : Optional.empty();
    }

    /** Leaves no byte free. */
    void fill() throws IOException {
        byte[] block = new byte[BLOCK];
        try (OutputStream file = Files.newOutputStream(filler)) {
            while (folder.toFile().getUsableSpace() > 0) {
                long left = Math.min(block.length, folder.toFile().getUsableSpace());
                file.write(block, 0, (int) left);
            }
        } catch (IOException e) {
            if (folder.toFile().getUsableSpace() > 0) {
                throw e;
            }
        }
    }

    /** Gives the room back. */
    void free() throws IOException {
        Files.deleteIfExists(filler);
    }

    /** Takes it away with all it holds. */
    @Override
    public void close() throws IOException {
        if (!run("umount", folder.toString())) {
            throw new IOException("The disk under " + folder + " could not be taken away: umount it by hand");
        }
    }

    private static boolean run(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false; // no such program here
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
