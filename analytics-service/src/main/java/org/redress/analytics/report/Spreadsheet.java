package org.redress.analytics.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Tables as an XLSX file, a sheet each. */
public final class Spreadsheet {

    /** Its kind of content. */
    public static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String MADE_AT = "(?<before><dcterms:created[^>]*>)[^<]*(?<after></dcterms:created>)";
    private static final double FIRST_WIDTH = 36;
    private static final double WIDTH = 16;

    private Spreadsheet() {}

    /** The file; the same tables give the same bytes. */
    public static byte[] of(List<Table> tables) {
        try {
            Path file = Files.createTempFile("report", ".xlsx");
            try {
                write(tables, file);
                return Archive.of(files(file));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(List<Table> tables, Path file) throws IOException {
        try (OutputStream bytes = Files.newOutputStream(file);
                Workbook workbook = new Workbook(bytes, "Redress", "1.0")) {
            for (Table table : tables) {
                fill(workbook.newWorksheet(table.title()), table);
            }
        }
    }

    private static void fill(Worksheet sheet, Table table) {
        for (int column = 0; column < table.head().size(); column++) {
            sheet.value(0, column, table.head().get(column));
            sheet.width(column, column == 0 ? FIRST_WIDTH : WIDTH);
        }
        sheet.range(0, 0, 0, table.head().size() - 1).style().bold().set();
        sheet.freezePane(0, 1);
        for (int row = 0; row < table.rows().size(); row++) {
            List<@Nullable Object> line = table.rows().get(row);
            for (int column = 0; column < line.size(); column++) {
                Object value = line.get(column);
                if (value instanceof Number number) {
                    sheet.value(row + 1, column, number);
                } else if (value != null) {
                    sheet.value(row + 1, column, value.toString());
                }
            }
        }
    }

    /**
     * The files of an archive by their names, without the time it was made at. It has to be read from a disk: in a stream
     * nobody can tell where an entry ends that was written with its length behind it.
     */
    private static Map<String, String> files(Path archive) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                files.put(entry.getName(), text.replaceAll(MADE_AT, "${before}1980-01-01T00:00:00Z${after}"));
            }
        }
        return files;
    }
}
