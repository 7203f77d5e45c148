package org.redress.routing.cases.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.FormRefusal;
import org.redress.platform.web.InvalidRequestException;
import org.redress.routing.cases.Caller;
import org.redress.routing.cases.CaseList;
import org.redress.routing.cases.Cases;
import org.redress.routing.configuration.Names;
import org.redress.routing.organisation.Editions;
import org.redress.routing.organisation.Unit;
import org.redress.routing.procedure.CaseState;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The lists an officer works through: one's own cases and all that one may see, the most urgent first. */
@Controller
@PreAuthorize("hasAnyRole('officer', 'supervisor', 'auditor')")
class CaseListPage {

    private static final int MOST_LISTED = 500;
    private static final int SIZE = 50;
    private static final String MINE = "mine";
    private static final String ALL = "all";

    private final Cases cases;
    private final CaseRows rows;
    private final LimitViews limits;
    private final Editions editions;
    private final MessageSource messages;
    private final ZoneId zone;

    CaseListPage(
            Cases cases, CaseRows rows, LimitViews limits, Editions editions, MessageSource messages, ZoneId zone) {
        this.cases = cases;
        this.rows = rows;
        this.limits = limits;
        this.editions = editions;
        this.messages = messages;
        this.zone = zone;
    }

    /** What is asked for; empty means everything. */
    record Asked(String scope, String due, String state, String topic, String unit, String number) {

        /** Without those that no field shows, where they are wrong: the form would send them again. */
        Asked without(Set<String> wrong) {
            return new Asked(
                    wrong.contains("scope") ? "" : scope, wrong.contains("due") ? "" : due, state, topic, unit, number);
        }

        /** The address of the list with one of its filters set anew, from its first page on. */
        String with(String name, String value) {
            Map<String, String> all = new LinkedHashMap<>();
            all.put("scope", scope);
            all.put("due", due);
            all.put("state", state);
            all.put("topic", topic);
            all.put("unit", unit);
            all.put("number", number);
            all.put(name, value);
            UriComponentsBuilder address = UriComponentsBuilder.fromPath("/cases");
            all.forEach((key, kept) -> {
                if (!kept.isEmpty()) {
                    address.queryParam(key, "{" + key + "}");
                }
            });
            return address.encode().buildAndExpand(all).toUriString();
        }
    }

    /**
     * A list with its number of cases that leads to it.
     *
     * @param name its key in the messages
     * @param value value of the filter
     * @param number how many there are
     * @param more true when there are more
     * @param here true for the one shown
     * @param address where it is
     */
    record Choice(String name, String value, long number, boolean more, boolean here, String address) {}

    /** A value to choose and its name. */
    record Option(String value, String name) {}

    /** The list; where a filter is not understood, that is said at the filter and nothing is listed. */
    @GetMapping("/cases")
    String list(
            @RequestParam(defaultValue = "") String scope,
            @RequestParam(defaultValue = "") String due,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(required = false) @Nullable String cursor,
            Authentication token,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        Asked given = new Asked(scope, due, state, topic, unit, number.strip());
        model.addAttribute("states", states(locale));
        model.addAttribute("topics", topics(locale));
        model.addAttribute("units", units());
        model.addAttribute("wrong", Map.of());
        try {
            addCases(given, cursor, Readers.of(token), locale, model);
        } catch (InvalidRequestException e) {
            Map<String, String> wrong =
                    FormRefusal.of(e, messages, locale, response).fields();
            model.addAttribute("asked", given.without(wrong.keySet()));
            model.addAttribute("wrong", wrong);
        }
        return "routing/cases";
    }

    private void addCases(Asked given, @Nullable String cursor, Caller reader, Locale locale, Model model) {
        Set<String> posts = editions.active().organisation().postsOf(reader.id());
        Asked asked = new Asked(
                Choices.of(List.of(MINE, ALL), "scope", given.scope(), posts.isEmpty() ? ALL : MINE),
                Choices.of(List.of("late", "soon"), "due", given.due(), ""),
                given.state(),
                given.topic(),
                given.unit(),
                given.number());
        ListQuery query = new ListQuery(editions.active().rulebook(), cases::isAny, zone);
        CaseList.Filter common = query.filter(
                null, orNull(asked.unit()), orNull(asked.state()), orNull(asked.topic()), null, orNull(asked.number()));
        CaseList.Filter scoped = scoped(common, asked.scope(), posts);
        CaseList.Page page = cases.list(due(scoped, asked.due()), query.cursor(cursor), SIZE, reader);
        model.addAttribute("asked", asked);
        model.addAttribute("scopes", scopes(asked, common, posts, reader));
        model.addAttribute("tiles", tiles(asked, scoped, reader));
        model.addAttribute(
                "rows", page.cases().stream().map(each -> rows.of(each, locale)).toList());
        model.addAttribute("unreadable", page.unreadable());
        model.addAttribute("total", new CaseList.Total(page.total(), page.totalIsMore()));
        model.addAttribute("first", cursor == null ? null : asked.with("scope", asked.scope()));
        model.addAttribute(
                "next",
                page.next() == null ? null : asked.with("cursor", page.next().text()));
    }

    private static CaseList.Filter scoped(CaseList.Filter filter, String scope, Set<String> posts) {
        return scope.equals(MINE) ? filter.of(posts) : filter;
    }

    private List<Choice> scopes(Asked asked, CaseList.Filter common, Set<String> posts, Caller reader) {
        return List.of(MINE, ALL).stream()
                .filter(scope -> scope.equals(ALL) || !posts.isEmpty())
                .map(scope -> choice(
                        "scope", scope, asked.scope(), due(scoped(common, scope, posts), asked.due()), asked, reader))
                .toList();
    }

    private List<Choice> tiles(Asked asked, CaseList.Filter scoped, Caller reader) {
        return List.of("late", "soon", "").stream()
                .map(due -> choice("due", due, asked.due(), due(scoped, due), asked, reader))
                .toList();
    }

    private Choice choice(String filter, String value, String chosen, CaseList.Filter of, Asked asked, Caller reader) {
        CaseList.Total total = cases.count(of, reader);
        return new Choice(
                "cases." + filter + "." + (value.isEmpty() ? "any" : value),
                value,
                total.number(),
                total.isMore(),
                value.equals(chosen),
                asked.with(filter, value));
    }

    /** Late is what was missed before today; soon is what is missed by the end of the days that count as soon. */
    private CaseList.Filter due(CaseList.Filter filter, String due) {
        LocalDate today = rows.today();
        return switch (due) {
            case "late" -> filter.due(null, start(today));
            case "soon" ->
                filter.due(start(today), start(limits.soonUntil(today).plusDays(1)));
            default -> filter;
        };
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private List<Option> states(Locale locale) {
        return Arrays.stream(CaseState.values())
                .map(state -> new Option(Names.of(state), rows.word("state", state, locale)))
                .toList();
    }

    /** None where they are too many to choose from: then a code is written down. */
    private List<Option> units() {
        Collection<Unit> all = editions.active().organisation().units().values();
        return all.size() > MOST_LISTED
                ? List.of()
                : all.stream().map(unit -> new Option(unit.code(), unit.name())).toList();
    }

    private List<Option> topics(Locale locale) {
        return editions.active().rulebook().topics().roots().stream()
                .map(topic -> new Option(topic.code(), CaseRows.name(topic, locale)))
                .toList();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
