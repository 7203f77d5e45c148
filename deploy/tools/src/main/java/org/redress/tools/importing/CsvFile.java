package org.redress.tools.importing;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.redress.tools.UsageException;

/** Values separated by comma, semicolon or tab (RFC 4180) whose first line names the columns, in one of four encodings. */
final class CsvFile extends PetitionFile {

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    private final Mapping mapping;
    private @Nullable Charset charset;
    private @Nullable Character separator;

    /** With an encoding, where it is not to be found out. */
    CsvFile(Path path, Mapping mapping, @Nullable Charset charset) {
        super(path);
        this.mapping = mapping;
        this.charset = charset;
    }

    @Override
    String nameOf(String field) {
        return mapping.nameOf(field);
    }

    @Override
    String understood() {
        String between = separator == null ? "?" : separator == '\t' ? "tab" : separator.toString();
        return path() + " is read as " + charset + ", separated by " + between + ".";
    }

    @Override
    void read(RowHandler handler) throws IOException, InterruptedException {
        refuseSpreadsheet();
        if (charset == null) {
            charset = TextEncoding.of(path());
        }
        if (separator == null) {
            separator = separator(charset);
        }
        try (Reader reader = TextEncoding.open(path(), charset);
                CSVParser parser = parser(reader, separator)) {
            read(parser, handler);
        }
    }

    private void refuseSpreadsheet() throws IOException {
        String kind = TextEncoding.spreadsheetKind(path());
        if (kind != null) {
            throw new UsageException(path() + " is no text but a spreadsheet (" + kind + "), whatever its name says. "
                    + (kind.equals(".xlsx") ? "Name it .xlsx or save it" : "Save it as .xlsx or")
                    + " as CSV, and run the import again.");
        }
    }

    private void read(CSVParser parser, RowHandler handler) throws InterruptedException {
        TableRows rows = null;
        long line = 1;
        Iterator<CSVRecord> records = parser.iterator();
        while (hasNext(records, line)) {
            List<String> values = records.next().toList();
            if (rows == null) {
                rows = mapping.below(values);
            } else {
                rows.take(values, line, handler);
            }
            line = parser.getCurrentLineNumber() + 1;
        }
        if (rows == null) {
            throw new UsageException(path() + " is empty.");
        }
    }

    /** The parser reads a record ahead, and fails there. */
    private boolean hasNext(Iterator<CSVRecord> records, long line) {
        try {
            return records.hasNext();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw new UsageException(path() + " is not " + charset + " from line " + line
                        + " on. Name its encoding with --encoding and run the import again.");
            }
            throw new UsageException(
                    path() + ", line " + line + ": the row that begins here has a quotation mark that is"
                            + " not closed or stands within a value. Write a value that holds quotation marks, separators or"
                            + " line ends as \"…\", with each \" in it doubled, and run the import again.");
        }
    }

    /** The one that makes the first line name each mapped column, otherwise the one that makes most columns of it. */
    private char separator(Charset encoding) throws IOException {
        for (char candidate : SEPARATORS) {
            if (mapping.fits(header(candidate, encoding))) {
                return candidate;
            }
        }
        Map<Character, Integer> widths = new LinkedHashMap<>();
        for (char candidate : SEPARATORS) {
            widths.put(candidate, header(candidate, encoding).size());
        }
        return Collections.max(widths.entrySet(), Map.Entry.comparingByValue()).getKey();
    }

    private List<String> header(char candidate, Charset encoding) throws IOException {
        try (Reader reader = TextEncoding.open(path(), encoding);
                CSVParser parser = parser(reader, candidate)) {
            Iterator<CSVRecord> records = parser.iterator();
            return records.hasNext() ? records.next().toList() : List.of();
        } catch (UncheckedIOException e) {
            return List.of(); // quotes that are none with this separator
        }
    }

    private static CSVParser parser(Reader reader, char separator) throws IOException {
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(separator).get();
        return CSVParser.builder().setReader(reader).setFormat(format).get();
    }
}
