package org.redress.starters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/** Secrets in files that only their owner can read. */
public final class Secrets {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** Returns a new random word of letters, digits, {@code -} and {@code _} with 8 bits of chance for each byte. */
    public static String random(int bytes) {
        byte[] chance = new byte[bytes];
        RANDOM.nextBytes(chance);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(chance);
    }

    /** Returns what the file holds, made and written (mode 0600) at the first call. */
    public static String kept(Path file, Supplier<String> make) {
        try {
            if (Files.notExists(file)) {
                write(file, make.get());
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The secret in " + file + " can be neither read nor written", e);
        }
    }

    /** Writes a file of mode 0600 whole or not at all; when it returns, no loss of power takes it back. */
    public static void write(Path file, String content) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Files.createDirectories(folder);
        Path written = Files.createTempFile(folder, ".secret", "", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try {
            Files.writeString(written, content, StandardOpenOption.TRUNCATE_EXISTING);
            flush(written);
            Files.move(written, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
            flush(folder);
        } finally {
            Files.deleteIfExists(written); // still there only when the disk was full
        }
    }

    private static void flush(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path)) {
            channel.force(true);
        }
    }
}
