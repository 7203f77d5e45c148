package org.redress.routing.cases.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Json;
import org.redress.platform.description.NamesOf;
import org.redress.platform.words.Characters;
import org.redress.routing.procedure.Elsewhere;
import org.redress.routing.procedure.OpinionOutcome;
import org.redress.routing.procedure.Promise;
import org.redress.routing.procedure.ServiceKind;
import org.redress.routing.procedure.SupervisionLevel;
import org.redress.routing.procedure.Way;

/** What comes with the officers' commands. */
final class CommandBodies {

    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_NAME = 100;

    private CommandBodies() {}

    /**
     * How an accepted case is handled.
     *
     * @param way ordinary, simplified or own-duty; ordinary where it is left out
     */
    record Acceptance(
            @NamesOf(Way.class) @Nullable @Size(max = LONGEST_NAME)
            String way) {}

    /**
     * Why a case is not accepted.
     *
     * @param reason told to the petitioner
     * @param whereToGo the body that is competent, told to the petitioner
     */
    record Decline(
            @NotBlank @Size(max = LONGEST_TEXT) String reason,
            @Nullable @Size(max = 2_000) String whereToGo) {

        String text() {
            return whereToGo == null || Characters.isInvisible(whereToGo) ? reason : reason + "\n\n" + whereToGo;
        }
    }

    /**
     * Where a case is led.
     *
     * @param where judicial, arbitration, party or administrative
     * @param text why and which body, told to the petitioner
     */
    record Lead(
            @NamesOf(Elsewhere.class) @NotBlank @Size(max = LONGEST_NAME)
            String where,

            @NotBlank @Size(max = LONGEST_TEXT) String text) {}

    /**
     * The unit a case is handed to.
     *
     * @param unit its code
     * @param note for the unit; may be left out
     */
    record Transfer(
            @NotBlank @Size(max = LONGEST_NAME) String unit,
            @Nullable @Size(max = LONGEST_TEXT) String note) {}

    /**
     * The unit a case is assigned to.
     *
     * @param unit its code
     * @param dueOn day the report is owed by, after today and within five years
     * @param text what is asked for
     */
    record Assignment(
            @NotBlank @Size(max = LONGEST_NAME) String unit,
            @NotNull LocalDate dueOn,
            @NotBlank @Size(max = LONGEST_TEXT) String text) {}

    /**
     * The superior's decision whose case it is.
     *
     * @param unit code of the unit
     * @param text why
     */
    record UnitDecision(
            @NotBlank @Size(max = LONGEST_NAME) String unit,
            @NotBlank @Size(max = LONGEST_TEXT) String text) {}

    /**
     * Words.
     *
     * @param text the words
     */
    record Text(@NotBlank @Size(max = LONGEST_TEXT) String text) {}

    /**
     * An extension.
     *
     * @param days natural days, at most 30 (Reg. 34)
     * @param reason told to the petitioner
     */
    record Extension(
            @NotNull @Min(1) @Max(30) Integer days,
            @NotBlank @Size(max = LONGEST_TEXT) String reason) {}

    /**
     * A written opinion (Reg. 32).
     *
     * @param outcome supported, explained or not-supported
     * @param request what the petitioner asks for
     * @param facts what was found
     * @param reasons why it is decided so
     * @param legalBasis what it is based on
     * @param promises what is promised; only by an opinion that supports
     */
    record Opinion(
            @NamesOf(OpinionOutcome.class) @NotBlank @Size(max = LONGEST_NAME)
            String outcome,

            @NotBlank @Size(max = 4_000) String request,
            @NotBlank @Size(max = 8_000) String facts,
            @NotBlank @Size(max = 6_000) String reasons,
            @NotBlank @Size(max = 2_000) String legalBasis,
            @Nullable @Size(max = 20) List<@Valid @NotNull Commitment> promises) {

        /**
         * A promise 承诺事项.
         *
         * @param what what will be done
         * @param owner post that does it
         * @param dueOn by when, after today and within five years
         */
        record Commitment(
                @NotBlank @Size(max = 1_000) String what,
                @NotBlank @Size(max = LONGEST_NAME) String owner,
                @NotNull LocalDate dueOn) {}

        List<Commitment> commitments() {
            return promises == null ? List.of() : promises;
        }

        List<Promise> open() {
            return commitments().stream()
                    .map(promise -> Promise.of(promise.owner(), promise.dueOn()))
                    .collect(Collectors.toUnmodifiableList());
        }

        /** The opinion as it is kept and told: JSON with these members. */
        String text() {
            return Json.MAPPER.writeValueAsString(this);
        }
    }

