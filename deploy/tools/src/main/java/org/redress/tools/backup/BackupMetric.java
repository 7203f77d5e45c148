package org.redress.tools.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

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

    /**
     * Writes both for each service of a backup, and keeps what the file says of other services; whoever reads it meanwhile
     * sees the one before.
     */
    static void write(Path file, Manifest manifest) throws IOException {
        Path whole = file.toAbsolutePath();
        List<String> before = Files.exists(whole) ? Files.readAllLines(whole) : List.of();
        List<String> lines = new ArrayList<>();
        lines.addAll(COMPLETED.lines(
                "seconds", manifest, each -> manifest.completed().getEpochSecond(), before));
        lines.addAll(SIZE.lines("bytes", manifest, Manifest.Stored::bytes, before));
        Path next = whole.resolveSibling(whole.getFileName() + ".next");
        Files.write(next, lines);
        Files.move(next, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private List<String> lines(
            String unit, Manifest manifest, ToLongFunction<Manifest.Stored> value, List<String> before) {
        String name = metricName.replace('.', '_') + "_" + unit;
        Map<String, String> samples = new TreeMap<>();
        before.stream()
                .filter(line -> line.startsWith(name + "{"))
                .forEach(line -> samples.put(line.substring(0, line.indexOf(' ') + 1), line));
        for (Manifest.Stored each : manifest.databases()) {
            String sample = "%s{service=\"%s\"} ".formatted(name, each.service());
            samples.put(sample, sample + value.applyAsLong(each));
        }
        List<String> lines = new ArrayList<>();
        lines.add("# TYPE " + name + " gauge");
        lines.addAll(samples.values());
        return lines;
    }
}
