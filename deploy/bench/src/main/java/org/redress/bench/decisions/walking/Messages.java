package org.redress.bench.decisions.walking;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.redress.tools.UsageException;

/** Reads messages with their replies from comma-separated values; the file stays where it is and nothing of it is kept. */
public final class Messages {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu/M/d");

    private Messages() {}

    /**
     * The messages in the order of time, at most so many.
     *
     * @throws UsageException when the file lacks a column, or a reply came before its message
     */
    public static List<Message> read(Path file, int limit) throws IOException {
        try (Reader reader = Files.newBufferedReader(file);
                CSVParser rows =
                        CSVParser.builder().setReader(reader).setFormat(FORMAT).get()) {
            return rows.stream()
                    .map(Messages::message)
                    .sorted(Comparator.comparing(Message::submittedAt).thenComparing(Message::id))
                    .limit(limit)
                    .toList();
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UsageException(file + " is not read: " + e.getMessage());
        }
    }

    private static Message message(CSVRecord row) {
        String replied = row.get("replied_at");
        Message message = new Message(
                row.get("id"),
                row.get("subject"),
                row.get("text"),
                row.get("reply"),
                moment(row.get("submitted_at")),
                moment(replied),
                isDay(replied));
        if (message.repliedAt().isBefore(message.submittedAt())) {
            throw new IllegalArgumentException("the reply to " + message.id() + " came before the message");
        }
        return message;
    }

    private static LocalDateTime moment(String written) {
        return isDay(written)
                ? LocalDate.parse(written, DAY).atStartOfDay()
                : LocalDateTime.parse(written.replace(' ', 'T'));
    }

    private static boolean isDay(String written) {
        return written.contains("/");
    }
}
