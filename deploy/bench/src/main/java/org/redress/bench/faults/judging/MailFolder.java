package org.redress.bench.faults.judging;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Counts the mails that lie in a folder by the Message-ID in their heads. */
final class MailFolder {

    private static final String HEADER = "message-id:";

    private MailFolder() {}

    static Map<String, Integer> read(Path folder) throws IOException {
        Map<String, Integer> mails = new HashMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.eml")) {
            for (Path file : files) {
                mails.merge(messageId(file), 1, Integer::sum);
            }
        }
        return mails;
    }

    private static String messageId(Path file) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            return lines.lines()
                    .takeWhile(line -> !line.isEmpty())
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(HEADER))
                    .map(line -> line.substring(HEADER.length()).strip())
                    .findFirst()
                    .orElse("none in " + file.getFileName());
        }
    }
}
