package org.redress.routing.cases.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.FieldProblem;
import org.redress.platform.web.FormRefusal;
import org.redress.platform.web.InvalidRequestException;
import org.redress.platform.web.Message;
import org.redress.routing.cases.Caller;
import org.redress.routing.cases.CaseList;
import org.redress.routing.cases.Cases;
import org.redress.routing.cases.EarlierPieces;
import org.redress.routing.cases.web.DutyLists.Asked;
import org.redress.routing.cases.web.DutyLists.Scope;
import org.redress.routing.configuration.Names;
import org.redress.routing.lists.SavedViews;
import org.redress.routing.organisation.Editions;
import org.redress.routing.organisation.Unit;
import org.redress.routing.procedure.CaseState;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The lists an officer works through, one for each duty, the most urgent first. */
@Controller
@PreAuthorize("hasAnyRole('officer', 'supervisor', 'auditor')")
class CaseListPage {

    private static final int MOST_LISTED = 500;
    private static final int SIZE = 50;

    private final Cases cases;
    private final DutyLists lists;
    private final ListTabs tabs;
    private final CaseRows rows;
    private final OriginViews origins;
    private final StandIns standIns;
    private final Editions editions;
    private final SavedViews views;
    private final EarlierPieces earlier;
    private final MessageSource messages;

    CaseListPage(
            Cases cases,
            DutyLists lists,
            ListTabs tabs,
            CaseRows rows,
            OriginViews origins,
            StandIns standIns,
            Editions editions,
            SavedViews views,
            EarlierPieces earlier,
            MessageSource messages) {
        this.cases = cases;
        this.lists = lists;
        this.tabs = tabs;
        this.rows = rows;
        this.origins = origins;
        this.standIns = standIns;
        this.editions = editions;
        this.views = views;
        this.earlier = earlier;
        this.messages = messages;
    }

    /**
     * A line of a list with the way back to it.
     *
     * @param row the case
     * @param place where it stands in the list, to go on from there
     * @param version which of its versions is shown
     * @param origin where it came from, in the list of what bodies outside sent; absent in all others
     * @param forWhom whom the reader stands in for there; absent elsewhere and for the reader's own
     */
    record Listed(
            CaseRow row,
            String place,
            long version,
            OriginViews.@Nullable OriginView origin,
            @Nullable String forWhom) {}

    /** A value to choose and its name. */
    record Option(String value, String name) {}

    /** The list; where a filter is not understood, that is said at the filter and nothing is listed. */
    @GetMapping("/cases")
    String list(
            @RequestParam MultiValueMap<String, String> given,
            Authentication token,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        Caller reader = Readers.of(token);
        model.addAttribute("states", states(locale));
        model.addAttribute("topics", topics(locale));
        model.addAttribute("units", units(locale));
        model.addAttribute("keys", List.of("/", "j", "k", "n"));
        model.addAttribute("wrong", Map.of());
        model.addAttribute("choosing", reader.is(Caller.Role.OFFICER, Caller.Role.SUPERVISOR));
        try {
            addCases(lists.asked(given, reader), given.getFirst("cursor"), reader, locale, model);
        } catch (InvalidRequestException e) {
            Map<String, String> wrong =
                    FormRefusal.of(e, messages, locale, response).fields();
            Asked understood = lists.understood(given, reader);
            model.addAttribute("asked", understood);
            model.addAttribute("scope", Names.of(understood.scope()));
            model.addAttribute("wrong", wrong);
        }
        return "routing/cases";
    }

    /** What a page of a list would show now, by ids and versions alone: the page compares, and tells how many changed. */
    @GetMapping("/cases/versions")
    @ResponseBody
    List<CaseList.Version> versions(@RequestParam MultiValueMap<String, String> given, Authentication token) {
        Caller reader = Readers.of(token);
        Asked asked = lists.asked(given, reader);
        return cases.versions(lists.filter(asked, reader), lists.cursor(given.getFirst("cursor"), asked), SIZE, reader);
    }

    /** Keeps what is asked for under a name, in place of what had that name, without whom it was looked up for. */
    @PostMapping("/cases/views")
    String keep(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String query,
            Authentication token) {
        Caller reader = Readers.of(token);
        String kept = lists.asked(ListWalk.parameters(query), reader).unnamed().query();
        if (!views.keep(reader.id(), name.strip(), kept)) {
            throw new InvalidRequestException(List.of(
                    new FieldProblem("name", Message.of("cases.view.wrong"), Message.of("cases.view.accepted"))));
        }
        return "redirect:/cases?" + kept;
    }

    /** Forgets a name; the list stays as it is asked for. */
    @PostMapping("/cases/views/forget")
    String forget(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String query,
            Authentication token) {
        Caller reader = Readers.of(token);
        views.forget(reader.id(), name);
        return "redirect:/cases?"
                + lists.asked(ListWalk.parameters(query), reader).query();
    }

    private void addCases(Asked asked, @Nullable String cursor, Caller reader, Locale locale, Model model) {
        CaseList.Filter filter = lists.filter(asked, reader);
        CaseList.Page page = cases.list(filter, lists.cursor(cursor, asked), SIZE, reader);
        CaseList.Total total = new CaseList.Total(page.total(), page.totalIsMore());
        Map<String, String> repeated = earlier.repeated(page.cases(), reader);
        model.addAttribute("asked", asked);
        model.addAttribute("scope", Names.of(asked.scope()));
        model.addAttribute("tabs", tabs.of(asked, total, reader));
        model.addAttribute("shares", standIns.of(asked, total, reader, locale));
        model.addAttribute("holder", asked.owner().isEmpty() ? null : rows.post(asked.owner()));
        model.addAttribute(
                "rows",
                page.cases().stream()
                        .map(each -> new Listed(
                                rows.of(each, repeated.get(each.id()), locale),
                                filter.cursor(each).text(),
                                each.version(),
                                filter.sheets() == null
                                        ? null
                                        : origins.of(each, locale).orElse(null),
                                asked.scope() == Scope.MINE
                                        ? standIns.forWhom(each.assignment().owner(), reader, locale)
                                        : null))
                        .toList());
        model.addAttribute("query", asked.query());
        model.addAttribute("views", views.of(reader.id()));
        model.addAttribute("named", asked.unnamed().query());
        model.addAttribute("live", page.unreadable() > 0 ? null : live(asked, cursor));
        model.addAttribute("unreadable", page.unreadable());
        model.addAttribute("total", total);
        model.addAttribute("first", cursor == null ? null : asked.with("cursor", ""));
        model.addAttribute(
                "next",
                page.next() == null ? null : asked.with("cursor", page.next().text()));
    }

    private static String live(Asked asked, @Nullable String cursor) {
        String address = cursor == null ? asked.with("cursor", "") : asked.with("cursor", cursor);
        return address.replaceFirst("^/cases", "/cases/versions");
    }

    private List<Option> states(Locale locale) {
        return Arrays.stream(CaseState.values())
                .map(state -> new Option(Names.of(state), rows.word("state", state, locale)))
                .toList();
    }

    /** None where they are too many to choose from: then a code is written down. */
    private List<Option> units(Locale locale) {
        Collection<Unit> all = editions.active().organisation().units().values();
        return all.size() > MOST_LISTED
                ? List.of()
                : all.stream()
                        .map(unit -> new Option(unit.code(), unit.called().in(locale)))
                        .toList();
    }

    private List<Option> topics(Locale locale) {
        return editions.active().rulebook().topics().roots().stream()
                .map(topic -> new Option(topic.code(), CaseRows.name(topic, locale)))
                .toList();
    }
}
