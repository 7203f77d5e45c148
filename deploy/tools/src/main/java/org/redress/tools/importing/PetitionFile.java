package org.redress.tools.importing;

import java.io.IOException;
import java.io.LineNumberReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.redress.tools.UsageException;

/** A file of petitions in UTF-8, with or without a byte order mark. */
abstract sealed class PetitionFile permits CsvFile, JsonLinesFile {

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final Path path;

    PetitionFile(Path path) {
        this.path = path;
    }

    /** The name under which complaints name a field of the petition: its column, where the file has columns. */
    abstract String nameOf(String field);

    /** Hands on what was read. */
    abstract void read(LineNumberReader reader, RowHandler handler) throws IOException, InterruptedException;

    /**
     * Reads the file from its beginning.
     *
     * @throws UsageException when it cannot be read, is not UTF-8 or has not the form its name promises
     */
    final void forEach(RowHandler handler) throws InterruptedException {
        try (LineNumberReader reader = new LineNumberReader(Files.newBufferedReader(path, StandardCharsets.UTF_8))) {
            reader.mark(1);
            if (reader.read() != BYTE_ORDER_MARK) {
                reader.reset();
            }
            read(reader, handler);
        } catch (NoSuchFileException e) {
            throw new UsageException("There is no file " + path + ".");
        } catch (CharacterCodingException e) {
            throw new UsageException(path + " is not UTF-8 (first wrong byte on line " + TextCheck.firstWrongLine(path)
                    + "). Save it as UTF-8 and run the import again.");
        } catch (IOException e) {
            throw new UsageException(path + " cannot be read: " + e.getMessage());
        }
    }
}
