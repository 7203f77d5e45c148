package org.redress.tools.importing;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.redress.tools.UsageException;

/** A file of petitions. */
abstract sealed class PetitionFile permits CsvFile, JsonLinesFile, SpreadsheetFile {

    private final Path path;

    PetitionFile(Path path) {
        this.path = path;
    }

    final Path path() {
        return path;
    }

    /** The name under which complaints name a field of the petition: its column, where the file has columns. */
    abstract String nameOf(String field);

    /** How the file was understood, for the person who imports it; blank where there was nothing to decide. */
    String understood() {
        return "";
    }

    /** Hands on what was read. */
    abstract void read(RowHandler handler) throws IOException, InterruptedException;

    /**
     * Reads the file from its beginning.
     *
     * @throws UsageException when it cannot be read or has not the form its name promises
     */
    final void forEach(RowHandler handler) throws InterruptedException {
        try {
            read(handler);
        } catch (NoSuchFileException e) {
            throw new UsageException("There is no file " + path + ".");
        } catch (CharacterCodingException e) {
            throw new UsageException(
                    path + " is not in the encoding it is read in. Save it as UTF-8 and run the import again.");
        } catch (IOException e) {
            throw new UsageException(path + " cannot be read: " + e.getMessage());
        }
    }
}
