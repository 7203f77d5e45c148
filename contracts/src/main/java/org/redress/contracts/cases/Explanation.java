package org.redress.contracts.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How a due date was counted, step by step.
 *
 * @param article source of the limit, such as {@code 《信访工作条例》 23}
 * @param startedOn day of the start, which is not counted (民法典 201)
 * @param limit number of days
 * @param days natural or working
 * @param countedTo last day by plain counting
 * @param skipped days off after {@code countedTo} that the limit moved over (民法典 203)
 * @param dueOn the result
 * @param provisional true when a year was counted that has no holiday notice yet
 */
public record Explanation(
        String article,
        LocalDate startedOn,
        int limit,
        Days days,
        LocalDate countedTo,
        List<SkippedDay> skipped,
        LocalDate dueOn,
        boolean provisional) {

    /** Which days a limit counts. */
    public enum Days {
        /** Every day of the calendar. */
        NATURAL,
        /** Working days by the State Council's yearly notice. */
        WORKING
    }

    /**
     * A day off that a limit moved over.
     *
     * @param date the day
     * @param reason name of the holiday, or {@code weekend}
     */
    public record SkippedDay(LocalDate date, String reason) {}

    /** The explanation in one sentence or two, Chinese for {@code zh}, otherwise English. */
    public String text(Locale locale) {
        return Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? chinese() : english();
    }

    private String chinese() {
        String unit = days == Days.WORKING ? "个工作日" : "日";
        String moved = skipped.isEmpty()
                ? ""
                : "；期满日" + countedTo + "为非工作日，跳过"
                        + skipped.stream()
                                .map(day ->
                                        day.date() + "（" + ("weekend".equals(day.reason()) ? "周末" : day.reason()) + "）")
                                .collect(Collectors.joining("、"))
                        + "，顺延";
        return "依据" + article + "，期限" + limit + unit + "，自" + startedOn + "起算，当日不计入，至" + countedTo + "期满" + moved
                + "，截止日为" + dueOn + (provisional ? "（所涉年度放假安排尚未公布，按普通周末暂计）" : "") + "。";
    }

    private String english() {
        String unit = days == Days.WORKING ? " working days" : " days";
        String moved = skipped.isEmpty()
                ? ""
                : "; that is a day off, so it moves over "
                        + skipped.stream()
                                .map(day -> day.date() + " (" + day.reason() + ")")
                                .collect(Collectors.joining(", "));
        return "By " + article + ": " + limit + unit + " from " + startedOn + ", that day not counted, end on "
                + countedTo
                + moved + "; due on " + dueOn
                + (provisional ? " (provisional: no holiday notice for that year yet)" : "") + ".";
    }
}
