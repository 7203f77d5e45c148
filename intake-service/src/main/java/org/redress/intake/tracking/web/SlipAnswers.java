package org.redress.intake.tracking.web;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a request with receipt and access code may be answered with, for the description of the interface. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ApiResponse(
        responseCode = "404",
        description = "No petition has this receipt and access code; which of the two is wrong is not told")
@ApiResponse(
        responseCode = "429",
        description = "Too many wrong codes from this network, or in all; Retry-After says when to come back")
@interface SlipAnswers {}
