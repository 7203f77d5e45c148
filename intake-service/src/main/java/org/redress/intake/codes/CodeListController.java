package org.redress.intake.codes;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Locale;
import org.redress.intake.petitions.Channel;
import org.redress.intake.petitions.Purpose;
import org.redress.intake.units.Units;
import org.redress.platform.codes.Code;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/code-lists}: open to everybody, as handing a petition in is. */
@RestController
class CodeListController {

    private final Units units;
    private final MessageSource messages;

    CodeListController(Units units, MessageSource messages) {
        this.units = units;
        this.messages = messages;
    }

    @GetMapping("/api/code-lists")
    @Operation(summary = "List the codes that stand in petitions, with names in the reader's language")
    CodeLists codeLists(Locale locale) {
        List<Code> known = units.all(locale);
        return new CodeLists(
                Code.of(Channel.class, "channel", messages, locale),
                Code.of(Purpose.class, "purpose", messages, locale),
                known.isEmpty() ? null : known);
    }
}
