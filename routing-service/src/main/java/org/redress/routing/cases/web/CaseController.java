package org.redress.routing.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.submissions.PetitionContact;
import org.redress.contracts.submissions.PetitionContent;
import org.redress.platform.description.NamesOf;
import org.redress.platform.description.Versioned;
import org.redress.platform.web.Message;
import org.redress.platform.web.RefusedException;
import org.redress.routing.cases.Actor;
import org.redress.routing.cases.Caller;
import org.redress.routing.cases.CaseList;
import org.redress.routing.cases.Cases;
import org.redress.routing.cases.ContactPurpose;
import org.redress.routing.cases.PetitionCase;
import org.redress.routing.cases.SealedTexts;
import org.redress.routing.cases.Tellings;
import org.redress.routing.cases.TextEntry;
import org.redress.routing.organisation.Editions;
import org.redress.routing.procedure.CaseState;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reading cases: each reader finds what is theirs to see, and nothing tells that there is more. */
@RestController
@RequestMapping("/api/cases")
@PreAuthorize("hasAnyRole('officer', 'supervisor', 'auditor')")
class CaseController {

    private static final String ORIGINAL =
            "true: without anything blacked out, for the office above who has the case and"
                    + " for who reviews it, which is written down";

    private final Cases cases;
    private final SealedTexts texts;
    private final Tellings tellings;
    private final CaseViews views;
    private final Editions editions;
    private final ZoneId zone;

    CaseController(Cases cases, SealedTexts texts, Tellings tellings, CaseViews views, Editions editions, ZoneId zone) {
        this.cases = cases;
        this.texts = texts;
        this.tellings = tellings;
        this.views = views;
        this.editions = editions;
        this.zone = zone;
    }

    @GetMapping
    @Operation(summary = "List the cases the reader may see, the most urgent first")
    CasePage list(
            @Parameter(description = "id of the post that owns") @RequestParam(required = false) @Nullable String owner,
            @Parameter(description = "code of the unit") @RequestParam(required = false) @Nullable String unit,
            @NamesOf(CaseState.class)
                    @Parameter(description = "where it stands, as in the table of the procedure")
                    @RequestParam(required = false)
                    @Nullable
                    String state,
            @Parameter(description = "code of a topic, which stands for those below it too")
                    @RequestParam(required = false)
                    @Nullable
                    String topic,
            @Parameter(description = "open cases whose earliest limit ends before this day or moment, ISO 8601")
                    @RequestParam(required = false)
                    @Nullable
                    String dueBefore,
            @Parameter(
                            description =
                                    "what the petition is called by: its id, its receipt, or its number at an adapter or a body outside")
                    @RequestParam(required = false)
                    @Size(max = 100)
                    @Nullable
                    String number,
            @Parameter(description = "next of the page before") @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            Authentication token,
            Locale locale) {
        ListQuery query = new ListQuery(editions.active().rulebook(), cases::isAny, zone);
        CaseList.Filter filter = query.filter(owner, unit, state, topic, dueBefore, number);
        Caller reader = Readers.of(token);
        return views.of(
                cases.list(filter, query.cursor(cursor, CaseList.Order.NEXT_UP), limit, reader), reader, locale);
    }

    @GetMapping("/{petitionId}")
    @Operation(summary = "Read one case; opened for those who may read what it says, which is written down")
    @Versioned
    ResponseEntity<CaseDetail> read(
            @PathVariable String petitionId,
            @Parameter(description = ORIGINAL) @RequestParam(defaultValue = "false") boolean original,
            Authentication token,
            Locale locale) {
        Caller reader = Readers.of(token);
        PetitionCase petitionCase = cases.find(petitionId, reader).orElseThrow(CaseController::notFound);
        boolean opens = cases.mayOpen(petitionId, reader);
        requireOriginal(original, opens, petitionCase, reader);
        PetitionContent content = !opens
                ? null
                : original
                        ? texts.readOriginal(petitionCase, actor(petitionCase, reader))
                        : texts.read(petitionCase, actor(petitionCase, reader));
        return ResponseEntity.ok()
                .eTag(Long.toString(petitionCase.version()))
                .body(views.of(petitionCase, content, tellings.of(petitionId), reader, locale));
    }