    /**
     * The service of an opinion.
     *
     * @param how in-person, post, electronic, left or announced
     * @param servedOn the day it reached the petitioner; left out while that is not known
     * @param refused true when the petitioner refused to take it; may be left out
     * @param proof who took it, or what proves it
     */
    record Service(
            @NamesOf(ServiceKind.class) @NotBlank @Size(max = LONGEST_NAME)
            String how,

            @Nullable LocalDate servedOn,
            @Nullable Boolean refused,
            @NotBlank @Size(max = LONGEST_TEXT) String proof) {}

    /**
     * A promise that was kept.
     *
     * @param promise its number, from 1
     * @param proof what proves it
     */
    record Fulfilment(
            @NotNull @Min(1) @Max(20) Integer promise,
            @NotBlank @Size(max = LONGEST_TEXT) String proof) {}

    /**
     * A hearing.
     *
     * @param from its first day
     * @param to its last day
     * @param note what was heard; may be left out
     */
    record Hearing(
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @Nullable @Size(max = LONGEST_TEXT) String note) {}

    /**
     * The petition a case is joined to.
     *
     * @param into its id
     * @param reason why it is the same matter
     */
    record Merging(
            @NotBlank @Size(max = LONGEST_NAME) String into,
            @NotBlank @Size(max = LONGEST_TEXT) String reason) {}

    /**
     * A supervision.
     *
     * @param level ordinary, yellow or red
     * @param dueOn day the report is owed by, after today and within five years
     * @param instruction what is asked for
     */
    record Supervision(
            @NamesOf(SupervisionLevel.class) @NotBlank @Size(max = LONGEST_NAME)
            String level,

            @NotNull LocalDate dueOn,
            @NotBlank @Size(max = LONGEST_TEXT) String instruction) {}

    /**
     * How many people are behind a case.
     *
     * @param headCount the number, from 1 to 100,000
     * @param note how it was counted
     */
    record Count(
            @NotNull @Min(1) @Max(100_000) Integer headCount,
            @NotBlank @Size(max = LONGEST_TEXT) String note) {}

    /**
     * Whom a case is about.
     *
     * @param accused ids of the officers; empty when it is about nobody
     * @param note how that was found out
     */
    record Screening(
            @NotNull @Size(max = 20) List<@NotBlank @Size(max = LONGEST_NAME) String> accused,
            @NotBlank @Size(max = LONGEST_TEXT) String note) {}

    /**
     * Who steps out of a case.
     *
     * @param officer id of the officer
     * @param reason which interest they have in it
     */
    record Recusal(
            @NotBlank @Size(max = LONGEST_NAME) String officer,
            @NotBlank @Size(max = LONGEST_TEXT) String reason) {}

    /**
     * Another topic.
     *
     * @param topic its code
     * @param reason why
     */
    record Reclassification(
            @NotBlank @Size(max = LONGEST_NAME) String topic,
            @NotBlank @Size(max = LONGEST_TEXT) String reason) {}

    /**
     * Another post.
     *
     * @param post its id
     * @param reason why
     */
    record Reassignment(
            @NotBlank @Size(max = LONGEST_NAME) String post,
            @NotBlank @Size(max = LONGEST_TEXT) String reason) {}

    /**
     * Words to black out.
     *
     * @param field subject, text or place of the petition, or the id of a text of the petitioner's
     * @param from first character, as a reader counts them, from 0
     * @param to character after the last, at most as many as the text has
     * @param wish id of the text in which the petitioner asks for it, which then takes effect at once; left out otherwise
     * @param reason why
     */
    record Blackening(
            @NotBlank @Size(max = LONGEST_NAME) String field,
            @NotNull @Min(0) Integer from,
            @NotNull @Min(1) Integer to,
            @Nullable @Size(max = LONGEST_NAME) String wish,
            @NotBlank @Size(max = LONGEST_TEXT) String reason) {}

    /**
     * Words that are blacked out, or proposed to be.
     *
     * @param redaction their number, from 1
     * @param note why
     */
    record RedactionChoice(
            @NotNull @Min(1) @Max(200) Integer redaction,
            @NotBlank @Size(max = LONGEST_TEXT) String note) {}
}
