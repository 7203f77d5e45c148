package org.redress.local.supervise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipException;
import org.redress.local.run.Part;
import org.redress.starters.Repository;
import org.redress.starters.StartFailure;

/**
 * The program of a service as it was built, and how Java is told to run it: laid out as plain jars where that can be
 * done, for a quicker start, with the class cache of that layout once there is one.
 *
 * @param service the service
 * @param jar the jar with everything in it
 */
record ServiceProgram(Part service, Path jar) {

    /** Java reads a class cache made by itself since this version. */
    private static final int CLASS_CACHES_SINCE = 25;

    private static final int QUIET_FLAGS_SINCE = 24;

    /**
     * The program of this checkout.
     *
     * @throws StartFailure when it is not built
     */
    static ServiceProgram of(Part service) {
        Path jar = Repository.root()
                .resolve("%1$s-service/target/redress-%1$s-service-0.1.0-SNAPSHOT-exec.jar".formatted(service.label()));
        if (!Files.exists(jar)) {
            throw new StartFailure("%s is not built (%s is missing): run deploy/local/up, which builds it."
                    .formatted(service.label(), jar));
        }
        return new ServiceProgram(service, jar);
    }

    /** Where it is laid out, with its class cache beside the jars. */
    ServiceLayout layout() {
        return new ServiceLayout(jar);
    }

    /** Tells whether Java would start quicker with a class cache that is not there yet. */
    boolean wantsClassCache() {
        return Runtime.version().feature() >= CLASS_CACHES_SINCE
                && layout().isThere()
                && Files.notExists(layout().classCache());
    }

    /** The line that starts it with further options; lays it out first where this was not done since the build. */
    List<String> command(List<String> options) {
        List<String> command = java(options);
        if (!isSpringBoot() || !layout().prepare()) {
            command.addAll(List.of("-jar", jar.toString()));
            return command;
        }
        if (Files.exists(layout().classCache())) {
            // One that does not fit this Java or these options is left aside with a warning.
            command.add("-XX:AOTCache=" + layout().classCache());
        }
        command.addAll(classPath());
        return command;
    }

    /** The line that runs it for its class cache: with the options that it otherwise runs with, from plain jars. */
    List<String> trainingCommand(List<String> options) {
        List<String> command = java(options);
        command.addAll(classPath());
        return command;
    }

    private List<String> classPath() {
        return List.of("-cp", layout().mainJar().toString(), startClass());
    }

    private static List<String> java(List<String> options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                // One that ran out of memory has lost threads nobody misses: better none than half of one.
                "-XX:+ExitOnOutOfMemoryError",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8"));
        if (Runtime.version().feature() >= QUIET_FLAGS_SINCE) {
            command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        }
        command.addAll(options);
        return command;
    }

    private boolean isSpringBoot() {
        return !startClass().isEmpty();
    }

    /** Empty in a jar that was not packed by Spring Boot, and in what is no jar: Java itself says what is wrong. */
    private String startClass() {
        try (JarFile file = new JarFile(jar.toFile())) {
            Attributes main = file.getManifest().getMainAttributes();
            String name = main.getValue("Start-Class");
            return name == null ? "" : name;
        } catch (ZipException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(jar + " cannot be read", e);
        }
    }
}
