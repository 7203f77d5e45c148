package org.redress.tools.organising;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.redress.tools.UsageException;

/** The files of an organisation in a folder, by the names that routing reads. */
final class ConfigurationFolder {

    private static final List<String> NAMES = List.of(
            "organisation.yaml",
            "units.csv",
            "posts.csv",
            "absences.csv",
            "responsibility.yaml",
            "responsibility.csv",
            "topics.yaml",
            "clocks.yaml",
            "clocks.local.yaml");

    private ConfigurationFolder() {}

    /** A file by its name. */
    record TextFile(String name, String text) {}

    /**
     * Those that are there.
     *
     * @throws UsageException when there is none, or one is not UTF-8
     */
    static List<TextFile> read(Path folder) {
        List<TextFile> files = new ArrayList<>();
        for (String name : NAMES) {
            if (Files.isRegularFile(folder.resolve(name))) {
                files.add(new TextFile(name, text(folder.resolve(name))));
            }
        }
        if (files.isEmpty()) {
            throw new UsageException(
                    "There is no file of an organisation in " + folder + ": " + String.join(", ", NAMES) + ".");
        }
        return files;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new UsageException(file + " is not UTF-8. Save it as UTF-8 and run this again.");
        } catch (IOException e) {
            throw new UsageException(file + " cannot be read: " + e.getMessage());
        }
    }
}
