package org.redress.starters;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The folder that holds the whole product. */
public final class Repository {

    private static final String MARK = "deploy/broker";

    private Repository() {}

    /**
     * Finds the root: {@code REDRESS_HOME} as a system property or an environment variable, else upwards from here.
     *
     * @throws StartFailure when no folder on the way up holds {@code deploy/broker}
     */
    public static Path root() {
        String named = System.getProperty("REDRESS_HOME", System.getenv("REDRESS_HOME"));
        Path start = Path.of(named == null || named.isBlank() ? "" : named)
                .toAbsolutePath()
                .normalize();
        for (Path folder = start; folder != null; folder = parent(folder)) {
            if (Files.isDirectory(folder.resolve(MARK))) {
                return folder;
            }
        }
        throw new StartFailure("No folder above %s holds %s: run inside the checkout or set REDRESS_HOME to it."
                .formatted(start, MARK));
    }

    private static @Nullable Path parent(Path folder) {
        return folder.getParent();
    }
}
