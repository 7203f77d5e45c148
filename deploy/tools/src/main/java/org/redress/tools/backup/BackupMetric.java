package org.redress.tools.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** What is told of the last backup, in a file that Prometheus' node exporter reads. */
enum BackupMetric {
    /** When the backup was complete, in seconds since 1970. */
    COMPLETED("redress.backup.completed.timestamp"),
    /** Size of the service's files, compressed. */
    SIZE("redress.backup.size");

    private final String metricName;

    BackupMetric(String metricName) {
        this.metricName = metricName;
    }

    /** Writes both for each service of a backup; whoever reads the file meanwhile sees the one before. */
    static void write(Path file, Manifest manifest) throws IOException {
        StringBuilder text = new StringBuilder();
        append(text, COMPLETED.sample("seconds"));
        manifest.databases()
                .forEach(each -> append(
                        text,
                        COMPLETED.sample("seconds", each.service())
                                + manifest.completed().getEpochSecond()));
        append(text, SIZE.sample("bytes"));
        manifest.databases().forEach(each -> append(text, SIZE.sample("bytes", each.service()) + each.bytes()));
        Path whole = file.toAbsolutePath();
        Path next = whole.resolveSibling(whole.getFileName() + ".next");
        Files.writeString(next, text);
        Files.move(next, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void append(StringBuilder text, String line) {
        text.append(line).append('\n');
    }

    private String sample(String unit) {
        return "# TYPE %s_%s gauge".formatted(metricName.replace('.', '_'), unit);
    }

    private String sample(String unit, String service) {
        return "%s_%s{service=\"%s\"} ".formatted(metricName.replace('.', '_'), unit, service);
    }
}
