package org.redress.starters;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The part of a log that a person needs to see why a process did not start. */
final class LogExcerpt {

    private static final int LAST_LINES = 12;
    private static final int ERRORS = 3;
    private static final int MOST = 512 * 1024;
    // Spoken by the services and the broker, and by the database, whose log is JSON.
    private static final Pattern ERROR = Pattern.compile("\\b(ERROR|FATAL)\\b|\"s\":\"[EF]\"");

    private LogExcerpt() {}

    /** What was written since a position: the first errors, each with the line that explains it, and the last lines. */
    static String of(Path log, long start) throws IOException {
        List<String> lines =
                read(log, start).lines().filter(LogExcerpt::isTelling).toList();
        int last = Math.max(0, lines.size() - LAST_LINES);
        Stream<String> errors = IntStream.range(0, last)
                .filter(number -> ERROR.matcher(lines.get(number)).find())
                .limit(ERRORS)
                .flatMap(number -> IntStream.of(number, number + 1))
                .filter(number -> number < last)
                .distinct()
                .mapToObj(lines::get);
        return Stream.concat(errors, lines.subList(last, lines.size()).stream()).collect(Collectors.joining("\n"));
    }

    /** Stack frames push the causes out of sight. */
    private static boolean isTelling(String line) {
        return !line.isBlank() && !line.startsWith("\tat ") && !line.startsWith("\t... ");
    }

    private static String read(Path log, long start) throws IOException {
        long from = Math.max(start, Files.size(log) - MOST);
        try (InputStream content = Files.newInputStream(log)) {
            content.skipNBytes(Math.min(from, Files.size(log)));
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
