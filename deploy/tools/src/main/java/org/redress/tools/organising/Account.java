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

    /** An entry that a draft adds, removes or changes. */
    static List<String> change(String part, JsonNode change) {
        List<String> lines = new ArrayList<>();
        lines.add(part + ": " + text(change, "id") + " " + text(change, "change"));
        change.path("fields").forEach(field -> lines.add("    " + field(field)));
        return lines;
    }

    /** A gap of the net. */
    static List<String> gap(JsonNode gap) {
        return List.of("gap: " + text(gap, "kind") + " in " + text(gap, "unit") + also(" for ", text(gap, "topic"))
                + also(", post ", text(gap, "post")));
    }

    /** Open cases that somebody loses. */
    static List<String> openCases(JsonNode cases) {
        return List.of("would go to others: " + cases.path("cases").asInt() + " open cases of " + text(cases, "post")
                + " in " + text(cases, "unit"));
    }

    /** A unit that is no longer there. */
    static List<String> unitToMove(JsonNode unit) {
        return List.of("is gone, another has to take its open cases: --move " + unit.asString() + "=UNIT");
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
