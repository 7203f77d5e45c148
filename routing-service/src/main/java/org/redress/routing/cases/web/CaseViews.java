package org.redress.routing.cases.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.submissions.PetitionContent;
import org.redress.routing.cases.CaseCommands;
import org.redress.routing.cases.CaseList;
import org.redress.routing.cases.Cases;
import org.redress.routing.cases.PetitionCase;
import org.redress.routing.cases.Reader;
import org.redress.routing.cases.Telling;
import org.redress.routing.matters.Matter;
import org.redress.routing.matters.Matters;
import org.redress.routing.organisation.Edition;
import org.redress.routing.organisation.Editions;
import org.redress.routing.procedure.CaseRule;
import org.redress.routing.procedure.Step;
import org.springframework.stereotype.Component;

/** Shows cases as they stand on the day they are read, by the rules they keep. */
@Component
class CaseViews {

    private final Editions editions;
    private final Matters matters;
    private final Cases cases;
    private final CaseCommands commands;
    private final InstantSource clock;

    CaseViews(Editions editions, Matters matters, Cases cases, CaseCommands commands, InstantSource clock) {
        this.editions = editions;
        this.matters = matters;
        this.cases = cases;
        this.commands = commands;
        this.clock = clock;
    }

    CaseView of(PetitionCase kept, Reader reader, Locale locale) {
        return of(kept, visible(List.of(kept), reader), movable(List.of(kept), reader), reader, locale);
    }

    private CaseView of(PetitionCase kept, Set<String> visible, Set<String> movable, Reader reader, Locale locale) {
        Set<Step> closed =
                movable.contains(kept.id()) ? closedSteps(kept, reader).keySet() : Set.of(Step.values());
        return CaseView.of(
                kept,
                visible,
                Arrays.stream(Step.values())
                        .filter(step -> !closed.contains(step))
                        .toList(),
                locale);
    }

    /** The steps that are not the reader's to take now, each with the rule it would break. */
    Map<Step, CaseRule> closedSteps(PetitionCase kept, Reader reader) {
        return commands.closedSteps(
                kept, reader.actingOn(kept, editions.active().organisation()));
    }

    private Set<String> movable(List<PetitionCase> all, Reader reader) {
        return cases.movable(all.stream().map(PetitionCase::id).toList(), reader);
    }

    CasePage of(CaseList.Page page, Reader reader, Locale locale) {
        Set<String> visible = visible(page.cases(), reader);
        Set<String> movable = movable(page.cases(), reader);
        return CasePage.of(
                page,
                page.cases().stream()
                        .map(kept -> of(kept, visible, movable, reader, locale))
                        .toList());
    }

    CaseDetail of(
            PetitionCase kept, @Nullable PetitionContent content, List<Telling> told, Reader reader, Locale locale) {
        Set<String> visible = visible(List.of(kept), reader);
        String matter = matters.of(kept.id())
                .filter(found ->
                        !cases.readableTogether(found.members(), reader).isEmpty())
                .map(Matter::id)
                .orElse(null);
        return CaseDetail.of(kept, of(kept, reader, locale), matter, content, told, visible);
    }

    /** Those of the cases that these point at which the reader may see. */
    Set<String> visible(Collection<PetitionCase> all, Reader reader) {
        Set<String> others = all.stream().flatMap(PetitionCase::pointsAt).collect(Collectors.toSet());
        return others.isEmpty() ? Set.of() : cases.readable(others, reader);
    }

    List<ClockAccount> clocks(PetitionCase kept) {
        Edition edition = editionOf(kept);
        return kept.clocks().all().stream()
                .map(shown -> ClockAccount.of(shown, edition.rulebook().clocks().ladder(), today(edition)))
                .toList();
    }

    /** Today, as a case counts its days. */
    LocalDate today(PetitionCase kept) {
        return today(editionOf(kept));
    }

    private Edition editionOf(PetitionCase kept) {
        return editions.of(kept.registration().edition());
    }

    private LocalDate today(Edition edition) {
        return edition.clockwork().dayOf(clock.instant());
    }
}
