package org.redress.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.redress.starters.Folders;
import org.redress.starters.Repository;
import org.redress.starters.Secrets;
import org.redress.starters.StartFailure;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The folder that holds data, keys, mails, logs and the state of one local installation. */
public final class RunFolder {

    private static final String MARK = ".redress-run";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;

    private RunFolder(Path folder) {
        this.folder = folder;
    }

    /** The folder named by {@code REDRESS_RUN}, else {@code .run} in the checkout. */
    public static RunFolder of(Map<String, String> environment) {
        String named = environment.getOrDefault("REDRESS_RUN", "");
        Path folder = named.isBlank() ? Repository.root().resolve(".run") : Path.of(named);
        return new RunFolder(folder.toAbsolutePath().normalize());
    }

    /**
     * Makes the folder where there is none.
     *
     * @throws StartFailure when it cannot be written or holds something else already
     */
    public void prepare() {
        try {
            if (Files.notExists(path(MARK)) && Files.isDirectory(folder) && !isEmpty()) {
                throw new StartFailure("%s is not empty and is no run folder of Redress: set REDRESS_RUN to another."
                        .formatted(folder));
            }
            Files.createDirectories(path("logs"));
            Files.writeString(path(MARK), "Run folder of Redress: data, keys, mails and logs of this installation.\n");
        } catch (IOException e) {
            throw new StartFailure(
                    "The run folder %s cannot be written (%s): make room or rights there, or set REDRESS_RUN to another."
                            .formatted(folder, e.getMessage()),
                    e);
        }
    }

    /** Deletes everything an earlier run left. */
    public void empty() {
        prepare();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.filter(found -> !found.endsWith(MARK) && !found.endsWith(RunLock.FILE))
                    .toList()) {
                if (Files.isDirectory(entry)) {
                    Folders.delete(entry);
                } else {
                    Files.delete(entry);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The run folder " + folder + " cannot be emptied", e);
        }
        prepare();
    }

    /** The folder itself. */
    public Path folder() {
        return folder;
    }

    /** A file or folder in it. */
    public Path path(String name) {
        return folder.resolve(name);
    }

    /** Where a part writes its log. */
    public Path log(String name) {
        return path("logs").resolve(name + ".log");
    }

    /** The state that a launcher last wrote. */
    public Optional<RunState> state() {
        Path file = path("state.json");
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readString(file), RunState.class));
        } catch (IOException | JacksonException e) {
            throw new StartFailure("%s cannot be read: deploy/local/up --fresh begins anew.".formatted(file), e);
        }
    }

    /** Writes the state whole. */
    public void write(RunState state) {
        try {
            Secrets.write(path("state.json"), JSON.writeValueAsString(state));
        } catch (IOException e) {
            throw new UncheckedIOException("The state cannot be written", e);
        }
    }

    /** Tells whether somebody wants this part away. */
    public boolean isAway(Part part) {
        return Files.exists(away(part));
    }

    /** Asks the launcher to keep a part away, or to have it back. */
    public void setAway(Part part, boolean wanted) {
        try {
            if (wanted) {
                Files.createDirectories(away(part).getParent());
                Files.writeString(away(part), "");
            } else {
                Files.deleteIfExists(away(part));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The wish cannot be written into " + folder, e);
        }
    }

    /** Has every part back: a new start starts everything. */
    public void forgetAway() {
        List.of(Part.values()).forEach(part -> setAway(part, false));
    }

    private Path away(Part part) {
        return path("away").resolve(part.label());
    }

    private boolean isEmpty() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
