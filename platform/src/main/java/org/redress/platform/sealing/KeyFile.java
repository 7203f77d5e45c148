package org.redress.platform.sealing;

import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A keyset in a file that is followed as it changes: whoever asks gets what was last read whole and found right, so that
 * a file that is half written, readable by others or of the wrong kind costs no request.
 *
 * @param <T> what the keys are used as
 */
final class KeyFile<T> implements Supplier<T> {

    private static final Logger log = LoggerFactory.getLogger(KeyFile.class);
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private final Path folder;
    private final Path file;
    private final Parser parser;
    private final Function<KeysetHandle, T> use;
    private volatile Loaded<T> loaded;
    private volatile @Nullable String refused;

    /**
     * Reads the file.
     *
     * @throws KeyFileException when it is missing, readable by others (more rights than 0600), or holds other keys
     */
    KeyFile(Path folder, String name, Parser parser, Function<KeysetHandle, T> use) {
        this.folder = folder;
        this.file = folder.resolve(name);
        this.parser = parser;
        this.use = use;
        this.loaded = load(read());
    }

    @Override
    public T get() {
        return loaded.use();
    }

    /** Reads the file again when it changed; while something is wrong with it, the keys in use stay and the log says why. */
    synchronized void follow() {
        try {
            String json = read();
            if (!loaded.digest().equals(digest(json))) {
                take(load(json));
            }
            refused = null;
        } catch (KeyFileException e) {
            if (!String.valueOf(e.getMessage()).equals(refused)) {
                log.error("The keys in use stay as they are: {}", e.getMessage());
            }
            refused = e.getMessage();
        }
    }

    /** Whether the key of this id is in use; looks at the file again before it says no. */
    boolean holds(String keyId) {
        if (!loaded.keys().contains(keyId)) {
            follow();
        }
        return loaded.keys().contains(keyId);
    }

    LoadedKeys state() {
        Loaded<T> now = loaded;
        return new LoadedKeys(file.getFileName().toString(), now.primary(), now.keys(), refused);
    }

    private void take(Loaded<T> next) {
        if (!next.keys().containsAll(loaded.keys())) {
            throw new KeyFileException(file + " lacks a key that is in use; only a new start takes it so.", null);
        }
        loaded = next;
        log.info("{} was read again: its primary key is {} of {}", file, next.primary(), next.keys());
    }

    private Loaded<T> load(String json) {
        try {
            return loaded(json);
        } catch (KeyFileException e) {
            throw e;
        } catch (RuntimeException e) {
            // Tink finds out late that a keyset has no primary key, or one of unknown standing.
            throw new KeyFileException(file + " is a keyset that cannot be used.", e);
        }
    }

    private Loaded<T> loaded(String json) {
        KeysetHandle keyset = parsed(json);
        List<String> keys = IntStream.range(0, keyset.size())
                .mapToObj(keyset::getAt)
                .filter(key -> key.getStatus() == KeyStatus.ENABLED)
                .map(KeyFile::idOf)
                .toList();
        return new Loaded<>(used(keyset), idOf(keyset.getPrimary()), keys, digest(json));
    }

    private KeysetHandle parsed(String json) {
        try {
            return parser.parse(json);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new KeyFileException(file + " is no keyset of the kind that is needed here.", e);
        }
    }

    private T used(KeysetHandle keyset) {
        try {
            return use.apply(keyset);
        } catch (KeyFileException e) {
            throw new KeyFileException(file + ": " + e.getMessage(), e);
        }
    }

    private String read() {
        requireOwnersAlone(folder);
        if (!Files.isRegularFile(file)) {
            throw new KeyFileException("The key " + file + " is missing.", null);
        }
        requireAtMost(FILE, "600", file);
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new KeyFileException("The key " + file + " cannot be read.", e);
        }
    }

    /** The name of a key in a keyset, as it is kept beside what was made with it. */
    static String idOf(KeysetHandle.Entry key) {
        return idOf(key.getId());
    }

    /** The name of the key with this number. */
    static String idOf(int number) {
        return Integer.toHexString(number);
    }

    /** Refuses a folder that others may enter. */
    static void requireOwnersAlone(Path folder) {
        requireAtMost(FOLDER, "700", folder);
    }

    private static String digest(String json) {
        return Envelope.digest(json.getBytes(StandardCharsets.UTF_8));
    }

    private static void requireAtMost(Set<PosixFilePermission> allowed, String mode, Path path) {
        Set<PosixFilePermission> rights = rights(path);
        if (!allowed.containsAll(rights)) {
            String given = PosixFilePermissions.toString(rights);
            throw new KeyFileException(
                    path + " has the rights " + given + ". Keys are their owner's alone: chmod " + mode + " " + path,
                    null);
        }
    }

    private static Set<PosixFilePermission> rights(Path path) {
        try {
            Set<PosixFilePermission> rights = EnumSet.noneOf(PosixFilePermission.class);
            rights.addAll(Files.getPosixFilePermissions(path));
            return rights;
        } catch (IOException | UnsupportedOperationException e) {
            throw new KeyFileException("The rights of " + path + " cannot be read.", e);
        }
    }

    /** Reads a keyset from its JSON. */
    interface Parser {
        KeysetHandle parse(String json) throws GeneralSecurityException;
    }

    private record Loaded<T>(T use, String primary, List<String> keys, String digest) {}
}
