package org.redress.tools.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.tools.Shell;
import tools.jackson.databind.JsonNode;

/** Files as offices have them. */
class ImportedFilesTest {

    private static final String MAP = "externalId=编号,subject=标题,text=内容,receivedAt=来信日期,occurredOn=发生日期";
    private static final List<List<String>> ROWS = List.of(
            List.of("编号", "标题", "内容", "来信日期", "发生日期", "备注", "", ""),
            List.of("1", "绩效, 未发", "上月; 绩效\n还没有发", "2026/11/21 8:30", "2026年11月2日", "", "", ""),
            List.of("", "", "", "", "", "", "", ""),
            List.of("2", "镕𠮷", "饭菜\t涨价", "2026年11月21日", "2026-11-2", "", "", ""));

    @TempDir
    Path folder;

    private FakeIntake intake;
    private Shell shell;

    @BeforeEach
    void start() {
        intake = new FakeIntake();
        shell = new Shell().with("REDRESS_INTAKE_URL", intake.url()).with("REDRESS_TOKEN", "t-1");
    }

    @AfterEach
    void stop() {
        intake.close();
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, ','", "GB18030, ','", "UTF-16LE, ','", "UTF-16BE, ','",
        "UTF-8, ';'", "GB18030, ';'", "UTF-16LE, '\t'", "GB18030, '\t'"
    })
    void readsEachEncodingWithEachSeparator(String charset, String separator) throws IOException {
        Path file = folder.resolve("petitions.CSV");
        String marked = charset.startsWith("UTF-16LE") ? "\uFEFF" + table(separator) : table(separator);
        Files.write(file, marked.getBytes(Charset.forName(charset)));

        assertThat(shell.run("import", file.toString(), "--map", MAP)).isZero();
        assertTaken();
        assertThat(shell.err()).contains("is read as " + charset);
    }

    @Test
    void readsASheetWithNumbersFormulasAndDates() throws IOException {
        Path file = folder.resolve("petitions.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Office", "1.0")) {
            workbook.newWorksheet("说明").value(0, 0, "nothing");
            Worksheet sheet = workbook.newWorksheet("来信");
            for (int column = 0; column < 5; column++) {
                sheet.value(0, column, ROWS.getFirst().get(column));
            }
            for (int row = 1; row < ROWS.size(); row++) {
                for (int column = 1; column < 5; column++) {
                    sheet.value(row, column, ROWS.get(row).get(column));
                }
            }
            sheet.value(1, 0, 1);
            sheet.value(1, 3, LocalDateTime.of(2026, 11, 21, 8, 30));
            sheet.style(1, 3).format("yyyy/m/d h:mm").set();
            sheet.value(3, 0, "2");
            sheet.value(3, 3, 46347);
        }

        assertThat(shell.run("import", file.toString(), "--map", MAP, "--sheet", "来信"))
                .as(shell.err())
                .isZero();
        assertThat(taken("2", "receivedAt")).isEqualTo("2026-11-21T00:00");
        assertThat(taken("1", "receivedAt")).isEqualTo("2026-11-21T08:30");
        assertThat(taken("1", "occurredOn")).isEqualTo("2026-11-02");
        assertThat(intake.taken).containsOnlyKeys("1", "2");

        assertThat(shell.run("import", file.toString(), "--map", MAP, "--sheet", "没有"))
                .isEqualTo(2);
        assertThat(shell.err()).contains("there is no sheet '没有'; the file has 说明, 来信.");
    }

    @Test
    void refusesWhatIsNoSpreadsheet() throws IOException {
        Path file = Files.writeString(folder.resolve("petitions.xlsx"), table(","));

        assertThat(shell.run("import", file.toString(), "--map", MAP)).isEqualTo(2);
        assertThat(shell.err()).contains("is no readable spreadsheet (.xlsx)");
        assertThat(shell.run("import", folder.resolve("none.xlsx").toString(), "--map", MAP))
                .isEqualTo(2);
        assertThat(shell.err()).contains("There is no file");
    }

    @Test
    void saysWhereAQuotationMarkIsNotClosed() throws IOException {
        Path file = Files.writeString(
                folder.resolve("petitions.csv"),
                "编号,标题,内容,来信日期,发生日期\n1,甲,\"一\n二\",2026-01-05,2026-01-05\n2,乙,\"丙,2026-01-05,2026-01-05\n");

        assertThat(shell.run("import", file.toString(), "--map", MAP)).isEqualTo(2);
        assertThat(shell.err())
                .contains("petitions.csv, line 4: the row that begins here has a quotation mark that is not closed")
                .doesNotContain("Exception");
        assertThat(intake.requests).hasValue(0);
    }

    @Test
    void saysThatASpreadsheetIsNamedLikeATable() throws IOException {
        Path file = folder.resolve("petitions.csv");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Office", "1.0")) {
            workbook.newWorksheet("来信").value(0, 0, "编号");
        }

        assertThat(shell.run("import", file.toString(), "--map", MAP)).isEqualTo(2);
        assertThat(shell.err())
                .contains("petitions.csv is no text but a spreadsheet (.xlsx)", "Name it .xlsx or save it");
    }

    @Test
    void refusesUtf8WithADamagedLineInsteadOfReadingItAsAnotherEncoding() throws IOException {
        Path file = folder.resolve("petitions.csv");
        Files.write(file, table(",").getBytes(StandardCharsets.UTF_8));
        Files.write(file, new byte[] {'3', (byte) 0xB0, (byte) 0xA1, '\n'}, StandardOpenOption.APPEND);

        assertThat(shell.run("import", file.toString(), "--map", MAP)).isEqualTo(2);
        assertThat(shell.err()).contains("is UTF-8 but for one line (first wrong byte on line 6)");
        assertThat(intake.requests).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-05T09:30:00, 2026-01-05T09:30",
        "2026-01-05 9:30:05.25, 2026-01-05T09:30:05.250",
        "2026-01-05T09:30:00+08:00, 2026-01-05T09:30+08:00",
        "2026-01-05T01:30Z, 2026-01-05T01:30Z",
        "2026/1/5, 2026-01-05",
        "２０２６／１／５ ８：３０, 2026-01-05T08:30",
        "2026.1.5 8:30, 2026-01-05T08:30",
        "2026年1月5日8时30分, 2026-01-05T08:30",
        "2026年1月5日 8:30:07, 2026-01-05T08:30:07",
        "2026年1月5日8时30分07秒, 2026-01-05T08:30:07",
        "2026年1月5日 8时, 2026-01-05T08:00",
        "5/1/2026, ''",
        "2026/1/5/8, ''",
        "2026-13-01, ''",
        "46347, ''"
    })
    void readsDatesAsTheyAreWritten(String written, String iso) {
        assertThat(ReceivedAt.parse(written).map(ReceivedAt::toString).orElse(""))
                .isEqualTo(iso);
    }

    @Test
    void readsDayNumbersAndPatternsWhenAskedTo() {
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        Dates serial = Dates.written("serial", zone);
        assertThat(serial.iso("receivedAt", "46347.354166666664")).isEqualTo("2026-11-21T08:30");
        assertThat(serial.iso("occurredOn", "46347")).isEqualTo("2026-11-21");
        assertThat(serial.iso("subject", "46347")).isEqualTo("46347");
        assertThat(serial.iso("receivedAt", "99999999")).isEqualTo("99999999");
        assertThat(Dates.written("d.M.yyyy H:mm", zone).iso("receivedAt", "21.11.2026 8:30"))
                .isEqualTo("2026-11-21T08:30");
        assertThat(Dates.common(zone).iso("occurredOn", "2026-11-20T20:00:00Z")).isEqualTo("2026-11-21");
    }

    @Test
    void takesTheFirstOfRowsWithTheSameIdHoweverManyAreInFlight() throws IOException {
        StringBuilder rows = new StringBuilder("编号,标题,内容,来信日期,发生日期\n");
        for (int i = 0; i < 200; i++) {
            rows.append(i / 2).append(i % 2 == 0 ? ",先," : ",后,").append(i).append(",2026-01-05,2026-01-05\n");
        }
        Path file = Files.writeString(folder.resolve("petitions.csv"), rows);

        shell.run("import", file.toString(), "--map", MAP, "--in-flight", "64");
        assertThat(intake.taken).hasSize(100);
        assertThat(intake.taken.values())
                .allSatisfy(petition ->
                        assertThat(petition.get("subject").asString()).isEqualTo("先"));
    }

    private void assertTaken() {
        assertThat(intake.taken).containsOnlyKeys("1", "2");
        assertThat(taken("1", "subject")).isEqualTo("绩效, 未发");
        assertThat(taken("1", "text")).isEqualTo("上月; 绩效\n还没有发");
        assertThat(taken("1", "receivedAt")).isEqualTo("2026-11-21T08:30");
        assertThat(taken("1", "occurredOn")).isEqualTo("2026-11-02");
        assertThat(taken("2", "subject")).isEqualTo("镕𠮷");
        assertThat(taken("2", "receivedAt")).isEqualTo("2026-11-21");
    }

    private String taken(String key, String field) {
        JsonNode petition = intake.taken.get(key);
        return petition.path(field).asString("");
    }

    private static String table(String separator) {
        StringBuilder table = new StringBuilder();
        for (List<String> row : ROWS) {
            table.append(String.join(
                            separator,
                            row.stream()
                                    .map(value -> value.isEmpty() ? "" : '"' + value + '"')
                                    .toList()))
                    .append('\n');
        }
        return table.toString();
    }
}
