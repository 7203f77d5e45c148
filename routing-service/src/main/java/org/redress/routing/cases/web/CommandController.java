package org.redress.routing.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.ConflictException;
import org.redress.platform.web.FieldProblem;
import org.redress.platform.web.InvalidRequestException;
import org.redress.platform.web.Message;
import org.redress.platform.web.RefusedException;
import org.redress.routing.cases.Actor;
import org.redress.routing.cases.CaseCommands;
import org.redress.routing.cases.CaseCommands.Result;
import org.redress.routing.cases.CaseCommands.Target;
import org.redress.routing.cases.Cases;
import org.redress.routing.cases.Outcome;
import org.redress.routing.cases.PetitionCase;
import org.redress.routing.cases.Reader;
import org.redress.routing.configuration.Names;
import org.redress.routing.organisation.Editions;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The officers' commands: what a case does not allow now is refused with the rule and the steps that are open. */
@RestController
@RequestMapping("/api/cases/{petitionId}")
@PreAuthorize("hasAnyRole('officer', 'supervisor')")
class CommandController {

    private static final int LONGEST_TEXT = 20_000;

    private final CaseCommands commands;
    private final Cases cases;
    private final Editions editions;

    CommandController(CaseCommands commands, Cases cases, Editions editions) {
        this.commands = commands;
        this.cases = cases;
        this.editions = editions;
    }

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
            return whereToGo == null || whereToGo.isBlank() ? reason : reason + "\n\n" + whereToGo;
        }
    }

    /**
     * The answer.
     *
     * @param text told to the petitioner
     */
    record Answer(@NotBlank @Size(max = LONGEST_TEXT) String text) {}

    @PostMapping("/accept")
    @Operation(summary = "Accept 受理: the handling limit starts")
    ResponseEntity<CaseView> accept(
            @PathVariable String petitionId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            Authentication token,
            Locale locale) {
        return command(petitionId, version, token, locale, commands::accept);
    }

    @PostMapping("/decline")
    @Operation(summary = "Decline 不予受理, with the reason and where to go")
    ResponseEntity<CaseView> decline(
            @PathVariable String petitionId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @Valid @RequestBody Decline decline,
            Authentication token,
            Locale locale) {
        return command(
                petitionId, version, token, locale, (target, by) -> commands.decline(target, by, decline.text()));
    }

    @PostMapping("/answer")
    @Operation(summary = "Answer 答复")
    ResponseEntity<CaseView> answer(
            @PathVariable String petitionId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @Valid @RequestBody Answer answer,
            Authentication token,
            Locale locale) {
        return command(petitionId, version, token, locale, (target, by) -> commands.answer(target, by, answer.text()));
    }

    @PostMapping("/close")
    @Operation(summary = "Close 办结")
    ResponseEntity<CaseView> close(
            @PathVariable String petitionId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            Authentication token,
            Locale locale) {
        return command(petitionId, version, token, locale, commands::close);
    }

    private ResponseEntity<CaseView> command(
            String petitionId,
            @Nullable String version,
            Authentication token,
            Locale locale,
            BiFunction<Target, Actor, Result> command) {
        Reader reader = Readers.of(token);
        PetitionCase kept = cases.find(petitionId, reader)
                .orElseThrow(() -> new RefusedException(HttpStatus.NOT_FOUND, Message.of("case.not-found")));
        if (!cases.mayAct(petitionId, reader)) {
            throw new RefusedException(HttpStatus.FORBIDDEN, Message.of("detail.403"));
        }
        Target target = new Target(petitionId, version(version));
        Actor by = reader.actingOn(kept, editions.active().organisation());
        return answered(command.apply(target, by), target, locale);
    }

    private static ResponseEntity<CaseView> answered(Result result, Target target, Locale locale) {
        return switch (result.outcome()) {
            case Outcome.Done done ->
                ResponseEntity.ok()
                        .eTag(Long.toString(result.kept().version()))
                        .body(CaseView.of(result.kept(), locale));
            case Outcome.Refused refused ->
                throw new ConflictException("case.rule." + Names.of(refused.rule()))
                        .with("rule", Names.of(refused.rule()))
                        .with(
                                "openSteps",
                                refused.openSteps().stream().map(Names::of).toList());
            case Outcome.Changed changed ->
                throw target.version().isPresent()
                        ? new RefusedException(HttpStatus.PRECONDITION_FAILED, Message.of("detail.412"))
                        : new ConflictException("case.busy");
        };
    }

    private static OptionalLong version(@Nullable String given) {
        if (given == null || given.equals("*")) {
            return OptionalLong.empty();
        }
        String digits = given.replaceFirst("^(W/)?\"(\\d{1,18})\"$", "$2");
        if (!digits.matches("\\d{1,18}")) {
            throw new InvalidRequestException(
                    List.of(new FieldProblem(HttpHeaders.IF_MATCH, "field.invalid", "\"7\"")));
        }
        return OptionalLong.of(Long.parseLong(digits));
    }
}
