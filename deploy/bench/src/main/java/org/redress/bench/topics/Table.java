package org.redress.bench.topics;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.redress.tools.UsageException;
import org.redress.tools.importing.TextEncoding;

/**
 * The rows of a file of separated values below the line that names its columns; nothing of it is kept.
 *
 * @param file where it lies
 * @param header names of the columns, in lower case
 * @param rows their values
 */
public record Table(Path file, List<String> header, List<List<String>> rows) {

    private static final List<Character> SEPARATORS = List.of(',', '\t', ';');

    /**
     * Reads it with the separator that makes most columns of its first line.
     *
     * @throws UsageException when it cannot be read to its end
     */
    public static Table read(Path file) {
        try {
            Charset charset = TextEncoding.of(file);
            char separator = ',';
            int most = 0;
            for (char candidate : SEPARATORS) {
                int columns = first(file, charset, candidate).size();
                separator = columns > most ? candidate : separator;
                most = Math.max(most, columns);
            }
            return read(file, charset, separator);
        } catch (IOException e) {
            throw new UsageException(file + " is not read: " + e.getMessage());
        }
    }

    private static List<String> first(Path file, Charset charset, char separator) throws IOException {
        try (CSVParser parser = parser(file, charset, separator)) {
            return parser.stream().findFirst().map(CSVRecord::toList).orElse(List.of());
        } catch (UncheckedIOException e) {
            return List.of(); // quotes that are none with this separator
        }
    }

    private static Table read(Path file, Charset charset, char separator) throws IOException {
        try (CSVParser parser = parser(file, charset, separator)) {
            List<List<String>> rows = parser.stream().map(CSVRecord::toList).toList();
            if (rows.isEmpty()) {
                throw new UsageException(file + " is empty.");
            }
            List<String> header = rows.getFirst().stream()
                    .map(name -> name.strip().toLowerCase(Locale.ROOT))
                    .toList();
            return new Table(file, header, rows.subList(1, rows.size()));
        } catch (UncheckedIOException e) {
            throw new UsageException(file + " is not read: a quotation mark is not closed or stands within a value ("
                    + e.getMessage() + ").");
        }
    }

    private static CSVParser parser(Path file, Charset charset, char separator) throws IOException {
        Reader reader = TextEncoding.open(file, charset);
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(separator).get();
        return CSVParser.builder().setReader(reader).setFormat(format).get();
    }

    /**
     * The place of a column.
     *
     * @param names names it may have, the usual one first
     * @throws UsageException when it has none of these
     */
    public int column(List<String> names) {
        int place = find(names);
        if (place < 0) {
            throw new UsageException(file + " has no column '" + names.getFirst() + "' (or "
                    + String.join(", ", names.subList(1, names.size())) + "); its first line names: "
                    + String.join(", ", header) + ".");
        }
        return place;
    }

    /** The place of a column that may be missing, which gives -1. */
    int find(List<String> names) {
        return names.stream()
                .map(header::indexOf)
                .filter(place -> place >= 0)
                .findFirst()
                .orElse(-1);
    }
}
