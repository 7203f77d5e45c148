package org.redress.analytics.volume.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.redress.analytics.report.Spreadsheet;
import org.redress.analytics.report.Table;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers that are files to keep. */
public final class Downloads {

    private static final String CSV = "text/csv;charset=UTF-8";
    private static final String XLSX = "xlsx";

    private Downloads() {}

    /**
     * A table, as XLSX where the address ends so and as CSV otherwise.
     *
     * @param name what the file is called, without its ending
     */
    public static ResponseEntity<byte[]> table(String name, Table table, HttpServletRequest request) {
        return request.getRequestURI().endsWith("." + XLSX)
                ? file(name, XLSX, Spreadsheet.TYPE, Spreadsheet.of(List.of(table)))
                : file(name, "csv", CSV, table.csv().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Any file.
     *
     * @param ending how its name ends, without a dot
     * @param type its kind of content
     */
    public static ResponseEntity<byte[]> file(String name, String ending, String type, byte[] bytes) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + "." + ending)
                                .build()
                                .toString())
                .contentType(MediaType.parseMediaType(type))
                .body(bytes);
    }
}
