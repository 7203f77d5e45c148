package org.redress.intake.requests.web;

import org.jspecify.annotations.Nullable;
import org.redress.intake.petitions.PetitionSettings;
import org.redress.intake.petitions.RequestKind;
import org.redress.intake.petitions.Submitter;
import org.redress.intake.petitions.web.Findings;
import org.redress.intake.petitions.web.KeyRules;
import org.redress.intake.petitions.web.TextRule;
import org.redress.intake.requests.Ask;
import org.redress.intake.tracking.web.SlipRules;
import org.redress.platform.web.RefusedException;
import org.springframework.stereotype.Component;

/** What a petitioner's request may say, by the interface and by the form alike. */
@Component
class AskRules {

    private final TextRule words;

    AskRules(PetitionSettings settings) {
        this.words = TextRule.text(settings.textLimit());
    }

    /**
     * The fields of a request as they came.
     *
     * @param receipt the receipt
     * @param accessCode the access code
     * @param words what is added, or why it is asked for
     * @param redaction true when it asks for words to be blacked out
     * @param key what the request is named by
     */
    record Fields(
            @Nullable String receipt,
            @Nullable String accessCode,
            @Nullable String words,
            boolean redaction,
            @Nullable String key) {}

    /**
     * The request.
     *
     * @throws RefusedException with every field that is wrong
     */
    Ask ask(RequestKind kind, Submitter submitter, Fields fields) {
        Findings findings = new Findings();
        String key = KeyRules.key(findings, submitter, fields.key());
        SlipRules.check(findings, fields.receipt(), fields.accessCode());
        String said = kind == RequestKind.WITHDRAW
                ? words.optional(findings, "reason", fields.words())
                : words.required(findings, "text", fields.words());
        findings.settle();
        return new Ask(submitter, kind, said, fields.redaction(), key);
    }
}
