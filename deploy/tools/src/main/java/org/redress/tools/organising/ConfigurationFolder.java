package org.redress.tools.organising;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.redress.tools.UsageException;

/** The files of an organisation in a folder; which names there are is routing's to know. */
final class ConfigurationFolder {

    private static final String CALENDAR = "calendar";

    private ConfigurationFolder() {}

    /** A file by its name. */
    record TextFile(String name, String text) {}

    /**
     * All YAML files and tables, and the holiday notices in {@code calendar/}, by name.
     *
     * @throws UsageException when there is none, or one is not UTF-8
     */
    static List<TextFile> read(Path folder) {
        List<TextFile> files = new ArrayList<>(read(folder, "", ".*\\.(yaml|csv)"));
        if (Files.isDirectory(folder.resolve(CALENDAR))) {
            files.addAll(read(folder.resolve(CALENDAR), CALENDAR + "/", ".*\\.json"));
        }
        if (files.isEmpty()) {
            throw new UsageException(
                    "There is no file of an organisation (.yaml, .csv, calendar/*.json) in " + folder + ".");
        }
        return files;
    }

    private static List<TextFile> read(Path folder, String prefix, String pattern) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(pattern))
                    .sorted()
                    .map(file -> new TextFile(prefix + file.getFileName(), text(file)))
                    .toList();
        } catch (IOException e) {
            throw new UsageException(folder + " cannot be read: " + e.getMessage());
        }
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
