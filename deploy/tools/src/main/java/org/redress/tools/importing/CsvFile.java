package org.redress.tools.importing;

import java.io.IOException;
import java.io.LineNumberReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.redress.tools.UsageException;

/** Comma-separated values (RFC 4180) whose first line names the columns. */
final class CsvFile extends PetitionFile {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setAllowMissingColumnNames(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_EMPTY)
            .get();

    private final Map<String, String> columns;
    private final Map<String, String> defaults;

    /**
     * A file with a mapping.
     *
     * @param columns column of each field
     * @param defaults text of fields that have no column, or nothing in it
     */
    CsvFile(Path path, Map<String, String> columns, Map<String, String> defaults) {
        super(path);
        this.columns = columns;
        this.defaults = defaults;
    }

    @Override
    String nameOf(String field) {
        String mapped = field.equals(Intake.KEY_HEADER) ? Fields.EXTERNAL_ID : field.replaceFirst("\\[.*", "");
        return columns.getOrDefault(mapped, field);
    }

    @Override
    void read(LineNumberReader reader, RowHandler handler) throws IOException, InterruptedException {
        try (CSVParser parser =
                CSVParser.builder().setReader(reader).setFormat(FORMAT).get()) {
            requireColumns(parser.getHeaderNames());
            long line = parser.getCurrentLineNumber() + 1;
            for (CSVRecord record : parser) {
                handle(record, line, parser.getHeaderNames().size(), handler);
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (IllegalArgumentException e) {
            throw new UsageException("The first line does not name the columns: " + e.getMessage());
        }
    }

    private void requireColumns(List<String> header) {
        for (Map.Entry<String, String> mapped : columns.entrySet()) {
            if (!header.contains(mapped.getValue())) {
                throw new UsageException("--map: there is no column '" + mapped.getValue() + "' for " + mapped.getKey()
                        + "; the file has " + String.join(", ", header) + ".");
            }
        }
    }

    private void handle(CSVRecord record, long line, int width, RowHandler handler) throws InterruptedException {
        if (record.size() == width) {
            handler.row(row(record, line));
        } else {
            handler.unreadable(line, record.size() + " values where the first line names " + width + " columns");
        }
    }

    private Row row(CSVRecord record, long line) {
        Map<String, Object> petition = new LinkedHashMap<>();
        defaults.forEach((field, text) -> Fields.put(petition, field, text));
        columns.forEach((field, column) -> {
            String text = record.get(column);
            if (!text.isBlank()) {
                Fields.put(petition, field, text);
            }
        });
        return new Row(line, record.get(columns.get(Fields.EXTERNAL_ID)).strip(), petition);
    }
}
