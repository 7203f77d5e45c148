package org.redress.routing.cases.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.redress.platform.description.Versioned;

/** What every command needs and may be answered with, for the description of the interface. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Parameter(name = "petitionId", in = ParameterIn.PATH, required = true, schema = @Schema(type = "string"))
@Parameter(
        name = "If-Match",
        in = ParameterIn.HEADER,
        required = true,
        description = "Version of the case that was read, its ETag",
        schema = @Schema(type = "string", example = "\"7\""))
@Parameter(
        name = "Idempotency-Key",
        in = ParameterIn.HEADER,
        description = "Names the command so that a repeat of it is recognised and done once",
        schema = @Schema(type = "string", maxLength = 100))
@Versioned
@ApiResponse(responseCode = "200", description = "Done, or done before under the same key; the case as it stands")
@ApiResponse(responseCode = "400", description = "Fields are missing or wrong; all are named")
@ApiResponse(responseCode = "403", description = "The case may be read, not moved")
@ApiResponse(responseCode = "404", description = "There is no such case, or it is not the reader's to see")
@ApiResponse(
        responseCode = "409",
        description = "The case does not allow the step: rule names why, openSteps what it allows")
@ApiResponse(responseCode = "412", description = "Somebody changed the case since that version: changes says how")
@ApiResponse(
        responseCode = "422",
        description = "The key was used for another command, or a heading gives something away: rule says what")
@ApiResponse(responseCode = "428", description = "If-Match is missing")
@interface CommandAnswers {}
