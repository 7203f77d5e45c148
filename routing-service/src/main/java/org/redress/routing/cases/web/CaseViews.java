package org.redress.routing.cases.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.submissions.PetitionContent;
import org.redress.routing.cases.Caller;
import org.redress.routing.cases.CaseCommands;
import org.redress.routing.cases.CaseList;
import org.redress.routing.cases.Cases;
import org.redress.routing.cases.PetitionCase;
import org.redress.routing.cases.Telling;
import org.redress.routing.matters.Matter;
import org.redress.routing.matters.Matters;
import org.redress.routing.organisation.Editions;
import org.redress.routing.organisation.LoadedRulebook;
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
    private final Headings headings;
    private final InstantSource clock;

    CaseViews(
            Editions editions,
            Matters matters,
            Cases cases,
            CaseCommands commands,
            Headings headings,
            InstantSource clock) {
        this.editions = editions;
        this.matters = matters;
        this.cases = cases;
        this.commands = commands;
        this.headings = headings;
        this.clock = clock;
    }

    CaseView of(PetitionCase petitionCase, Caller reader, Locale locale) {
        return of(
                petitionCase,
                visible(List.of(petitionCase), reader),
                movable(List.of(petitionCase), reader),
                reader,
                locale);
    }

    private CaseView of(
            PetitionCase petitionCase, Set<String> visible, Set<String> movable, Caller reader, Locale locale) {
        Set<Step> closed = movable.contains(petitionCase.id())
                ? closedSteps(petitionCase, reader).keySet()
                : closedToHelpers(petitionCase, reader);
        return CaseView.of(
                petitionCase,
                headings.of(petitionCase, locale),
                !petitionCase.isLimitedFor(reader.id()),
                visible,
                Arrays.stream(Step.values())
                        .filter(step -> !closed.contains(step))
                        .toList(),
                locale);
    }

    /** Whoever may not move a case on may still return a part that they are asked for, or do what is left to the named. */
    Set<Step> closedToHelpers(PetitionCase petitionCase, Caller reader) {
        Set<Step> helping = cases.helping(petitionCase, reader);
        Set<Step> closed = EnumSet.allOf(Step.class);
        if (!helping.isEmpty()) {
            closed.removeAll(helping);
            closed.addAll(closedSteps(petitionCase, reader).keySet());
        }
        return closed;
    }

    /** The steps that are not the reader's to take now, each with the rule it would break. */
    Map<Step, CaseRule> closedSteps(PetitionCase petitionCase, Caller reader) {
        return commands.closedSteps(
                petitionCase, reader.actingOn(petitionCase, editions.active().organisation()));
    }

    private Set<String> movable(List<PetitionCase> all, Caller reader) {
        return cases.movable(all.stream().map(PetitionCase::id).toList(), reader);
    }

    CasePage of(CaseList.Page page, Caller reader, Locale locale) {
        Set<String> visible = visible(page.cases(), reader);
        Set<String> movable = movable(page.cases(), reader);
        return CasePage.of(
                page,
                page.cases().stream()
                        .map(petitionCase -> of(petitionCase, visible, movable, reader, locale))
                        .toList());
    }

    CaseDetail of(
            PetitionCase petitionCase,
            @Nullable PetitionContent content,
            List<Telling> told,
            Caller reader,
            Locale locale) {
        Set<String> visible = visible(List.of(petitionCase), reader);
        String matter = matters.of(petitionCase.id())
                .filter(found ->
                        !cases.readableTogether(found.members(), reader).isEmpty())
                .map(Matter::id)
                .orElse(null);
        CaseView summary = of(petitionCase, reader, locale);
        return cases.seesReviewAlone(petitionCase, reader)
                ? CaseDetail.ofReviewed(petitionCase, summary, matter, visible)
                : CaseDetail.of(petitionCase, summary, matter, content, told, visible, reader.id());
    }

    /** Those of the cases that these point at which the reader may see. */
    Set<String> visible(Collection<PetitionCase> all, Caller reader) {
        Set<String> others = all.stream().flatMap(PetitionCase::pointsAt).collect(Collectors.toSet());
        return others.isEmpty() ? Set.of() : cases.readable(others, reader);
    }

    List<ClockAccount> clocks(PetitionCase petitionCase) {
        LoadedRulebook edition = editionOf(petitionCase);
        return petitionCase.clocks().all().stream()
                .map(shown -> ClockAccount.of(shown, edition.rulebook().clocks().ladder(), today(edition)))
                .toList();
    }

    /** Today, as a case counts its days. */
    LocalDate today(PetitionCase petitionCase) {
        return today(editionOf(petitionCase));
    }

    private LoadedRulebook editionOf(PetitionCase petitionCase) {
        return editions.of(petitionCase.registration().edition());
    }

    private LocalDate today(LoadedRulebook edition) {
        return edition.clockwork().dayOf(clock.instant());
    }
}
