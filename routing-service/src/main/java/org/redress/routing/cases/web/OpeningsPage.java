package org.redress.routing.cases.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.redress.platform.time.Moments;
import org.redress.platform.web.FieldProblem;
import org.redress.platform.web.InvalidRequestException;
import org.redress.platform.web.Message;
import org.redress.routing.cases.Caller;
import org.redress.routing.cases.Cases;
import org.redress.routing.cases.Ledger;
import org.redress.routing.cases.PetitionCase;
import org.redress.routing.cases.Unsealing;
import org.redress.routing.organisation.Editions;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who opened what on a day 调阅记录, in all cases, for auditors: by numbers, and without a word of any case. */
@Controller
@PreAuthorize("hasRole('auditor')")
class OpeningsPage {

    private static final int MOST = 5_000;

    private final Ledger ledger;
    private final Cases cases;
    private final Editions editions;
    private final LimitViews limits;
    private final CaseRows rows;
    private final ZoneId zone;

    OpeningsPage(Ledger ledger, Cases cases, Editions editions, LimitViews limits, CaseRows rows, ZoneId zone) {
        this.ledger = ledger;
        this.cases = cases;
        this.editions = editions;
        this.limits = limits;
        this.rows = rows;
        this.zone = zone;
    }

    /**
     * What one person opened of a case, of one kind and for one reason.
     *
     * @param at when first
     * @param number by which people tell cases apart
     * @param id id of the case where the reader may see it; empty otherwise
     * @param who the person
     * @param post the post they acted in
     * @param what what was opened
     * @param why what for
     * @param count how often that day
     */
    record Row(String at, String number, String id, String who, String post, String what, String why, int count) {}

    @GetMapping("/openings")
    String ofDay(@RequestParam(defaultValue = "") String day, Authentication token, Locale locale, Model model) {
        Caller reader = Readers.of(token);
        LocalDate shown = day(day.strip());
        List<Unsealing> all = ledger.between(
                shown.atStartOfDay(zone).toInstant(),
                shown.plusDays(1).atStartOfDay(zone).toInstant(),
                MOST + 1);
        boolean more = all.size() > MOST;
        model.addAttribute("day", shown.toString());
        model.addAttribute("before", shown.minusDays(1).toString());
        model.addAttribute("next", shown.plusDays(1).toString());
        model.addAttribute("most", more ? MOST : null);
        model.addAttribute("rows", rows(more ? all.subList(0, MOST) : all, reader, locale));
        return "routing/openings";
    }

    /** Nothing of what is about the auditor. */
    private List<Row> rows(List<Unsealing> lines, Caller reader, Locale locale) {
        Set<String> ids = lines.stream().map(Unsealing::petitionId).collect(Collectors.toSet());
        Set<String> kept = cases.keptFrom(ids, reader.id());
        Set<String> readable = cases.readable(ids, reader);
        Map<String, List<Unsealing>> byCase = lines.stream()
                .filter(line -> !kept.contains(line.petitionId()))
                .collect(Collectors.groupingBy(Unsealing::petitionId, LinkedHashMap::new, Collectors.toList()));
        List<Openings> folded = new ArrayList<>();
        byCase.values().forEach(each -> folded.addAll(openings(each)));
        return folded.stream()
                .sorted((one, other) -> one.first().at().compareTo(other.first().at()))
                .map(each -> row(each, readable, locale))
                .toList();
    }

    private Collection<Openings> openings(List<Unsealing> lines) {
        return Openings.of(lines, editions.active().clockwork()::dayOf);
    }

    private Row row(Openings openings, Set<String> readable, Locale locale) {
        Unsealing first = openings.first();
        String id = first.petitionId();
        return new Row(
                rows.when(first.at()),
                PetitionCase.numberOf(id),
                readable.contains(id) ? id : "",
                rows.officer(first.officer()),
                rows.post(first.post()),
                rows.word("case.opened", openings.kind(), locale),
                rows.word("opened", first.why(), locale),
                openings.count());
    }

    private LocalDate day(String written) {
        LocalDate today = limits.today();
        try {
            LocalDate asked = written.isEmpty() ? today : LocalDate.parse(written);
            if (Moments.YEARS.isValidValue(asked.getYear())) {
                return asked;
            }
        } catch (DateTimeParseException e) {
            // Said below, as for a year that is out of range.
        }
        throw new InvalidRequestException(
                List.of(new FieldProblem("day", Message.of("field.invalid"), Message.of("accepted.date"))));
    }
}
