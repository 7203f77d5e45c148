package org.redress.routing.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Message;
import org.redress.platform.web.RefusedException;
import org.redress.routing.cases.Caller;
import org.redress.routing.cases.Cases;
import org.redress.routing.cases.PetitionCase;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Petitions that may be of one matter with a case, for its page and for other systems. */
@Controller
@PreAuthorize("hasAnyRole('officer', 'supervisor')")
class NearController {

    private final Cases cases;
    private final NearList list;

    NearController(Cases cases, NearList list) {
        this.cases = cases;
        this.list = list;
    }

    /**
     * A petition that may be of one matter with a case.
     *
     * @param petitionId its id
     * @param heading what it is about in a line 事由, which is no word of the petition
     * @param state where it stands, in words
     * @param received when the organisation received it, in words
     * @param sameContact true where the same petitioner wrote both, and neither anonymously
     * @param likeness how near the words are, in per cent, from 40 on; absent where they are not, or were not compared
     * @param matterId the matter it is in; absent where it is in none that the reader may see
     */
    @Schema(name = "NearPetition")
    record NearPetition(
            String petitionId,
            String heading,
            String state,
            String received,
            boolean sameContact,
            @Nullable Integer likeness,
            @Nullable String matterId) {

        static NearPetition of(NearList.Near near) {
            return new NearPetition(
                    near.row().id(),
                    near.row().heading(),
                    near.row().state(),
                    near.row().received(),
                    near.sameContact(),
                    near.likeness(),
                    near.matter());
        }
    }

    @GetMapping("/api/cases/{petitionId}/near")
    @ResponseBody
    @Operation(summary = "List the petitions that may be of one matter with this one, of those the reader may open")
    List<NearPetition> near(@PathVariable String petitionId, Authentication token, Locale locale) {
        Caller reader = Readers.of(token);
        PetitionCase petitionCase = cases.find(petitionId, reader)
                .orElseThrow(() -> new RefusedException(HttpStatus.NOT_FOUND, Message.of("case.not-found")));
        return list.of(petitionCase, reader, locale).stream()
                .map(NearPetition::of)
                .toList();
    }

    @DeleteMapping("/api/cases/{petitionId}/near/{otherId}")
    @ResponseBody
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @ApiResponse(responseCode = "204", description = "Neither is proposed for the other any more")
    @Operation(summary = "Say that another petition is not of one matter with this one")
    void refuse(
            @PathVariable String petitionId,
            @Parameter(description = "id of the other petition") @PathVariable String otherId,
            Authentication token) {
        list.refuse(petitionId, otherId, Readers.of(token));
    }

    @PostMapping("/cases/{petitionId}/near/{otherId}/refuse")
    String refused(
            @PathVariable String petitionId,
            @PathVariable String otherId,
            Authentication token,
            RedirectAttributes after) {
        list.refuse(petitionId, otherId, Readers.of(token));
        after.addFlashAttribute("refusedNear", otherId);
        return "redirect:/cases/" + petitionId + "#near";
    }
}
