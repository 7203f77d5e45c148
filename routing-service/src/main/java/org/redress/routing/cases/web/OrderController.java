package org.redress.routing.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.BodyReader;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The officers' orders: what a case does not allow now is refused with the rule and the steps that are open. Their addresses
 * are {@link OrderEndpoints}'s.
 */
@RestController
@PreAuthorize("hasAnyRole('officer', 'supervisor')")
class OrderController {

    private final CommandDesk desk;
    private final BodyReader bodies;

    OrderController(CommandDesk desk, BodyReader bodies) {
        this.desk = desk;
        this.bodies = bodies;
    }

    @ModelAttribute
    CommandDesk.Call call(
            @PathVariable String petitionId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestHeader(name = Preconditions.KEY, required = false) @Nullable String key,
            Authentication token,
            Locale locale) {
        return desk.call(petitionId, version, key, token, locale);
    }

    @Operation(summary = "Give an order")
    @CommandAnswers
    ResponseEntity<CaseView> take(
            @Parameter(hidden = true) @ModelAttribute(binding = false) CommandDesk.Call call,
            @Parameter(hidden = true) @RequestBody(required = false) @Nullable ObjectNode body,
            HttpServletRequest request) {
        String address = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        OrderType type =
                OrderType.named(address.substring(OrderEndpoints.CASE.length())).orElseThrow();
        ObjectNode given = body == null ? JsonNodeFactory.instance.objectNode() : body;
        return desk.answer(call, bodies.read(given, type.type()));
    }
}
