package org.redress.intake.requests.web;

import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.redress.intake.petitions.web.KeyRules;

/** The answers a petitioner's request may get, for the description of the interface. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ApiResponse(
        responseCode = "202",
        description = "Taken and kept; the same answer on a repeat with the same key and content",
        headers =
                @Header(
                        name = KeyRules.REPLAYED,
                        description = "true when it was taken before",
                        schema = @Schema(type = "boolean")))
@ApiResponse(
        responseCode = "404",
        description = "No petition has this receipt and access code; which of the two is wrong is not told")
@ApiResponse(responseCode = "409", description = "The petition has as many requests, or as many words, as it may have")
@ApiResponse(
        responseCode = "422",
        description = "The key was used for another request; the member requestId names the first")
@ApiResponse(
        responseCode = "429",
        description = "Too many wrong codes from this network, or in all; Retry-After says when to come back")
@interface RequestAnswers {}
