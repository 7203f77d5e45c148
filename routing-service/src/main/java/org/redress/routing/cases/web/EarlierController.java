package org.redress.routing.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.submissions.PetitionContact;
import org.redress.contracts.submissions.PetitionOrigin;
import org.redress.routing.cases.EarlierPieces;
import org.redress.routing.cases.Petition;
import org.redress.routing.cases.PetitionCase;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tells intake's desk what an officer there may see of what somebody handed in before. */
@RestController
class EarlierController {

    private final EarlierPieces pieces;
    private final CaseRows rows;

    EarlierController(EarlierPieces pieces, CaseRows rows) {
        this.pieces = pieces;
        this.rows = rows;
    }

    /**
     * What is looked for; in a body, so that no address holds it.
     *
     * @param officer id of who asks
     * @param name name of who petitions
     * @param phone phone number, as petitions have it
     * @param idNumber number of an identity paper
     * @param body what a body outside is called
     * @param number its number there
     */
    record Search(
            String officer,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String idNumber,
            @Nullable String body,
            @Nullable String number) {

        private PetitionContact contact() {
            return new PetitionContact(name, phone, null, idNumber, List.of(), false, null, "zh");
        }
    }

    /**
     * An earlier piece that the officer may see.
     *
     * @param petitionId its id
     * @param number end of the id, by which people tell cases apart
     * @param receipt its receipt; absent for what an older release took
     * @param heading what it is about in a line
     * @param state where it stands, in words
     * @param received when it came
     * @param sameNumber true where it has the number of the body outside that was asked for
     */
    record Earlier(
            String petitionId,
            String number,
            @Nullable String receipt,
            String heading,
            String state,
            String received,
            boolean sameNumber) {}

    @PostMapping("/internal/earlier")
    @Operation(summary = "Earlier pieces of a petitioner or of a number, of those an officer may see")
    List<Earlier> earlier(@RequestBody Search search, Locale locale) {
        return pieces.of(search.contact(), search.body(), search.number(), search.officer()).stream()
                .map(found -> earlier(found, search, locale))
                .toList();
    }

    private Earlier earlier(PetitionCase found, Search search, Locale locale) {
        CaseRow row = rows.of(found, locale);
        Petition petition = found.registration().petition();
        PetitionOrigin origin = petition.origin();
        boolean same = origin != null
                && origin.number().equals(search.number())
                && origin.body().equals(search.body());
        return new Earlier(
                row.id(), row.number(), petition.receipt(), row.heading(), row.state(), row.received(), same);
    }
}
