package org.redress.contracts.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
 * @param additions days added since, in the order they were; absent when there are none
 * @param holidays days off by notice that a limit in working days passed over; absent when there are none
 */
public record Explanation(
        String article,
        LocalDate startedOn,
        int limit,
        Days days,
        LocalDate countedTo,
        List<SkippedDay> skipped,
        LocalDate dueOn,
        boolean provisional,
        @Nullable List<Addition> additions,
        @Nullable List<SkippedDay> holidays) {

    /** Counted without additions, over no holiday. */
    public Explanation(
            String article,
            LocalDate startedOn,
            int limit,
            Days days,
            LocalDate countedTo,
            List<SkippedDay> skipped,
            LocalDate dueOn,
            boolean provisional) {
        this(article, startedOn, limit, days, countedTo, skipped, dueOn, provisional, null, null);
    }

    /** Which days a limit counts. */
    public enum Days {
        /** Every day of the calendar. */
        NATURAL,
        /** Working days by the State Council's yearly notice. */
        WORKING,
        /** None: a person set the day. */
        SET
    }

    /**
     * Days that were added to a limit.
     *
     * @param reason why
     * @param decidedOn the day it was decided
     * @param days number of days
     * @param by post that decided; empty for who is not told which
     */
    public record Addition(Reason reason, LocalDate decidedOn, int days, String by) {

        /** Why days are added. */
        public enum Reason {
            /** The limit was extended 延长 with the head's approval (Reg. 34). */
            EXTENSION,
            /** A hearing 听证 was held, whose days do not count (Reg. 36). */
            HEARING
        }
    }

    /**
     * A day off that a limit moved over.
     *
     * @param date the day
     * @param reason name of the holiday, or {@code weekend}
     */
    public record SkippedDay(LocalDate date, String reason) {}

    /** Days added since; empty when there are none. */
    public List<Addition> added() {
        return additions == null ? List.of() : additions;
    }

    /** The same for the petitioner, who is not told which post decided. */
    public Explanation unnamed() {
        List<Addition> unnamed = added().stream()
                .map(addition -> new Addition(addition.reason(), addition.decidedOn(), addition.days(), ""))
                .toList();
        return new Explanation(
                article,
                startedOn,
                limit,
                days,
                countedTo,
                skipped,
                dueOn,
                provisional,
                additions == null ? null : unnamed,
                holidays);
    }

    /** The explanation in one text, Chinese for {@code zh}, otherwise English. */
    public String text(Locale locale) {
        return isChinese(locale) ? String.join("，", steps(locale)) + "。" : String.join("; ", steps(locale)) + ".";
    }

    /** The explanation step by step: the rule, the start, the days, what was added, what was skipped, the result. */
    public List<String> steps(Locale locale) {
        return isChinese(locale) ? chinese() : english();
    }

    private static boolean isChinese(Locale locale) {
        return Locale.CHINESE.getLanguage().equals(locale.getLanguage());
    }

    /** Holidays that were passed over, each from its first day to its last. */
    private Stream<Span> passedOver() {
        List<Span> spans = new ArrayList<>();
        for (SkippedDay day : holidays == null ? List.<SkippedDay>of() : holidays) {
            Span last = spans.isEmpty() ? null : spans.getLast();
            if (last != null
                    && last.name().equals(day.reason())
                    && last.to().plusDays(1).equals(day.date())) {
                spans.set(spans.size() - 1, new Span(last.name(), last.from(), day.date()));
            } else {
                spans.add(new Span(day.reason(), day.date(), day.date()));
            }
        }
        return spans.stream();
    }

    private record Span(String name, LocalDate from, LocalDate to) {

        String with(String between) {
            return from.equals(to) ? from.toString() : from + between + to;
        }
    }

    /** A reader of a later day wants to know which day it was before. */
    private boolean isExtended() {
        return days == Days.NATURAL && !added().isEmpty();
    }

    private List<String> chinese() {
        List<String> steps = new ArrayList<>();
        steps.add("依据" + article);
        if (days == Days.SET) {
            steps.add("截止日由责任方于" + startedOn + "指定，不顺延");
        } else {
            steps.add("期限" + limit + (days == Days.WORKING ? "个工作日" : "日"));
            steps.add("自" + startedOn + "起算");
            steps.add("当日不计入");
            if (isExtended()) {
                steps.add("原至" + startedOn.plusDays(limit) + "期满");
            }
            passedOver().forEach(span -> steps.add(span.name() + span.with("至") + "放假，不计"));
            added().forEach(addition -> steps.add(chinese(addition)));
            steps.add("至" + countedTo + "期满");
        }
        if (!skipped.isEmpty()) {
            steps.add("期满日为非工作日，跳过"
                    + skipped.stream()
                            .map(day -> day.date() + "（" + ("weekend".equals(day.reason()) ? "周末" : day.reason()) + "）")
                            .collect(Collectors.joining("、"))
                    + "，顺延");
        }
        steps.add("截止日为" + dueOn + (provisional ? "（所涉年度放假安排尚未公布，按普通周末暂计）" : ""));
        return List.copyOf(steps);
    }

    private static String chinese(Addition addition) {
        return switch (addition.reason()) {
            case EXTENSION ->
                (addition.by().isEmpty() ? "" : "经" + addition.by()) + "于" + addition.decidedOn() + "批准延长"
                        + addition.days() + "日";
            case HEARING -> "扣除听证" + addition.days() + "日（" + addition.by() + "于" + addition.decidedOn() + "记录）";
        };
    }

    private List<String> english() {
        List<String> steps = new ArrayList<>();
        if (days == Days.SET) {
            steps.add("By " + article + ": the day was set on " + startedOn + " by who asks for it and does not move");
        } else {
            steps.add("By " + article + ": " + limit + (days == Days.WORKING ? " working days" : " days") + " from "
                    + startedOn);
            steps.add("that day is not counted");
            if (isExtended()) {
                steps.add("they ended on " + startedOn.plusDays(limit));
            }
            passedOver().forEach(span -> steps.add(span.with(" to ") + " (" + span.name() + ") are not counted"));
            added().forEach(addition -> steps.add(english(addition)));
            steps.add("they end on " + countedTo);
        }
        if (!skipped.isEmpty()) {
            steps.add("that is a day off, so it moves over "
                    + skipped.stream()
                            .map(day -> day.date() + " (" + day.reason() + ")")
                            .collect(Collectors.joining(", ")));
        }
        steps.add("due on " + dueOn + (provisional ? " (provisional: no holiday notice for that year yet)" : ""));
        return List.copyOf(steps);
    }

    private static String english(Addition addition) {
        return switch (addition.reason()) {
            case EXTENSION ->
                "extended by " + addition.days() + " days, approved on " + addition.decidedOn() + by(addition);
            case HEARING ->
                addition.days() + " days of a hearing do not count, noted on " + addition.decidedOn() + by(addition);
        };
    }

    private static String by(Addition addition) {
        return addition.by().isEmpty() ? "" : " by " + addition.by();
    }
}