    @GetMapping("/{petitionId}/clocks")
    @Operation(summary = "Explain every date of a case step by step, in both languages")
    List<ClockAccount> clocks(@PathVariable String petitionId, Authentication token) {
        return views.clocks(cases.find(petitionId, Readers.of(token)).orElseThrow(CaseController::notFound));
    }

    @GetMapping("/{petitionId}/texts/{textId}")
    @Operation(summary = "Read a text told to the petitioner or the petitioner's own, which is written down")
    TextBody text(
            @PathVariable String petitionId,
            @PathVariable String textId,
            @Parameter(description = ORIGINAL) @RequestParam(defaultValue = "false") boolean original,
            Authentication token) {
        Caller reader = Readers.of(token);
        PetitionCase petitionCase = cases.find(petitionId, reader).orElseThrow(CaseController::notFound);
        TextEntry text = petitionCase.texts().stream()
                .filter(each -> each.id().equals(textId))
                .findFirst()
                .orElseThrow(CaseController::notFound);
        boolean opens =
                cases.mayRead(petitionCase, text, reader, cases.mayOpen(petitionId, reader), views.today(petitionCase));
        if (!opens) {
            throw Readers.refused(petitionCase, reader);
        }
        requireOriginal(original, opens, petitionCase, reader);
        Actor by = actor(petitionCase, reader);
        String words = original ? texts.readOriginal(petitionCase, text, by) : texts.read(petitionCase, text, by);
        return new TextBody(text.id(), words, text.digest());
    }

    private void requireOriginal(boolean original, boolean opens, PetitionCase petitionCase, Caller reader) {
        if (original && !(opens && cases.mayReadOriginal(petitionCase, reader, views.today(petitionCase)))) {
            throw new RefusedException(HttpStatus.FORBIDDEN, Message.of("case.original"));
        }
    }

    @PostMapping("/{petitionId}/contact")
    @PreAuthorize("hasRole('officer')")
    @Operation(
            summary =
                    "Open the petitioner's contact for one purpose, which the petitioner can see; for who handles the case")
    PetitionContact contact(@PathVariable String petitionId, @Valid @RequestBody Opening body, Authentication token) {
        Caller reader = Readers.of(token);
        PetitionCase petitionCase = cases.find(petitionId, reader).orElseThrow(CaseController::notFound);
        ContactPurpose purpose = Choices.of(ContactPurpose.class, "purpose", body.purpose());
        if (!cases.mayContact(petitionCase, reader)) {
            throw Readers.notInTouch(petitionCase, reader);
        }
        return texts.contact(petitionCase, purpose, actor(petitionCase, reader))
                .orElseThrow(() -> new RefusedException(HttpStatus.NOT_FOUND, Message.of("case.no-contact")));
    }

    private Actor actor(PetitionCase petitionCase, Caller reader) {
        return reader.actingOn(petitionCase, editions.active().organisation());
    }

    /**
     * What a contact is opened for.
     *
     * @param purpose call, write or verify
     */
    @Schema(name = "ContactOpening")
    record Opening(
            @NamesOf(ContactPurpose.class) @NotBlank @Size(max = 100)
            String purpose) {}

    /**
     * A text told to the petitioner, or the petitioner's own.
     *
     * @param textId its id
     * @param text the text
     * @param digest SHA-256 in lower-case hexadecimal, as on the event; absent for the petitioner's own
     */
    record TextBody(String textId, String text, @Nullable String digest) {}

    private static RefusedException notFound() {
        return new RefusedException(HttpStatus.NOT_FOUND, Message.of("case.not-found"));
    }
}
