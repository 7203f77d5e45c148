package org.redress.routing.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Message;
import org.redress.platform.web.RefusedException;
import org.redress.routing.cases.Cases;
import org.redress.routing.cases.Ledger;
import org.redress.routing.cases.Unsealing;
import org.redress.routing.configuration.Names;
import org.redress.routing.organisation.Editions;
import org.redress.routing.organisation.Organisation;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows who opened what: to who watches over the case, and through intake to the petitioner. */
@RestController
class LedgerController {

    private final Ledger ledger;
    private final Cases cases;
    private final Editions editions;

    LedgerController(Ledger ledger, Cases cases, Editions editions) {
        this.ledger = ledger;
        this.cases = cases;
        this.editions = editions;
    }

    /**
     * What one person opened of one kind on one day.
     *
     * @param number place of the first in the ledger
     * @param at when first, in business time
     * @param last when last
     * @param count how often
     * @param officer id of the person, or the name of the service
     * @param post post the person acted in, or the name of the service
     * @param what content, contact or text
     * @param why what for: registration, examination, learning, grouping, reading-case, reading-text, reading-original, contacting,
     *     telling, confirming-emergency or emergency
     * @param purpose what a contact was opened for: call, write or verify, or which message; absent otherwise
     * @param hash hash of the last in the ledger
     */
    record Line(
            long number,
            Instant at,
            Instant last,
            int count,
            String officer,
            String post,
            String what,
            String why,
            @Nullable String purpose,
            String hash) {

        private static Line of(Openings openings) {
            Unsealing first = openings.first();
            return new Line(
                    first.number(),
                    first.at(),
                    openings.last().at(),
                    openings.count(),
                    first.officer(),
                    first.post(),
                    openings.kind(),
                    Names.of(first.why()),
                    first.purpose(),
                    openings.last().hash());
        }
    }

    /**
     * The same as the petitioner sees it: by role, not by name.
     *
     * @param at when first, in business time
     * @param last when last that day
     * @param count how often that day
     * @param role unit and title of the post, in the language of the request; the service's name where no person was
     * @param what content, contact or text
     * @param why registration, examination, learning, grouping, reading-case, reading-text, reading-original, contacting,
     *     telling, confirming-emergency or emergency
     * @param purpose call, write or verify, or which message; absent where it was no contact
     */
    record Seen(
            Instant at,
            Instant last,
            int count,
            String role,
            String what,
            String why,
            @Nullable String purpose) {

        private static Seen of(Openings openings, Organisation organisation, Locale locale) {
            Unsealing first = openings.first();
            return new Seen(
                    first.at(),
                    openings.last().at(),
                    openings.count(),
                    LedgerController.role(first, organisation, locale),
                    openings.kind(),
                    Names.of(first.why()),
                    first.purpose());
        }
    }

    @GetMapping("/api/cases/{petitionId}/unsealings")
    @PreAuthorize("hasAnyRole('supervisor', 'auditor')")
    @Operation(summary = "Read the ledger of a case: who opened what, when and what for")
    List<Line> ofCase(@PathVariable String petitionId, Authentication token) {
        return cases.find(petitionId, Readers.of(token))
                .map(petitionCase ->
                        folded(petitionCase.id()).stream().map(Line::of).toList())
                .orElseThrow(() -> new RefusedException(HttpStatus.NOT_FOUND, Message.of("case.not-found")));
    }

    @GetMapping("/internal/unsealings/{petitionId}")
    @Operation(summary = "Who opened what of a petition, by role and day, for its petitioner")
    List<Seen> ofPetition(@PathVariable String petitionId, Locale locale) {
        Organisation organisation = editions.active().organisation();
        return folded(petitionId).stream()
                .map(openings -> Seen.of(openings, organisation, locale))
                .toList();
    }

    private Collection<Openings> folded(String petitionId) {
        return Openings.of(ledger.of(petitionId), editions.active().clockwork()::dayOf);
    }

    private static String role(Unsealing line, Organisation organisation, Locale locale) {
        return organisation
                .post(line.post())
                .map(post -> organisation.unitName(post.unit(), locale) + " "
                        + post.called().in(locale))
                .orElse(line.post());
    }
}
