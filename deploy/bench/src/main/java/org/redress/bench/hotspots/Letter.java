package org.redress.bench.hotspots;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.redress.tools.UsageException;

/**
 * A message of the file.
 *
 * @param id its id
 * @param subject its heading
 * @param text what it says
 * @param at when it was handed in
 * @param user token of who wrote
 */
record Letter(String id, String subject, String text, LocalDateTime at, String user) {

    static final Comparator<Letter> IN_ORDER = Comparator.comparing(Letter::at).thenComparing(Letter::id);

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("[uuuu-M-d'T'H:m[:s]][uuuu-M-d H:m[:s]][uuuu/M/d H:m[:s]]");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * All of a file in UTF-8 with the columns id, subject, text, submitted_at and user, in the order of time.
     *
     * @throws UsageException when it lacks a column or a moment cannot be read
     */
    static List<Letter> read(Path file) throws IOException {
        String whole = Files.readString(file);
        String text = whole.startsWith(BYTE_ORDER_MARK) ? whole.substring(1) : whole;
        try (Reader reader = new StringReader(text);
                CSVParser rows =
                        CSVParser.builder().setReader(reader).setFormat(FORMAT).get()) {
            return rows.stream().map(Letter::of).sorted(IN_ORDER).toList();
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UsageException(file + " is not read: " + e.getMessage());
        }
    }

    private static Letter of(CSVRecord row) {
        return new Letter(
                row.get("id"),
                row.get("subject"),
                row.get("text"),
                LocalDateTime.parse(row.get("submitted_at").strip(), MOMENT),
                row.get("user"));
    }

    Letter movedTo(LocalDateTime moment) {
        return new Letter(id, subject, text, moment, user);
    }
}
