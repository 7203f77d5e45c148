package org.redress.tools.organising;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.redress.tools.UsageException;

/** The files of an organisation in a folder; which names there are is routing's to know. */
final class ConfigurationFolder {

    private ConfigurationFolder() {}

    /** A file by its name. */
    record TextFile(String name, String text) {}

    /**
     * All YAML files and tables, by name.
     *
     * @throws UsageException when there is none, or one is not UTF-8
     */
    static List<TextFile> read(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            List<TextFile> files = entries.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(yaml|csv)"))
                    .sorted()
                    .map(file -> new TextFile(file.getFileName().toString(), text(file)))
                    .toList();
            if (files.isEmpty()) {
                throw new UsageException("There is no file of an organisation (.yaml, .csv) in " + folder + ".");
            }
            return files;
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
