package org.redress.routing.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.platform.description.Versioned;
import org.redress.platform.web.FieldProblem;
import org.redress.platform.web.InvalidRequestException;
import org.redress.routing.cases.Actor;
import org.redress.routing.cases.Caller;
import org.redress.routing.cases.Cases;
import org.redress.routing.cases.PetitionCase;
import org.redress.routing.matters.Matter;
import org.redress.routing.matters.Matters;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Matters 同一事项: many petitions, one opinion. A reader sees a matter when one of its members is theirs to see and none
 * is kept from them, and of its members only theirs.
 */
@RestController
@RequestMapping("/api/matters")
@PreAuthorize("hasAnyRole('officer', 'supervisor')")
class MatterController {

    /** After so many members a page ends, whatever was found: nobody's list costs more for all that is not theirs. */
    private static final int MOST_LOOKED = 5_000;

    private static final java.util.regex.Pattern CURSOR = java.util.regex.Pattern.compile("[0-9a-f-]{36}");

    private final Matters matters;
    private final Cases cases;
    private final Headings headings;
    private final MatterDesk desk;

    MatterController(Matters matters, Cases cases, Headings headings, MatterDesk desk) {
        this.desk = desk;
        this.matters = matters;
        this.cases = cases;
        this.headings = headings;
    }

    /**
     * Petitions with one cause.
     *
     * @param title what they are about
     * @param petitionIds their ids
     */
    @Schema(name = "MatterOpening")
    record Opening(
            @NotBlank @Size(max = 200) @Pattern(regexp = Order.ONE_LINE, message = "field.lines")
            String title,

            @NotEmpty @Size(max = Matter.MOST_MEMBERS) List<@NotBlank @Size(max = 100) String> petitionIds) {}

    @GetMapping
    @Operation(summary = "List the matters of which the reader may see a petition, the newest first")
    MatterView.Page list(
            @Parameter(description = "next of the page before") @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            Authentication token) {
        requireCursor(cursor);
        Caller reader = Readers.of(token);
        List<MatterView> found = new ArrayList<>();
        int looked = 0;
        List<Matter> some = matters.newest(cursor, limit);
        while (!some.isEmpty()) {
            for (Matter matter : some) {
                Set<String> visible = cases.readableTogether(matter.members(), reader);
                if (!visible.isEmpty() && found.size() == limit) {
                    return new MatterView.Page(found, found.getLast().matterId());
                }
                if (!visible.isEmpty()) {
                    found.add(view(matter, visible, reader, Map.of()).withoutMembers());
                }
                looked += matter.members().size();
                if (looked >= MOST_LOOKED) {
                    return new MatterView.Page(found, matter.id());
                }
            }
            some = matters.newest(some.getLast().id(), limit);
        }
        return new MatterView.Page(found, null);
    }

    @GetMapping("/{matterId}")
    @Operation(summary = "Read a matter and where each of its members stands")
    @Versioned
    ResponseEntity<MatterView> read(@PathVariable String matterId, Authentication token) {
        Caller reader = Readers.of(token);
        return answer(HttpStatus.OK, desk.find(matterId, reader), reader);
    }

    @PostMapping
    @Operation(summary = "Open a matter for petitions with one cause")
    @ApiResponse(responseCode = "201", description = "Opened, or opened before under the same key")
    @ApiResponse(
            responseCode = "409",
            description =
                    "A petition is in another matter, or its case does not go with the others: rule or petitionIds says which")
    @Versioned
    ResponseEntity<MatterView> open(
            @Valid @RequestBody Opening body,
            @RequestHeader(name = Preconditions.KEY, required = false) @Nullable String key,
            Authentication token) {
        Caller reader = Readers.of(token);
        return answer(HttpStatus.CREATED, desk.open(body.title(), body.petitionIds(), key, reader), reader);
    }

    @PutMapping("/{matterId}/members/{petitionId}")
    @ApiResponse(responseCode = "200", description = "Done; the matter as it stands")
    @ApiResponse(
            responseCode = "409",
            description = "The petition is in another matter, or does not go with the others")
    @Operation(summary = "Add a petition; where there is an opinion already, its case is given that too")
    @Versioned
    ResponseEntity<MatterView> add(
            @PathVariable String matterId, @PathVariable String petitionId, Authentication token) {
        Caller reader = Readers.of(token);
        return answer(HttpStatus.OK, desk.add(matterId, petitionId, reader), reader);
    }

    @DeleteMapping("/{matterId}/members/{petitionId}")
    @ApiResponse(responseCode = "200", description = "Done; the matter as it stands")
    @ApiResponse(responseCode = "409", description = "The petition was given the opinion, or is the last one")
    @Operation(summary = "Take a petition out that was not given the opinion")
    @Versioned
    ResponseEntity<MatterView> remove(
            @PathVariable String matterId, @PathVariable String petitionId, Authentication token) {
        Caller reader = Readers.of(token);
        return answer(HttpStatus.OK, desk.remove(matterId, petitionId, reader), reader);
    }

    @PostMapping("/{matterId}/give-opinion")
    @Operation(summary = "Give one written opinion 处理意见书 to all members; each case is given it in its turn")
    @ApiResponse(responseCode = "202", description = "Given to the matter; the cases follow")
    @ApiResponse(
            responseCode = "409",
            description = "The matter has an opinion, or a case does not allow one: rule or members says why")
    @Versioned
    ResponseEntity<MatterView> giveOpinion(
            @PathVariable String matterId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestHeader(name = Preconditions.KEY, required = false) @Nullable String key,
            @Valid @RequestBody Order.Opinion body,
            Authentication token) {
        Caller reader = Readers.of(token);
        return answer(HttpStatus.ACCEPTED, desk.giveOpinion(matterId, version, key, body, reader), reader);
    }

    private static void requireCursor(@Nullable String cursor) {
        if (cursor != null && !CURSOR.matcher(cursor).matches()) {
            throw new InvalidRequestException(List.of(new FieldProblem("cursor", "field.invalid", null)));
        }
    }

    private ResponseEntity<MatterView> answer(HttpStatus status, Matter matter, Caller reader) {
        Set<String> visible = cases.readableTogether(matter.members(), reader);
        if (visible.isEmpty()) {
            // A member has come to be kept from the reader.
            throw MatterDesk.notFound();
        }
        return ResponseEntity.status(status)
                .eTag(Long.toString(matter.version()))
                .body(view(matter, visible, reader, headings(visible)));
    }

    private Map<String, String> headings(Set<String> visible) {
        Locale locale = LocaleContextHolder.getLocale();
        return cases.listed(visible).stream()
                .collect(Collectors.toMap(PetitionCase::id, each -> headings.of(each, locale)));
    }

    private MatterView view(Matter matter, Set<String> visible, Caller reader, Map<String, String> headings) {
        return MatterView.of(matter, matters.title(matter, new Actor(reader.id(), "matter")), visible, headings);
    }
}
