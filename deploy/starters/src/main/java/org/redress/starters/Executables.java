package org.redress.starters;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Programs of this machine. */
public final class Executables {

    private Executables() {}

    /** Finds a program on the PATH. */
    public static Optional<Path> find(String name) {
        return find(name, System.getenv());
    }

    static Optional<Path> find(String name, Map<String, String> environment) {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The java program that this process itself runs on. */
    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
