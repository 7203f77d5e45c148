package org.redress.starters;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Finds the database program: {@code MONGOD}, else the PATH, else a copy fetched once and kept in the user's cache. */
public final class MongodProgram {

    private MongodProgram() {}

    /**
     * Returns a database program that runs on this machine, fetching it where there is none.
     *
     * @throws StartFailure with the remedy when none can be had
     */
    public static Path find() {
        return find(System.getenv());
    }

    /** Tells whether {@link #find()} would have to fetch it over the network, which takes a while. */
    public static boolean isMissing() {
        Map<String, String> environment = System.getenv();
        return environment.getOrDefault("MONGOD", "").isBlank()
                && Executables.find("mongod", environment).isEmpty()
                && !Files.isExecutable(cache(environment).resolve("mongod"));
    }

    static Path find(Map<String, String> environment) {
        String named = environment.getOrDefault("MONGOD", "");
        if (named.isBlank()) {
            return Executables.find("mongod", environment).orElseGet(() -> cached(environment));
        }
        if (!Files.isExecutable(Path.of(named))) {
            throw new StartFailure("MONGOD names %s, which is no program: correct it or unset it.".formatted(named));
        }
        return Path.of(named);
    }

    private static Path cached(Map<String, String> environment) {
        Path folder = cache(environment);
        Path program = folder.resolve("mongod");
        if (!Files.isExecutable(program)) {
            new MongodDownload(folder, environment).into(program);
        }
        return program;
    }

    private static Path cache(Map<String, String> environment) {
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path home = cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return home.resolve("redress/mongod-6.0.5");
    }
}
