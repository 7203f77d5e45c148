package org.redress.routing.cases.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.calendar.Day;
import org.redress.contracts.calendar.WorkingCalendar;
import org.redress.platform.time.Moments;
import org.redress.platform.web.FieldProblem;
import org.redress.platform.web.InvalidRequestException;
import org.redress.platform.web.Message;
import org.redress.routing.cases.Caller;
import org.redress.routing.cases.CaseList;
import org.redress.routing.cases.web.DutyLists.Asked;
import org.redress.routing.cases.web.DutyLists.Scope;
import org.redress.routing.configuration.Names;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A month of the working calendar 日历: which days are off, which are worked in exchange, why, and what falls due when. */
@Controller
@PreAuthorize("hasAnyRole('officer', 'supervisor', 'auditor')")
class CalendarPage {

    private static final int WEEK = 7;

    /** Looked back no further: more days off in a row than any notice gives. */
    private static final int LONGEST_HOLIDAY = 14;

    private final WorkingCalendar calendar;
    private final DutyLists lists;
    private final LimitViews limits;
    private final MessageSource messages;

    CalendarPage(WorkingCalendar calendar, DutyLists lists, LimitViews limits, MessageSource messages) {
        this.calendar = calendar;
        this.lists = lists;
        this.limits = limits;
        this.messages = messages;
    }

    /**
     * A day.
     *
     * @param day the day
     * @param within true for one of the month
     * @param free true where nobody works
     * @param why why it is off, or worked although it is a weekend; absent for every other day
     * @param today true for today
     * @param after true for the first working day after a holiday
     * @param due how many limits of the reader's list end on it; absent outside the month
     * @param address of the list of them
     */
    record Cell(
            LocalDate day,
            boolean within,
            boolean free,
            @Nullable String why,
            boolean today,
            boolean after,
            CaseList.@Nullable Total due,
            String address) {}

    @GetMapping("/calendar")
    String month(@RequestParam(defaultValue = "") String month, Authentication token, Locale locale, Model model) {
        Caller reader = Readers.of(token);
        YearMonth shown = month(month.strip());
        Scope scope = lists.offered(reader).contains(Scope.MINE) ? Scope.MINE : Scope.ALL;
        LocalDate first = shown.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate end = shown.atEndOfMonth()
                .with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY))
                .plusDays(1);
        List<Cell> cells = calendar.days(first, end).stream()
                .map(day -> cell(day, shown, scope, reader, locale))
                .toList();
        model.addAttribute("month", shown.toString());
        model.addAttribute("before", shown.minusMonths(1).toString());
        model.addAttribute("next", shown.plusMonths(1).toString());
        model.addAttribute("provisional", calendar.isProvisional(shown.atDay(1), shown.atEndOfMonth()));
        model.addAttribute("year", shown.getYear());
        model.addAttribute("list", "cases.scope." + Names.of(scope));
        model.addAttribute(
                "weekdays",
                Arrays.stream(DayOfWeek.values())
                        .map(day -> day.getDisplayName(TextStyle.SHORT, locale))
                        .toList());
        model.addAttribute(
                "weeks",
                IntStream.range(0, cells.size() / WEEK)
                        .mapToObj(week -> cells.subList(week * WEEK, (week + 1) * WEEK))
                        .toList());
        return "routing/calendar";
    }

    private YearMonth month(String written) {
        YearMonth today = YearMonth.from(limits.today());
        try {
            YearMonth asked = written.isEmpty() ? today : YearMonth.parse(written);
            if (Moments.YEARS.isValidValue(asked.getYear())) {
                return asked;
            }
        } catch (DateTimeParseException e) {
            // Said below, as for a year that is out of range.
        }
        throw new InvalidRequestException(List.of(new FieldProblem(
                "month", Message.of("field.invalid"), Message.of("accepted.month", today.toString()))));
    }

    private Cell cell(Day day, YearMonth month, Scope scope, Caller reader, Locale locale) {
        boolean within = YearMonth.from(day.date()).equals(month);
        Asked due = Asked.of(scope, day.date().toString(), "");
        return new Cell(
                day.date(),
                within,
                !day.working(),
                why(day, locale),
                day.date().equals(limits.today()),
                day.working() && isAfterHoliday(day.date()),
                within ? lists.count(due, reader) : null,
                due.with("cursor", ""));
    }

    /** Days off right before it, among them one of a holiday: a weekend alone makes no first day after. */
    private boolean isAfterHoliday(LocalDate date) {
        return calendar.days(date.minusDays(LONGEST_HOLIDAY), date).reversed().stream()
                .takeWhile(before -> !before.working())
                .anyMatch(before -> before.kind() == Day.Kind.HOLIDAY);
    }

    private @Nullable String why(Day day, Locale locale) {
        return switch (day.kind()) {
            case WORKING -> null;
            case WEEKEND -> messages.getMessage("calendar.weekend", null, locale);
            case HOLIDAY -> messages.getMessage("calendar.holiday", new Object[] {day.name()}, locale);
            case MADE_UP -> messages.getMessage("calendar.made-up", new Object[] {day.name()}, locale);
        };
    }
}
