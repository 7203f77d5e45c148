package org.redress.routing.cases.web;

import java.util.Locale;
import org.redress.contracts.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A written opinion as people read it; it is kept as JSON. */
final class OpinionText {

    private OpinionText() {}

    /** Its parts under their names, each as it was written; what is no JSON stays as it is. */
    static String of(String kept, CaseRows rows, Locale locale) {
        JsonNode opinion;
        try {
            opinion = Json.MAPPER.readTree(kept);
        } catch (JacksonException e) {
            return kept;
        }
        StringBuilder text = new StringBuilder();
        opinion.properties().forEach(part -> {
            String name = part.getKey();
            String label = rows.word("order", name, locale);
            if (name.equals("promises")) {
                part.getValue().forEach(promise -> add(text, label, promise(promise, rows)));
            } else {
                String said = part.getValue().asString("");
                add(text, label, name.equals("outcome") ? rows.word("outcome", said, locale) : said);
            }
        });
        return text.toString().strip();
    }

    private static String promise(JsonNode promise, CaseRows rows) {
        return promise.path("what").asString("") + " · "
                + rows.post(promise.path("owner").asString("")) + " · "
                + promise.path("dueOn").asString("");
    }

    private static void add(StringBuilder text, String label, String said) {
        text.append(label).append('\n').append(said).append("\n\n");
    }
}
