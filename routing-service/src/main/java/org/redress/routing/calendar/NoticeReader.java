package org.redress.routing.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.redress.contracts.calendar.HolidayNotice;
import org.redress.contracts.calendar.HolidayNotice.NamedDay;
import org.redress.routing.configuration.ConfigurationFile;
import org.redress.routing.configuration.Entry;
import org.redress.routing.configuration.Problem;
import org.redress.routing.configuration.Problems;

/** Reads holiday notices and tells what in them no notice says. */
final class NoticeReader {

    private static final Pattern NAMED_BY_YEAR = Pattern.compile("(?:.*/)?([12]\\d{3})\\.json");

    private final Problems problems;

    NoticeReader(Problems problems) {
        this.problems = problems;
    }

    /** Reads one; what it returns is only meant for use when no problem was told. */
    HolidayNotice read(ConfigurationFile file) {
        Matcher named = NAMED_BY_YEAR.matcher(file.name());
        if (!named.matches()) {
            problems.add(new Problem(file.name(), 1, "", "is not named by its year, such as 2027.json"));
            return new HolidayNotice(0, List.of());
        }
        int year = Integer.parseInt(named.group(1));
        Entry top = file.json(problems).only("$schema", "$id", "year", "papers", "days");
        String given = top.text("year");
        if (!given.isEmpty() && !given.equals(named.group(1))) {
            top.complain("year", "is not the year the file is named by, which is " + year + ": " + given);
        }
        return new HolidayNotice(year, days(top, year));
    }

    private List<NamedDay> days(Entry top, int year) {
        List<NamedDay> days = new ArrayList<>();
        Set<LocalDate> seen = new HashSet<>();
        for (Entry entry : top.entries("days")) {
            day(entry, year).ifPresent(day -> {
                if (!seen.add(day.date())) {
                    entry.complain("date", "is given twice: " + day.date());
                }
                days.add(day);
            });
        }
        if (days.stream().noneMatch(NamedDay::isOffDay)) {
            top.complain("days", "name no day off: without a notice the year stays provisional and needs no file");
        }
        return days;
    }

    private static Optional<NamedDay> day(Entry entry, int year) {
        entry.only("name", "date", "isOffDay");
        String name = entry.text("name");
        if (!entry.has("isOffDay")) {
            entry.complain("isOffDay", "is missing");
        }
        boolean off = entry.flag("isOffDay", true);
        return date(entry, year).map(date -> new NamedDay(name, date, off));
    }

    private static Optional<LocalDate> date(Entry entry, int year) {
        String text = entry.text("date");
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() != year && !date.withDayOfMonth(1).equals(LocalDate.of(year - 1, 12, 1))) {
                entry.complain("date", "lies neither in " + year + " nor in the December before: " + text);
            }
            return Optional.of(date);
        } catch (DateTimeException e) {
            if (!text.isEmpty()) {
                entry.complain("date", "is no day such as " + year + "-01-01: " + text);
            }
            return Optional.empty();
        }
    }
}
