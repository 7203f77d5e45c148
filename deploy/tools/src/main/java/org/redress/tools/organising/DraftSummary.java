package org.redress.tools.organising;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a draft would change, by kind: how many there are of each, and the first few of them. */
final class DraftSummary {

    private static final int FEW = 5;

    private final JsonNode draft;
    private final boolean all;
    private final List<String> lines = new ArrayList<>();
    private final ObjectNode counts = JsonMapper.shared().createObjectNode();

    private DraftSummary(JsonNode draft, boolean all) {
        this.draft = draft;
        this.all = all;
    }

    /** Of the draft that routing described; with all that it lists where that is wanted. */
    static DraftSummary of(JsonNode draft, boolean all) {
        DraftSummary summary = new DraftSummary(draft, all);
        summary.read();
        return summary;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** The draft as it was described, or its counts where not all of it is wanted. */
    JsonNode json() {
        if (all) {
            return draft;
        }
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.set("digest", draft.path("digest"));
        json.set("before", draft.path("before"));
        json.set("counts", counts);
        return json;
    }

    private void read() {
        draft.path("changes").properties().forEach(part -> changes(part.getKey(), part.getValue()));
        if (lines.isEmpty()) {
            lines.add("Nothing differs from version " + draft.path("before").asInt() + ".");
        }
        byKind("gaps", draft.path("gaps"), "kind").values().forEach(gaps -> few(gaps, Account::gap));
        JsonNode cases = draft.path("openCases");
        int open =
                cases.valueStream().mapToInt(each -> each.path("cases").asInt()).sum();
        if (open > 0) {
            lines.add("open cases that would go to others: " + open);
            counts.put("openCases", open);
            few(cases.valueStream().toList(), Account::openCases);
        }
        JsonNode gone = draft.path("unitsToMove");
        if (!gone.isEmpty()) {
            lines.add("units that are gone: " + gone.size());
            counts.put("unitsToMove", gone.size());
            few(gone.valueStream().toList(), Account::unitToMove);
        }
    }

    private void changes(String part, JsonNode changes) {
        byKind(part, changes, "change").values().forEach(some -> few(some, change -> Account.change(part, change)));
    }

    /** Says how many there are of each kind, and sorts them. */
    private Map<String, List<JsonNode>> byKind(String part, JsonNode listed, String name) {
        Map<String, List<JsonNode>> kinds = listed.valueStream()
                .collect(Collectors.groupingBy(
                        each -> each.path(name).asString(""), LinkedHashMap::new, Collectors.toList()));
        if (!kinds.isEmpty()) {
            lines.add(part + ": "
                    + kinds.entrySet().stream()
                            .map(kind -> kind.getValue().size() + " " + kind.getKey())
                            .collect(Collectors.joining(", ")));
            ObjectNode counted = counts.putObject(part);
            kinds.forEach((kind, some) -> counted.put(kind, some.size()));
        }
        return kinds;
    }

    private void few(List<JsonNode> some, Describing describing) {
        some.stream()
                .limit(all ? some.size() : FEW)
                .forEach(each ->
                        describing.lines(each).stream().map(line -> "  " + line).forEach(lines::add));
        if (!all && some.size() > FEW) {
            lines.add("  … and " + (some.size() - FEW) + " more; --all lists them");
        }
    }

    private interface Describing {
        List<String> lines(JsonNode one);
    }
}
