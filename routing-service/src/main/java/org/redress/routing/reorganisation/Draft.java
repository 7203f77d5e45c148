package org.redress.routing.reorganisation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.routing.cases.OpenCases;
import org.redress.routing.classification.TopicNode;
import org.redress.routing.organisation.Absence;
import org.redress.routing.organisation.Duty;
import org.redress.routing.organisation.Gap;
import org.redress.routing.organisation.Organisation;
import org.redress.routing.organisation.Rulebook;

/**
 * A valid organisation that might take effect, and what would become of things then.
 *
 * @param digest digest of its files
 * @param before number of the version it is held against, the one in effect
 * @param differences what would be added, removed and changed, by the part of the configuration
 * @param gaps where it would leave petitions waiting
 * @param strangers open cases whose unit or owner it does not have, those that are kept from somebody left out
 * @param gone codes of units that it does not have; somebody has to say whose their cases are then
 */
public record Draft(
        String digest,
        int before,
        Map<String, List<Difference>> differences,
        List<Gap> gaps,
        List<OpenCases.Share> strangers,
        List<String> gone) {

    /** What is not in a list of the configuration. */
    private record General(String name, String defaultTopic) {}

    /** Keeps its own copies. */
    public Draft {
        gaps = List.copyOf(gaps);
        strangers = List.copyOf(strangers);
        gone = List.copyOf(gone);
    }

    /** All differences between two rulebooks, in the order the configuration is read. */
    static Map<String, List<Difference>> differences(Rulebook before, Rulebook after) {
        Map<String, List<Difference>> parts = new LinkedHashMap<>();
        compare(parts, "organisation", before, after, Draft::general);
        compare(
                parts,
                "units",
                before,
                after,
                rulebook -> rulebook.organisation().units());
        compare(
                parts,
                "posts",
                before,
                after,
                rulebook -> rulebook.organisation().posts());
        compare(parts, "absences", before, after, rulebook -> absences(rulebook.organisation()));
        compare(
                parts,
                "duties",
                before,
                after,
                rulebook -> duties(rulebook.net().duties()));
        compare(
                parts,
                "topics",
                before,
                after,
                rulebook -> topics(rulebook.topics().nodes()));
        compare(parts, "clocks", before, after, Draft::clocks);
        return parts;
    }

    private static void compare(
            Map<String, List<Difference>> parts,
            String name,
            Rulebook before,
            Rulebook after,
            Function<Rulebook, Map<String, ? extends Record>> part) {
        parts.put(name, Difference.between(part.apply(before), part.apply(after)));
    }

    private static Map<String, Record> general(Rulebook rulebook) {
        Organisation organisation = rulebook.organisation();
        return Map.of(
                organisation.id(),
                new General(organisation.name(), rulebook.topics().otherwise()),
                "discipline",
                organisation.discipline());
    }

    private static Map<String, Absence> absences(Organisation organisation) {
        return byId(organisation.absences(), absence -> absence.post() + " from " + absence.from());
    }

    private static Map<String, Duty> duties(Collection<Duty> duties) {
        return byId(duties, duty -> duty.topic() + " in " + duty.unit());
    }

    /** What is below a topic is compared for itself. */
    private static Map<String, TopicNode> topics(Collection<TopicNode> nodes) {
        return byId(
                nodes.stream()
                        .map(node -> new TopicNode(
                                node.code(), node.name(), node.english(), node.parent(), node.terms(), List.of()))
                        .toList(),
                TopicNode::code);
    }

    private static Map<String, Record> clocks(Rulebook rulebook) {
        Map<String, Record> clocks = new LinkedHashMap<>();
        rulebook.clocks().rules().forEach(rule -> clocks.put(rule.kind(), rule));
        clocks.put("ladder", rulebook.clocks().ladder());
        return clocks;
    }

    private static <T> Map<String, T> byId(Collection<T> all, Function<T, String> id) {
        return all.stream().collect(Collectors.toMap(id, Function.identity(), (first, again) -> first));
    }
}
