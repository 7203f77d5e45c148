package org.redress.routing.cases.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Message;
import org.redress.platform.web.RefusedException;
import org.redress.routing.cases.Actor;
import org.redress.routing.cases.Caller;
import org.redress.routing.cases.Cases;
import org.redress.routing.cases.PetitionCase;
import org.redress.routing.cases.web.ListWalk.Then;
import org.redress.routing.cases.web.ListWalk.Visit;
import org.redress.routing.organisation.Editions;
import org.redress.routing.presence.Presence;
import org.redress.routing.presence.Presences;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What the page of a case says and asks every few seconds: what is being written in it, and who else is there. */
@Controller
@PreAuthorize("hasAnyRole('officer', 'supervisor')")
class DraftPage {

    private final Cases cases;
    private final CaseDrafts drafts;
    private final Presences presences;
    private final CaseRows rows;
    private final Editions editions;

    DraftPage(Cases cases, CaseDrafts drafts, Presences presences, CaseRows rows, Editions editions) {
        this.cases = cases;
        this.drafts = drafts;
        this.presences = presences;
        this.rows = rows;
        this.editions = editions;
    }

    /**
     * Somebody else who has the case open.
     *
     * @param name with the post
     * @param writes the step whose form is written in, in words; absent while nothing is
     */
    record Other(String name, @Nullable String writes) {}

    /** Keeps what stands in the form of a step; where nothing does, there is no draft any more. */
    @PostMapping("/cases/{petitionId}/drafts/{step}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(
            @PathVariable String petitionId,
            @PathVariable String step,
            @RequestParam MultiValueMap<String, String> given,
            Authentication token) {
        Caller reader = Readers.of(token);
        drafts.keep(findToWrite(petitionId, reader), type(step), given, reader);
    }

    /** Takes away what its writer does not want. */
    @PostMapping("/cases/{petitionId}/drafts/{step}/discard")
    String discard(
            @PathVariable String petitionId,
            @PathVariable String step,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String place,
            Authentication token) {
        Caller reader = Readers.of(token);
        findToWrite(petitionId, reader);
        drafts.delete(petitionId, type(step), reader);
        return "redirect:" + new Visit(from, place, Then.STAY).address(petitionId);
    }

    /**
     * Says that the reader has the case open, and answers who else has, and whether it changed meanwhile.
     *
     * @param version the version that the reader sees
     */
    @PostMapping("/cases/{petitionId}/presence")
    String present(
            @PathVariable String petitionId,
            @RequestParam(defaultValue = "") String version,
            Authentication token,
            Locale locale,
            Model model) {
        Caller reader = Readers.of(token);
        PetitionCase petitionCase = find(petitionId, reader);
        Actor who = reader.actingOn(petitionCase, editions.active().organisation());
        presences.look(petitionId, who);
        // Until it is known whom it is about, whoever looks into that is named to nobody.
        List<Other> others = petitionCase.guard().unclear()
                ? List.of()
                : presences.beside(petitionId, reader.id()).stream()
                        .map(each -> other(each, locale))
                        .toList();
        model.addAttribute("others", others);
        model.addAttribute("changed", !version.isEmpty() && !version.equals(Long.toString(petitionCase.version())));
        return "routing/presence";
    }

    private Other other(Presence presence, Locale locale) {
        boolean known = editions.active().organisation().posts().containsKey(presence.post());
        return new Other(
                known ? rows.post(presence.post()) : rows.officer(presence.officer()),
                presence.writes() == null ? null : rows.word("step", presence.writes(), locale));
    }

    private PetitionCase find(String petitionId, Caller reader) {
        PetitionCase found = findToWrite(petitionId, reader);
        if (!cases.mayOpen(petitionId, reader)) {
            throw Readers.refused(found, reader);
        }
        return found;
    }

    /** For who is asked for a part of it too, which they write without being told who else is there. */
    private PetitionCase findToWrite(String petitionId, Caller reader) {
        PetitionCase found = cases.find(petitionId, reader)
                .orElseThrow(() -> new RefusedException(HttpStatus.NOT_FOUND, Message.of("case.not-found")));
        if (!cases.mayOpen(petitionId, reader) && !cases.isAsked(found, reader)) {
            throw Readers.refused(found, reader);
        }
        return found;
    }

    private static OrderType type(String step) {
        return OrderType.named(step)
                .orElseThrow(() -> new RefusedException(HttpStatus.NOT_FOUND, Message.of("case.not-found")));
    }
}
