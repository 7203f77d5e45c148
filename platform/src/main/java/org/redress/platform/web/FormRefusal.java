package org.redress.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;

/**
 * Why a form could not be taken, for the page that shows it again with what was written.
 *
 * @param sentence what is wrong on the whole
 * @param fields what is wrong with each field and what would be right, by the field's name
 */
public record FormRefusal(String sentence, Map<String, String> fields) {

    /** With a copy of the fields. */
    public FormRefusal {
        fields = Map.copyOf(fields);
    }

    /** In the reader's language; the answer gets the status and the headers it would have had without a page. */
    public static FormRefusal of(
            RefusedException refusal, MessageSource messages, Locale locale, HttpServletResponse response) {
        response.setStatus(refusal.status().value());
        refusal.headers().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        Map<String, String> fields = new LinkedHashMap<>();
        for (FieldProblem wrong : refusal.errors()) {
            fields.putIfAbsent(wrong.field(), sentence(wrong, messages, locale));
        }
        return new FormRefusal(detail(refusal, messages, locale), fields);
    }

    /** Why one of many was not taken, in a sentence: what is wrong with its first field, or on the whole. */
    public static String why(RefusedException refusal, MessageSource messages, Locale locale) {
        return refusal.errors().stream()
                .findFirst()
                .map(wrong -> sentence(wrong, messages, locale))
                .orElseGet(() -> detail(refusal, messages, locale));
    }

    private static String detail(RefusedException refusal, MessageSource messages, Locale locale) {
        Message detail = refusal.detail();
        return messages.getMessage(
                detail == null ? Message.of("detail." + refusal.status().value()) : detail, locale);
    }

    private static String sentence(FieldProblem wrong, MessageSource messages, Locale locale) {
        String problem = messages.getMessage(wrong.problem(), locale);
        Message accepted = wrong.accepted();
        return accepted == null
                ? problem
                : messages.getMessage(
                        "form.wrong", new Object[] {problem, messages.getMessage(accepted, locale)}, locale);
    }
}
