package org.redress.tools.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.redress.tools.UsageException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folder of a backup: for each collection its documents and how it is made, a manifest, and the digests of them all,
 * which are written last and which {@code sha256sum -c SHA256SUMS} understands.
 */
final class BackupFolder {

    private static final String MANIFEST = "manifest.json";
    private static final String SUMS = "SHA256SUMS";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final Map<String, String> sums = new TreeMap<>();

    private BackupFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * A new one, which only its owner may read.
     *
     * @throws UsageException when something is there already or it cannot be made
     */
    static BackupFolder make(Path folder) {
        try {
            if (Files.exists(folder)) {
                throw new UsageException(folder + " is there already: each backup gets a folder of its own.");
            }
            Files.createDirectories(folder.toAbsolutePath().getParent());
            privately(folder);
        } catch (IOException e) {
            throw new UsageException(folder + " cannot be made: " + e);
        }
        return new BackupFolder(folder);
    }

    private static void privately(Path made) throws IOException {
        Files.createDirectory(made, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /** Adds a file, whose digest is kept; it is on the disk when this returns. */
    void add(String name, Content content) throws IOException {
        Path file = folder.resolve(name);
        Path parent = Objects.requireNonNull(file.getParent());
        if (Files.notExists(parent)) {
            privately(parent);
        }
        MessageDigest digest = sha256();
        try (FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            OutputStream out =
                    new BufferedOutputStream(new DigestOutputStream(Channels.newOutputStream(channel), digest), BUFFER);
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
        sums.put(name, HexFormat.of().formatHex(digest.digest()));
    }

    /** What a file holds. */
    @FunctionalInterface
    interface Content {

        void writeTo(OutputStream out) throws IOException;
    }

    /** Makes it whole. */
    void complete(Manifest manifest) throws IOException {
        add(MANIFEST, out -> out.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest)));
        StringBuilder text = new StringBuilder();
        sums.forEach((name, sum) -> text.append(sum).append("  ").append(name).append('\n'));
        add(SUMS, out -> out.write(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** Size of the files in a folder of it. */
    long bytes(String service) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(service))) {
            long bytes = 0;
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
            return bytes;
        }
    }

    /**
     * One that is whole.
     *
     * @throws UsageException naming what is missing or not as it was written
     */
    static BackupFolder whole(Path folder) {
        BackupFolder found = new BackupFolder(folder);
        try {
            if (Files.notExists(folder.resolve(SUMS))) {
                throw new UsageException(
                        folder + " is no whole backup: " + SUMS + " is missing, which is written last.");
            }
            for (String line : Files.readAllLines(folder.resolve(SUMS))) {
                found.sums.put(line.substring(line.indexOf("  ") + 2), line.substring(0, line.indexOf("  ")));
            }
            List<String> damaged = new ArrayList<>();
            for (Map.Entry<String, String> each : found.sums.entrySet()) {
                Path file = folder.resolve(each.getKey());
                if (Files.notExists(file)) {
                    damaged.add(each.getKey() + " is missing");
                } else if (!sum(file).equals(each.getValue())) {
                    damaged.add(each.getKey() + " is damaged");
                }
            }
            if (!damaged.isEmpty()) {
                throw new UsageException(folder + ": " + String.join(", ", damaged)
                        + ". Nothing was restored: take another copy of this backup, or another backup.");
            }
        } catch (IOException | StringIndexOutOfBoundsException e) {
            throw new UsageException(folder + " cannot be read: " + e);
        }
        return found;
    }

    /**
     * What it holds.
     *
     * @throws UsageException when it was made by a newer release or does not hold all it names
     */
    Manifest manifest() {
        try {
            Manifest manifest = JSON.readValue(Files.readString(folder.resolve(MANIFEST)), Manifest.class);
            if (manifest.format() != Manifest.FORMAT) {
                throw new UsageException("This backup is of format " + manifest.format()
                        + ", which a newer release made: restore it with the tools of that release.");
            }
            manifest.databases()
                    .forEach(each -> each.collections().keySet().forEach(name -> {
                        requireSum(documents(each.service(), name));
                        requireSum(making(each.service(), name));
                    }));
            return manifest;
        } catch (IOException | JacksonException e) {
            throw new UsageException(MANIFEST + " in " + folder + " cannot be read: " + e.getMessage());
        }
    }

    private void requireSum(String name) {
        if (!sums.containsKey(name)) {
            throw new UsageException(SUMS + " in " + folder + " does not name " + name + ".");
        }
    }

    /** Name of the file with a collection's documents. */
    static String documents(String service, String collection) {
        return service + "/" + collection + ".bson.gz";
    }

    /** Name of the file with a collection's options and indexes. */
    static String making(String service, String collection) {
        return service + "/" + collection + ".metadata.json.gz";
    }

    /** Reads a file of it. */
    InputStream read(String name) throws IOException {
        return Files.newInputStream(folder.resolve(name));
    }

    private static String sum(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
