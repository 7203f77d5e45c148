package org.redress.routing.reorganisation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.redress.platform.description.Versioned;
import org.redress.platform.web.ConflictException;
import org.redress.platform.web.FieldProblem;
import org.redress.platform.web.InvalidRequestException;
import org.redress.platform.web.Message;
import org.redress.platform.web.RefusedException;
import org.redress.routing.cases.web.Preconditions;
import org.redress.routing.configuration.InvalidConfigurationException;
import org.redress.routing.configuration.Problem;
import org.redress.routing.organisation.Version;
import org.redress.routing.organisation.Versions;
import org.redress.routing.reorganisation.Outcome;
import org.redress.routing.reorganisation.Reorganisation;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The organisation as administrators change it: a draft is shown with what it changes, and takes effect by its digest. */
@RestController
@RequestMapping("/api/organisation")
@PreAuthorize("hasRole('admin')")
class OrganisationController {

    private static final MediaType PLAIN = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final Reorganisation reorganisation;
    private final Versions versions;

    OrganisationController(Reorganisation reorganisation, Versions versions) {
        this.reorganisation = reorganisation;
        this.versions = versions;
    }

    @PostMapping("/drafts")
    @Operation(summary = "Validate files as a whole and show what they would change; nothing takes effect")
    @ApiResponse(responseCode = "200", description = "Valid: its digest, what it changes, its gaps, open cases to move")
    @ApiResponse(responseCode = "400", description = "Each wrong place, by file, line and entry or column")
    DraftView draft(@Valid @RequestBody OrganisationBodies.Files files) {
        try {
            return DraftView.of(reorganisation.draft(files.texts()));
        } catch (InvalidConfigurationException e) {
            throw refused(e);
        }
    }

    @PostMapping("/versions")
    @Operation(summary = "Put a draft into effect; open cases of units that are gone are given to those that take them")
    @Parameter(
            name = "If-Match",
            in = ParameterIn.HEADER,
            required = true,
            description = "Number of the version the draft was held against",
            schema = @Schema(type = "string", example = "\"3\""))
    @ApiResponse(responseCode = "201", description = "In effect; every instance follows within seconds")
    @ApiResponse(responseCode = "400", description = "Fields are missing or wrong, or there is no such draft")
    @ApiResponse(
            responseCode = "409",
            description = "In effect already, or units are gone that no other follows: units names them")
    @ApiResponse(responseCode = "412", description = "Another version has taken effect since")
    @ApiResponse(responseCode = "428", description = "If-Match is missing")
    @Versioned
    ResponseEntity<VersionView> activate(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Valid @RequestBody OrganisationBodies.Activating activating,
            Authentication token) {
        int number = Math.toIntExact(Math.min(Preconditions.version(seen), Integer.MAX_VALUE));
        try {
            return done(reorganisation.activate(activating.digest(), number, activating.by(token.getName())), number);
        } catch (InvalidConfigurationException e) {
            throw refused(e);
        }
    }

    private ResponseEntity<VersionView> done(Outcome outcome, int seen) {
        return switch (outcome) {
            case Outcome.Done done -> {
                Version version = versions.find(seen + 1).orElseThrow();
                yield ResponseEntity.status(HttpStatus.CREATED)
                        .eTag(Integer.toString(version.number()))
                        .body(VersionView.of(version, names(version, versions.fileNames())));
            }
            case Outcome.Changed changed ->
                throw new RefusedException(HttpStatus.PRECONDITION_FAILED, Message.of("organisation.changed"))
                        .with("version", changed.active());
            case Outcome.InEffect inEffect -> throw new ConflictException("organisation.in-effect");
            case Outcome.TooLarge tooLarge -> throw new ConflictException("organisation.too-large");
            case Outcome.Full full -> throw new ConflictException("organisation.full");
            case Outcome.Unfollowed unfollowed ->
                throw new ConflictException("organisation.unfollowed", String.join(", ", unfollowed.units()))
                        .with("units", unfollowed.units());
            case Outcome.Wrong wrong ->
                throw new InvalidRequestException(
                        List.of(new FieldProblem(wrong.field(), "organisation.wrong." + wrong.problem(), null)));
        };
    }

    @GetMapping("/versions")
    @PreAuthorize("hasAnyRole('admin', 'supervisor', 'auditor')")
    @Operation(summary = "List the versions that took effect, the newest first: when, by whom, why")
    @Versioned
    ResponseEntity<VersionView.Page> versions() {
        List<Version> all = versions.all();
        Map<String, List<String>> names = versions.fileNames();
        List<VersionView> newestFirst = IntStream.iterate(all.size() - 1, i -> i >= 0, i -> i - 1)
                .mapToObj(all::get)
                .map(version -> VersionView.of(version, names(version, names)))
                .toList();
        return ResponseEntity.ok()
                .eTag(Integer.toString(all.size()))
                .body(new VersionView.Page(all.size(), newestFirst));
    }

    @GetMapping(path = "/versions/{number}/files/{name}", produces = "text/plain;charset=UTF-8")
    @Operation(summary = "Read a file of a version, to be changed and handed in again")
    @ApiResponse(responseCode = "200", description = "Its text, in UTF-8")
    @ApiResponse(responseCode = "404", description = "There is no such version, or it has no such file")
    ResponseEntity<String> file(@PathVariable String number, @PathVariable String name) {
        return versions.all().stream()
                .filter(version -> Integer.toString(version.number()).equals(number))
                .findFirst()
                .flatMap(version -> versions.files(version.digest()))
                .flatMap(files -> files.text(name))
                .map(text -> ResponseEntity.ok().contentType(PLAIN).body(text))
                .orElseThrow(() -> new RefusedException(HttpStatus.NOT_FOUND, Message.of("organisation.not-found")));
    }

    private static List<String> names(Version version, Map<String, List<String>> names) {
        return names.getOrDefault(version.digest(), List.of());
    }

    private static InvalidRequestException refused(InvalidConfigurationException invalid) {
        return new InvalidRequestException(
                invalid.problems().stream().map(OrganisationController::field).toList());
    }

    private static FieldProblem field(Problem problem) {
        String place = problem.file() + ":" + problem.line();
        return new FieldProblem(
                problem.path().isEmpty() ? place : place + " " + problem.path(), problem.message(), null);
    }
}
