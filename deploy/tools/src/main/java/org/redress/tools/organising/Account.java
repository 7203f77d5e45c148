package org.redress.tools.organising;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Writes what routing answers in lines for a person. */
final class Account {

    private Account() {}

    /** Why something was refused: each wrong place, or the sentence. */
    static List<String> refusal(JsonNode problem) {
        List<String> lines = new ArrayList<>();
        for (JsonNode error : problem.path("errors")) {
            String accepted = text(error, "accepted");
            lines.add(text(error, "field") + " " + text(error, "problem")
                    + (accepted.isEmpty() ? "" : "; accepted: " + accepted));
        }
        return lines.isEmpty() ? List.of(text(problem, "detail")) : lines;
    }

    /** What a draft would change. */
    static List<String> draft(JsonNode draft) {
        List<String> lines = new ArrayList<>();
        draft.path("changes").properties().forEach(part -> {
            for (JsonNode change : part.getValue()) {
                lines.add(part.getKey() + ": " + text(change, "id") + " " + text(change, "change"));
                change.path("fields").forEach(field -> lines.add("    " + field(field)));
            }
        });
        if (lines.isEmpty()) {
            lines.add("Nothing differs from version " + draft.path("before").asInt() + ".");
        }
        for (JsonNode gap : draft.path("gaps")) {
            lines.add("gap: " + text(gap, "kind") + " in " + text(gap, "unit") + also(" for ", text(gap, "topic"))
                    + also(", post ", text(gap, "post")));
        }
        for (JsonNode cases : draft.path("openCases")) {
            lines.add("would go to others: " + cases.path("cases").asInt() + " open cases of " + text(cases, "post")
                    + " in " + text(cases, "unit"));
        }
        for (JsonNode unit : draft.path("unitsToMove")) {
            lines.add("is gone, another has to take its open cases: --move " + unit.asString() + "=UNIT");
        }
        return lines;
    }

    /** A version in one line, and what it moved in others. */
    static List<String> version(JsonNode version) {
        List<String> lines = new ArrayList<>();
        String by = text(version, "by");
        lines.add(version.path("number").asInt() + "  " + text(version, "activatedAt") + "  "
                + (by.isEmpty() ? "by the configuration folder" : "by " + by + ": " + text(version, "reason")) + "  "
                + text(version, "digest"));
        version.path("moves").forEach(move -> lines.add("    " + text(move, "unit") + " -> " + text(move, "to")));
        return lines;
    }

    private static String field(JsonNode field) {
        String from = text(field, "from");
        String to = text(field, "to");
        return text(field, "field") + ": " + (from.isEmpty() ? to : to.isEmpty() ? from : from + " -> " + to);
    }

    private static String also(String word, String value) {
        return value.isEmpty() ? "" : word + value;
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
