package org.redress.intake.tracking.web;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says to petitioners why a request of theirs could not be met. */
@Component
class RequestSentences {

    private final MessageSource messages;

    RequestSentences(MessageSource messages) {
        this.messages = messages;
    }

    /** What the petitioner is told of a rule; a rule this service has not heard of yet has no sentence of its own. */
    String sentence(String rule, Locale locale) {
        String sentence = messages.getMessage("request.refused." + rule, null, null, locale);
        return sentence == null ? messages.getMessage("request.refused", null, locale) : sentence;
    }
}
