package org.redress.routing.organisation;

import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.redress.contracts.Json;
import org.redress.routing.classification.TopicNode;
import org.redress.routing.classification.TopicTree;
import org.redress.routing.clocks.ClockRules;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import tools.jackson.databind.node.ObjectNode;

/**
 * A rulebook as it is kept, parsed, from when its files took effect: cases are judged by it, whatever later releases ask
 * of files.
 *
 * @param digest digest of the files
 * @param format number of the form it is written in
 * @param json what it says
 */
@Document("parsed_rulebooks")
record StoredRulebook(@Id String digest, int format, String json) {

    /** Of format n to n + 1 in place n - 1; a change that is more than a new optional member adds one. */
    private static final List<UnaryOperator<ObjectNode>> UPGRADES = List.of();

    static final int FORMAT = UPGRADES.size() + 1;

    /** What is written of it. */
    private record Content(
            Organisation organisation,
            Collection<Duty> duties,
            List<TopicNode> topics,
            String otherwise,
            ClockRules clocks) {}

    static StoredRulebook of(String digest, Rulebook rulebook) {
        Content content = new Content(
                rulebook.organisation(),
                rulebook.net().duties(),
                rulebook.topics().roots(),
                rulebook.topics().otherwise(),
                rulebook.clocks());
        return new StoredRulebook(digest, FORMAT, Json.MAPPER.writeValueAsString(content));
    }

    /** False when a newer release wrote it in a form this one does not know. */
    boolean readable() {
        return format <= FORMAT;
    }

    Rulebook rulebook() {
        ObjectNode tree = (ObjectNode) Json.MAPPER.readTree(json);
        for (UnaryOperator<ObjectNode> upgrade : UPGRADES.subList(format - 1, UPGRADES.size())) {
            tree = upgrade.apply(tree);
        }
        Content content = Json.MAPPER.treeToValue(tree, Content.class);
        return new Rulebook(
                content.organisation(),
                new ResponsibilityNet(List.copyOf(content.duties())),
                new TopicTree(content.topics(), content.otherwise()),
                content.clocks());
    }
}
