package org.redress.routing.cases.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.routing.cases.Caller;
import org.redress.routing.cases.Cases;
import org.redress.routing.cases.PetitionCase;
import org.redress.routing.matters.Matter;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The matters 同一事项, the newest first, by what their first petition is called: their titles are sealed. */
@Controller
@PreAuthorize("hasAnyRole('officer', 'supervisor')")
class MatterListPage {

    private final MatterLists lists;
    private final ListTabs tabs;
    private final Cases cases;
    private final CaseRows rows;
    private final Headings headings;

    MatterListPage(MatterLists lists, ListTabs tabs, Cases cases, CaseRows rows, Headings headings) {
        this.lists = lists;
        this.tabs = tabs;
        this.cases = cases;
        this.rows = rows;
        this.headings = headings;
    }

    /**
     * A line.
     *
     * @param heading what its first petition is called
     * @param total how many of its petitions the reader sees
     * @param outcome what its opinion comes to; absent while there is none
     * @param opened when it was opened
     * @param address its page
     */
    record Row(String heading, int total, @Nullable String outcome, String opened, String address) {}

    @GetMapping("/matters")
    String list(Authentication token, Locale locale, Model model) {
        Caller reader = Readers.of(token);
        MatterLists.Found found = lists.of(reader);
        Map<String, String> called = called(found, locale);
        model.addAttribute("tabs", tabs.ofMatters(found, reader));
        model.addAttribute("total", found.total());
        model.addAttribute(
                "rows",
                found.newest().stream().map(each -> row(each, called, locale)).toList());
        return "routing/matters";
    }

    private Map<String, String> called(MatterLists.Found found, Locale locale) {
        List<String> firsts =
                found.newest().stream().map(each -> each.members().getFirst()).toList();
        return cases.listed(firsts).stream()
                .collect(Collectors.toMap(PetitionCase::id, each -> headings.of(each, locale)));
    }

    private Row row(MatterLists.Visible found, Map<String, String> called, Locale locale) {
        Matter.Opinion opinion = found.matter().opinion();
        return new Row(
                called.getOrDefault(found.members().getFirst(), ""),
                found.members().size(),
                opinion == null ? null : rows.word("outcome", opinion.command().outcome(), locale),
                rows.when(found.matter().openedAt()),
                "/matters/" + found.matter().id());
    }
}
