package org.redress.intake.desk.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.submissions.PetitionContact;
import org.redress.contracts.submissions.PetitionOrigin;
import org.redress.intake.desk.EarlierPieces;
import org.redress.intake.desk.EarlierPieces.Earlier;
import org.redress.intake.petitions.web.ContactRules;
import org.redress.intake.petitions.web.Findings;
import org.redress.platform.web.FieldProblem;
import org.redress.platform.web.InvalidRequestException;
import org.redress.platform.web.Message;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What the form shows of earlier pieces, and that a number of a body outside is not recorded twice by who may know. */
@Component
class EarlierAtTheDesk {

    private final EarlierPieces pieces;
    private final ContactRules contacts;
    private final String routing;

    EarlierAtTheDesk(EarlierPieces pieces, ContactRules contacts, @Value("${redress.urls.routing}") String routing) {
        this.pieces = pieces;
        this.contacts = contacts;
        this.routing = routing;
    }

    /**
     * What was found for what the form holds.
     *
     * @param known false where it cannot be told at the moment
     * @param found the pieces, newest first
     * @param cases address below which each case is found by its id
     */
    record Found(boolean known, List<Earlier> found, String cases) {}

    /** Whoever asks not to be named is not looked for either: that would tell who writes. */
    Found of(DeskForm form, String officer, Locale locale) {
        // What is half typed is wrong, and told of when it is sent.
        PetitionContact contact = contacts.check(new Findings(), form.petitioner(), true);
        return pieces.of(
                        officer,
                        contact == null || contact.anonymous() ? null : contact,
                        form.of("origin.body"),
                        form.of("origin.number"),
                        locale)
                .map(found -> new Found(true, found, routing + "/cases/"))
                .orElseGet(() -> new Found(false, List.of(), ""));
    }

    /**
     * Tells of the piece that has the number already, if the officer may see it. If not, it is taken: a refusal would tell
     * that there is one, and who may see both sees both.
     *
     * @throws InvalidRequestException naming the receipt of the first
     */
    void requireNewNumber(@Nullable PetitionOrigin origin, String officer, Locale locale) {
        if (origin == null) {
            return;
        }
        pieces.of(officer, null, origin.body(), origin.number(), locale).stream()
                .flatMap(List::stream)
                .filter(Earlier::sameNumber)
                .findFirst()
                .ifPresent(first -> {
                    String receipt = first.receipt() == null ? first.number() : first.receipt();
                    throw new InvalidRequestException(
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    List.of(new FieldProblem(
                                            "origin.number", Message.of("field.origin-taken", receipt), null)))
                            .with("receipt", receipt);
                });
    }
}
