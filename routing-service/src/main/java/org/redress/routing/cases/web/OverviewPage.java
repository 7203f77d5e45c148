package org.redress.routing.cases.web;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.platform.organisation.Reading;
import org.redress.routing.cases.Caller;
import org.redress.routing.cases.CaseList;
import org.redress.routing.cases.web.DutyLists.Asked;
import org.redress.routing.cases.web.DutyLists.Scope;
import org.redress.routing.configuration.Names;
import org.redress.routing.organisation.Editions;
import org.redress.routing.organisation.Organisation;
import org.redress.routing.organisation.Post;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * What a day begins with, on one screen: what is late, what is due on which day, what waits, and how much each post has.
 * Each number leads to the list of as many cases; posts stand in the order of the organisation, and nobody is ranked.
 */
@Controller
@PreAuthorize("hasAnyRole('officer', 'supervisor', 'auditor')")
class OverviewPage {

    private static final int DAYS = 7;
    private static final int MOST_POSTS = 40;

    private final DutyLists lists;
    private final LimitViews limits;
    private final CaseRows rows;
    private final Editions editions;

    OverviewPage(DutyLists lists, LimitViews limits, CaseRows rows, Editions editions) {
        this.lists = lists;
        this.limits = limits;
        this.rows = rows;
        this.editions = editions;
    }

    /**
     * A number of cases.
     *
     * @param name what it counts, or its key in the messages
     * @param tone late or soon where it is coloured so; blank otherwise
     * @param total how many there are
     * @param address of the list of them
     */
    record Figure(String name, String tone, CaseList.Total total, String address) {}

    /**
     * A day and what is due then.
     *
     * @param day the day
     * @param weekday its name
     * @param free true where nobody works then
     * @param number how much is due
     */
    record Day(LocalDate day, String weekday, boolean free, Figure number) {}

    /**
     * A post and what it has.
     *
     * @param unit name of its unit
     * @param post its title and holder
     * @param open how much is open
     * @param late how much of that is late
     */
    record Load(String unit, String post, Figure open, Figure late) {}

    @GetMapping("/home")
    String overview(Authentication token, Locale locale, Model model) {
        Caller reader = Readers.of(token);
        LocalDate today = limits.today();
        model.addAttribute(
                "tiles",
                Stream.of(
                                Scope.LATE,
                                Scope.SOON,
                                Scope.MINE,
                                Scope.TO_RECEIVE,
                                Scope.TO_INSTRUCT,
                                Scope.TO_EXTEND,
                                Scope.TARGETS,
                                Scope.TO_HELP,
                                Scope.TO_CONTACT,
                                Scope.TO_SERVE,
                                Scope.TO_CALL_BACK,
                                Scope.SUPERVISED,
                                Scope.IN_CHARGE)
                        .filter(lists.offered(reader)::contains)
                        .map(scope -> number("cases.scope." + Names.of(scope), tone(scope), Asked.of(scope), reader))
                        .toList());
        model.addAttribute("outside", outside(reader));
        model.addAttribute(
                "days",
                IntStream.range(0, DAYS)
                        .mapToObj(today::plusDays)
                        .map(day -> day(day, reader, locale))
                        .toList());
        model.addAttribute("loads", loads(reader, locale));
        return "routing/home";
    }

    /** What bodies outside wait for, by their own days: none of it counts as late by the law. */
    private List<Figure> outside(Caller reader) {
        return Stream.of("late", "soon", "")
                .map(due -> number(
                        "home.sheets" + (due.isEmpty() ? "" : "-" + due), due, Asked.of(Scope.SHEETS, due, ""), reader))
                .toList();
    }

    private static String tone(Scope scope) {
        return scope == Scope.LATE || scope == Scope.SOON ? Names.of(scope) : "";
    }

    private Figure number(String name, String tone, Asked asked, Caller reader) {
        return new Figure(name, tone, lists.count(asked, reader), asked.with("cursor", ""));
    }

    private Day day(LocalDate day, Caller reader, Locale locale) {
        Asked due = Asked.of(Scope.ALL, day.toString(), "");
        return new Day(
                day,
                day.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale),
                limits.isFree(day),
                number("", "", due, reader));
    }

    /** The posts of the units in whose line the reader stands, and of those next below; none where they are too many. */
    private List<Load> loads(Caller reader, Locale locale) {
        Organisation organisation = editions.active().organisation();
        Reading reading = organisation.reading(reader.id());
        if (!lists.offered(reader).contains(Scope.UNIT)) {
            return List.of();
        }
        List<Post> all = posts(organisation, reading.scopes(), null);
        Set<String> own = reading.posts().stream()
                .flatMap(post -> Stream.ofNullable(organisation.posts().get(post)))
                .map(Post::unit)
                .collect(Collectors.toSet());
        List<Post> shown = all.size() > MOST_POSTS ? posts(organisation, reading.scopes(), own) : all;
        return shown.stream()
                .limit(MOST_POSTS)
                .map(post -> load(post, reader, locale))
                .toList();
    }

    private static List<Post> posts(Organisation organisation, Set<String> units, @Nullable Set<String> within) {
        return organisation.posts().values().stream()
                .filter(post -> units.contains(post.unit()) && (within == null || within.contains(post.unit())))
                .toList();
    }

    private Load load(Post post, Caller reader, Locale locale) {
        return new Load(
                rows.unit(post.unit(), locale),
                rows.post(post.id()),
                number("", "", Asked.of(Scope.UNIT, "", post.id()), reader),
                number("", "late", Asked.of(Scope.UNIT, "late", post.id()), reader));
    }
}
