package org.redress.notification.email.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.notification.Samples;
import org.redress.notification.email.writing.Text;
import org.redress.notification.email.writing.Wording;
import org.redress.notification.notifications.Deadline;
import org.redress.notification.notifications.Facts;
import org.redress.notification.notifications.Template;
import org.redress.notification.notifications.Visibility;

class DigestTextTest {

    @Test
    void beginsWithOneLineForTheBacklogOfEachUnit() {
        List<DigestLine> lines = new ArrayList<>();
        for (int i = 1; i <= 300; i++) {
            lines.add(line(
                    Template.BACKLOG, "b-" + i, "WORKSHOP", "2026-01-%02d".formatted(i % 28 + 1), i > 100, null, 0));
        }
        lines.add(line(Template.BACKLOG, "c-1", "PLANT", "2025-12-01", true, null, 0));
        lines.add(line(Template.DUE, "d-1", null, "2026-02-27", true, "due", 1));

        Text text = text("zh", lines);

        assertThat(text.subject()).isEqualTo("【每日摘要】2026-03-02 信访事项");
        assertThat(text.body().lines().filter(line -> line.contains("导入")))
                .containsExactly(
                        "一厂：导入的信访事项中有 1 件在导入前已错过督办节点，其中 1 件的期限在导入时已经届满，最早的截止日为 2025-12-01。",
                        "总装车间：导入的信访事项中有 300 件在导入前已错过督办节点，其中 200 件的期限在导入时已经届满，最早的截止日为 2026-01-01。");
        assertThat(text.body().indexOf("导入")).isLessThan(text.body().indexOf("办理时限 · 到期"));
        assertThat(text.body()).doesNotContain("b-1").contains("合计 1 件，列出 1 件。");
    }

    @Test
    void countsByClockAndRungWorstFirstAndListsTheOldest() {
        List<DigestLine> lines = List.of(
                line(Template.REMINDER, "r-1", null, "2026-03-10", false, "eighty", 0),
                line(Template.ESCALATED, "e-2", null, "2026-02-02", true, "level-3", 3),
                line(Template.ESCALATED, "e-1", null, "2026-02-01", true, "level-3", 3),
                line(Template.ESCALATED, "e-3", null, "2026-01-05", true, "level-4", 4),
                line(Template.ASSIGNED, "a-1", "WORKSHOP", "2026-03-16", false, null, 0),
                line(Template.DEEMED, "m-1", Facts.of("WORKSHOP", null)));

        assertThat(text("en", lines).body()).isEqualTo("""
                Dear Ann Field,

                This is what you had not been told by the morning of 2026-03-02.

                handling limit, level 4: 1, oldest due date 2026-01-05
                  2026-01-05  e-3

                handling limit, level 3: 2, oldest due date 2026-02-01
                  2026-02-01  e-1
                  2026-02-02  e-2

                handling limit, 80% of the time has passed: 1, oldest due date 2026-03-10
                  2026-03-10  r-1

                Not decided in time, accepted by default: 1
                    m-1

                Assigned (imported): 1, oldest due date 2026-03-16
                  2026-03-16  a-1

                Cases in all: 6, listed: 6.

                Please handle them in the workbench: http://routing

                This message was sent automatically. Please do not reply to it.
                """);
    }

    @Test
    void listsFiftyCasesAtMostAndCountsTheRest() {
        List<DigestLine> lines = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            lines.add(line(Template.ESCALATED, "e-" + i, null, "2026-02-01", true, "level-3", 3));
        }
        for (int i = 0; i < 3; i++) {
            lines.add(line(Template.DUE, "d-" + i, null, "2026-02-01", true, "due", 1));
        }
        for (int i = 0; i < 900; i++) {
            lines.add(line(Template.ASSIGNED, "a-" + i, "WORKSHOP", "2026-02-01", true, null, 0));
        }

        Text text = text("en", lines);

        assertThat(text.body().lines().filter(line -> line.startsWith("  2026")))
                .hasSizeBetween(40, 50);
        assertThat(text.body().lines().filter(line -> line.contains(" d-"))).hasSize(3);
        assertThat(text.body()).contains("level 3: 2000,", "(imported): 900,", "Cases in all: 2903,");
        assertThat(text.body().lines().count()).isLessThan(90);
    }

    private static Text text(String language, List<DigestLine> lines) {
        Map<String, String> values =
                Map.of("greeting", "Dear Ann Field,", "day", "2026-03-02", "workbench", "http://routing");
        return new DigestText(Wording.in(language), Samples.known(), values).of(lines);
    }

    private static DigestLine line(
            Template template, String petition, String unit, String dueOn, boolean missed, String rung, int level) {
        Deadline deadline = new Deadline("handle", dueOn, missed, rung, level, "", "");
        return line(template, petition, Facts.of(unit, deadline));
    }

    private static DigestLine line(Template template, String petition, Facts facts) {
        return new DigestLine("n-1", 0, template, petition, Samples.NOW, Visibility.UNKNOWN, facts);
    }
}
