package org.redress.routing.codes;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Locale;
import org.redress.routing.organisation.Editions;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/code-lists}: the codes of the organisation in effect and of the procedure. */
@RestController
@PreAuthorize("hasAnyRole('officer', 'supervisor', 'auditor', 'admin')")
class CodeListController {

    private final Editions editions;
    private final MessageSource messages;

    CodeListController(Editions editions, MessageSource messages) {
        this.editions = editions;
        this.messages = messages;
    }

    @GetMapping("/api/code-lists")
    @Operation(summary = "List the codes that stand in requests and answers, with names in the reader's language")
    CodeLists codeLists(Locale locale) {
        return CodeLists.of(editions.active().rulebook(), messages, locale);
    }
}
