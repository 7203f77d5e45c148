package org.redress.tools.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.redress.tools.UsageException;

/** A sheet of a spreadsheet (.xlsx) whose first row names the columns. */
final class SpreadsheetFile extends PetitionFile {

    private final Mapping mapping;
    private final @Nullable String sheet;

    /** With the name of the sheet, or none for the first. */
    SpreadsheetFile(Path path, Mapping mapping, @Nullable String sheet) {
        super(path);
        this.mapping = mapping;
        this.sheet = sheet;
    }

    @Override
    String nameOf(String field) {
        return mapping.nameOf(field);
    }

    @Override
    void read(RowHandler handler) throws IOException, InterruptedException {
        if (!Files.exists(path())) {
            throw new NoSuchFileException(path().toString());
        }
        try (ReadableWorkbook workbook = new ReadableWorkbook(path().toFile());
                Stream<Row> rows = sheet(workbook).openStream()) {
            read(rows.iterator(), handler);
        } catch (ExcelReaderException | IOException | UncheckedIOException e) {
            throw new UsageException(path() + " is no readable spreadsheet (.xlsx). Save it as .xlsx, or as CSV under a"
                    + " name that ends in .csv, and run the import again.");
        }
    }

    private Sheet sheet(ReadableWorkbook workbook) {
        if (sheet == null) {
            return workbook.getFirstSheet();
        }
        return workbook.findSheet(sheet)
                .orElseThrow(() -> new UsageException("--sheet: there is no sheet '" + sheet + "'; the file has "
                        + String.join(
                                ", ", workbook.getSheets().map(Sheet::getName).toList()) + "."));
    }

    private void read(Iterator<Row> rows, RowHandler handler) throws InterruptedException {
        if (!rows.hasNext()) {
            throw new UsageException(path() + " is empty.");
        }
        List<String> header = texts(rows.next(), 0, column -> false);
        TableRows table = mapping.below(header);
        while (rows.hasNext()) {
            Row row = rows.next();
            table.take(texts(row, header.size(), table::isDate), row.getRowNum(), handler);
        }
    }

    /** A row's values; a spreadsheet leaves out what is empty at its end. */
    private static List<String> texts(Row row, int width, IntPredicate isDate) {
        List<String> texts = new ArrayList<>();
        for (int column = 0; column < Math.max(width, row.getCellCount()); column++) {
            int here = column;
            texts.add(row.getOptionalCell(column)
                    .map(cell -> text(cell, isDate.test(here)))
                    .orElse(""));
        }
        return texts;
    }

    /** Numbers in a column of dates are what the spreadsheet shows as a date. */
    private static String text(Cell cell, boolean date) {
        if (cell.getType() == CellType.NUMBER) {
            return date ? cell.asDate().toString() : plain(cell.asNumber());
        }
        String raw = cell.getType() == CellType.FORMULA ? cell.getRawValue() : cell.getText();
        return raw == null ? "" : raw;
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
