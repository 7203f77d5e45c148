package org.redress.local.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import org.redress.local.keys.KeyPlan.Place;
import org.redress.local.run.Part;
import org.redress.local.run.RunFolder;
import org.redress.starters.Secrets;
import org.redress.starters.StartFailure;

/** The keys, each laid only into the folders of the services that may hold it. */
public final class KeyFiles {

    private final Path folder;
    private final Writer writer;

    /** The keys in a folder that has one folder for each service. */
    public KeyFiles(Path folder) {
        this(folder, Secrets::write);
    }

    KeyFiles(Path folder, Writer writer) {
        this.folder = folder;
        this.writer = writer;
    }

    /** The keys of a local installation. */
    public static KeyFiles in(RunFolder run) {
        return new KeyFiles(run.path("keys"));
    }

    /** Makes what is missing in a local installation. */
    public static void prepare(RunFolder run) {
        in(run).makeMissing();
    }

    /**
     * Makes what is missing: folders of mode 0700, files of mode 0600.
     *
     * @throws StartFailure when files are left and the one they are completed from is not
     */
    public void makeMissing() {
        Part.services().forEach(this::makeFolder);
        List.of(KeyPlan.values()).forEach(this::complete);
    }

    /** The folder with the keys that a service may hold. */
    public static Path of(RunFolder run, Part service) {
        return run.path("keys").resolve(service.label());
    }

    /** The folder that has one folder for each service. */
    Path folder() {
        return folder;
    }

    /** What the first holder has of this key, which is all that is known of it. */
    Keyset held(KeyPlan plan) {
        return read(plan.places().getFirst());
    }

    /** What the file of a service holds. */
    Keyset read(Place place) {
        Path file = file(place);
        try {
            return Keyset.parse(Files.readString(file));
        } catch (IOException | GeneralSecurityException e) {
            throw new StartFailure("The keys in %s cannot be read.".formatted(file), e);
        }
    }

    /** Whether a newer key is there that does not yet seal or digest everywhere. */
    boolean isUnfinished(KeyPlan plan) {
        String newest = held(plan).newest();
        return plan.places().stream().anyMatch(place -> !read(place).primary().equals(newest));
    }

    /** Which keys each file holds, by their ids alone. */
    public List<String> describe() {
        List<String> lines = new ArrayList<>();
        for (KeyPlan plan : KeyPlan.values()) {
            String state = plan.rotates() ? "" : " (does not rotate)";
            lines.add(plan.label() + (isUnfinished(plan) ? " (a rotation is unfinished)" : state));
            for (Place place : plan.places()) {
                Keyset keys = read(place);
                lines.add("  %s/%s: %s of %s"
                        .formatted(
                                place.service().label(), place.file(), keys.primary(), String.join(", ", keys.ids())));
            }
        }
        return lines;
    }

    /** Writes the keys for all who hold them, the first holder before the others. */
    void give(KeyPlan plan, Keyset keys) {
        plan.places().stream().filter(plan::isSecret).forEach(place -> write(place, keys.secretJson()));
    }

    /** Writes the public halves for those who seal. */
    void publish(KeyPlan plan, Keyset keys) {
        plan.places().stream().filter(place -> !plan.isSecret(place)).forEach(place -> write(place, keys.publicJson()));
    }

    /**
     * A new key is made only where no file of it is left: another would open nothing of what was sealed before. The public
     * half is written last: while it is missing nothing can have been sealed for the private one.
     *
     * @throws StartFailure when files are left and the one they are completed from is not
     */
    private void complete(KeyPlan plan) {
        Path first = file(plan.places().getFirst());
        boolean isNew = plan.places().stream().map(this::file).noneMatch(Files::exists);
        if (!isNew && Files.notExists(first)) {
            throw new StartFailure("%s is missing although others of %s are there: bring it back from a copy; a new one"
                            .formatted(first, plan.label())
                    + " would open nothing of what was sealed.");
        }
        Keyset keys = isNew ? Keyset.generate(plan.isPair()) : held(plan);
        plan.places().stream()
                .filter(place -> Files.notExists(file(place)))
                .forEach(place -> write(place, plan.isSecret(place) ? keys.secretJson() : keys.publicJson()));
    }

    private void makeFolder(Part service) {
        try {
            Files.createDirectories(
                    folder.resolve(service.label()),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException("The key folders cannot be made", e);
        }
    }

    private void write(Place place, String json) {
        try {
            writer.write(file(place), json);
        } catch (IOException e) {
            throw new UncheckedIOException("The keys cannot be written into " + folder, e);
        }
    }

    private Path file(Place place) {
        return folder.resolve(place.service().label()).resolve(place.file());
    }

    /** Writes a file whole or not at all. */
    interface Writer {
        void write(Path file, String content) throws IOException;
    }
}
