package org.redress.routing.cases.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.cases.Clock;
import org.redress.routing.cases.Caller;
import org.redress.routing.cases.Caller.Role;
import org.redress.routing.cases.CaseList;
import org.redress.routing.cases.Cases;
import org.redress.routing.cases.PetitionCase;
import org.redress.routing.organisation.Editions;
import org.redress.routing.organisation.Post;
import org.springframework.stereotype.Component;

/** The open cases of a post as they are handed over 交接单: number, heading, where each stands and its days; no text. */
@Component
class HandoverSheets {

    /** Most cases on a sheet. */
    static final int MOST = 500;

    private final Cases cases;
    private final CaseRows rows;
    private final CaseViews views;
    private final LimitViews limits;
    private final StandIns standIns;
    private final Editions editions;

    HandoverSheets(
            Cases cases, CaseRows rows, CaseViews views, LimitViews limits, StandIns standIns, Editions editions) {
        this.cases = cases;
        this.rows = rows;
        this.views = views;
        this.limits = limits;
        this.standIns = standIns;
        this.editions = editions;
    }

    /**
     * A case.
     *
     * @param row the case
     * @param days the days that are owed, the next one first
     */
    record Line(CaseRow row, List<Due> days) {}

    /**
     * A day that is owed.
     *
     * @param day the day
     * @param limit what is owed then, and why on that day
     */
    record Due(String day, LimitView limit) {}

    /**
     * What is handed over.
     *
     * @param lines the cases, the most urgent first
     * @param more true where the post has more than fit
     * @param left how many others of the post the reader sees, which who stands in may not know of
     */
    record Sheet(List<Line> lines, boolean more, int left) {}

    /** The open cases of a post that the reader may see, and who stands in may see as well, where somebody does. */
    Sheet of(String post, @Nullable String standIn, Caller reader, Locale locale) {
        CaseList.Page page = cases.list(CaseList.Filter.ofOwner(post).open(), null, MOST, reader);
        List<String> ids = page.cases().stream().map(PetitionCase::id).toList();
        Post other = standIn == null
                ? null
                : editions.active().organisation().posts().get(standIn);
        Set<String> shared = other == null
                ? Set.copyOf(ids)
                : cases.readable(ids, new Caller(other.officer(), Set.of(Role.OFFICER)));
        List<Line> lines = page.cases().stream()
                .filter(each -> shared.contains(each.id()))
                .map(each -> line(each, locale))
                .toList();
        return new Sheet(lines, page.next() != null, ids.size() - lines.size());
    }

    private Line line(PetitionCase petitionCase, Locale locale) {
        LocalDate today = views.today(petitionCase);
        return new Line(
                rows.of(petitionCase, locale),
                petitionCase.clocks().running().stream()
                        .filter(clock -> !clock.isWindow())
                        .sorted(Comparator.comparing(Clock::dueOn))
                        .map(clock -> new Due(standIns.day(clock.dueOn()), limits.of(clock, today, locale)))
                        .toList());
    }
}
