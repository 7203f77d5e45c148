package org.redress.routing.cases.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.submissions.PetitionContent;
import org.redress.routing.cases.CaseList;
import org.redress.routing.cases.PetitionCase;
import org.redress.routing.cases.Telling;
import org.redress.routing.matters.Matter;
import org.redress.routing.matters.Matters;
import org.redress.routing.organisation.Edition;
import org.redress.routing.organisation.Editions;
import org.springframework.stereotype.Component;

/** Shows cases as they stand on the day they are read, by the rules they keep. */
@Component
class CaseViews {

    private final Editions editions;
    private final Matters matters;
    private final InstantSource clock;

    CaseViews(Editions editions, Matters matters, InstantSource clock) {
        this.editions = editions;
        this.matters = matters;
        this.clock = clock;
    }

    CaseView of(PetitionCase kept, Locale locale) {
        Edition edition = editionOf(kept);
        return CaseView.of(kept, kept.openSteps(edition, today(edition)), locale);
    }

    CasePage of(CaseList.Page page, Locale locale) {
        return CasePage.of(
                page, page.cases().stream().map(kept -> of(kept, locale)).toList());
    }

    CaseDetail of(PetitionCase kept, @Nullable PetitionContent content, List<Telling> told, Locale locale) {
        String matter = matters.of(kept.id()).map(Matter::id).orElse(null);
        return CaseDetail.of(kept, of(kept, locale), matter, content, told);
    }

    List<ClockAccount> clocks(PetitionCase kept) {
        Edition edition = editionOf(kept);
        return kept.clocks().all().stream()
                .map(shown -> ClockAccount.of(shown, edition.rulebook().clocks().ladder(), today(edition)))
                .toList();
    }

    private Edition editionOf(PetitionCase kept) {
        return editions.of(kept.registration().edition());
    }

    private LocalDate today(Edition edition) {
        return edition.clockwork().dayOf(clock.instant());
    }
}
