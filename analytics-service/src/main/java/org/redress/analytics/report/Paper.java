package org.redress.analytics.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tables as a DOCX file, one below the other, in as much of the format as they need. */
public final class Paper {

    /** Its kind of content. */
    public static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String FONTS =
            "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"SimSun\"/>";
    private static final int TITLE = 36;
    private static final int HEADING = 28;
    private static final int TEXT = 21;
    private static final int CELL = 18;

    private Paper() {}

    /**
     * The file; the same words give the same bytes.
     *
     * @param title its title
     * @param lines lines below the title
     */
    public static byte[] of(String title, List<String> lines, List<Table> tables) {
        StringBuilder body = new StringBuilder(paragraph(title, TITLE, true, "center"));
        lines.forEach(line -> body.append(paragraph(line, TEXT, false, "center")));
        for (Table table : tables) {
            body.append(paragraph(table.title(), HEADING, true, "left")).append(table(table));
        }
        Map<String, String> files = new LinkedHashMap<>();
        files.put(
                "[Content_Types].xml",
                HEAD + "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\" ContentType=\""
                        + "application/vnd.openxmlformats-package.relationships+xml\"/><Override"
                        + " PartName=\"/word/document.xml\" ContentType=\"" + TYPE + ".main+xml\"/></Types>");
        files.put(
                "_rels/.rels",
                HEAD + "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"r1\" Type=\"" + OFFICE
                        + "officeDocument\" Target=\"word/document.xml\"/></Relationships>");
        files.put(
                "word/document.xml",
                HEAD + "<w:document xmlns:w=\"" + MAIN + "\"><w:body>" + body
                        + "<w:sectPr><w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/><w:pgMar w:top=\"1134\""
                        + " w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\""
                        + " w:gutter=\"0\"/></w:sectPr></w:body></w:document>");
        return Archive.of(files);
    }

    private static String table(Table table) {
        StringBuilder rows = new StringBuilder(row(List.copyOf(table.head()), true));
        table.rows().forEach(row -> rows.append(row(row, false)));
        StringBuilder edges = new StringBuilder();
        for (String edge : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
            edges.append("<w:").append(edge).append(" w:val=\"single\" w:sz=\"4\" w:color=\"808080\"/>");
        }
        return "<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblBorders>" + edges
                + "</w:tblBorders></w:tblPr><w:tblGrid>"
                + "<w:gridCol/>".repeat(table.head().size())
                + "</w:tblGrid>" + rows + "</w:tbl>" + paragraph("", TEXT, false, "left");
    }

    private static String row(List<? extends @Nullable Object> cells, boolean head) {
        StringBuilder row = new StringBuilder("<w:tr>");
        if (head) {
            row.append("<w:trPr><w:tblHeader/></w:trPr>");
        }
        for (Object cell : cells) {
            String align = cell instanceof Number ? "right" : "left";
            row.append("<w:tc><w:tcPr/>")
                    .append(paragraph(cell == null ? "" : cell.toString(), CELL, head, align))
                    .append("</w:tc>");
        }
        return row.append("</w:tr>").toString();
    }

    private static String paragraph(String text, int size, boolean bold, String align) {
        return "<w:p><w:pPr><w:jc w:val=\"" + align + "\"/></w:pPr><w:r><w:rPr>" + FONTS + (bold ? "<w:b/>" : "")
                + "<w:sz w:val=\"" + size + "\"/></w:rPr><w:t xml:space=\"preserve\">" + escaped(text)
                + "</w:t></w:r></w:p>";
    }

    /** Without what XML has no place for. */
    private static String escaped(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
