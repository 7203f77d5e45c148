package org.redress.routing.organisation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.redress.routing.classification.TopicNode;
import org.redress.routing.classification.TopicTree;
import org.redress.routing.configuration.Entry;
import org.redress.routing.configuration.Problems;

/** Reads {@code responsibility.yaml}, or the table in its place, and tells where the net has a hole or names what does not exist. */
final class NetReader {

    private final Organisation organisation;
    private final TopicTree topics;
    private final Problems problems;

    NetReader(Organisation organisation, TopicTree topics, Problems problems) {
        this.organisation = organisation;
        this.topics = topics;
        this.problems = problems;
    }

    /**
     * Reads it.
     *
     * @param top the file as a whole, for what its rows lack together
     * @param rows its rows
     */
    ResponsibilityNet read(Entry top, List<Entry> rows) {
        List<Duty> duties = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Entry entry : rows) {
            Duty duty = duty(entry);
            if (!seen.add(duty.topic() + " in " + duty.unit())) {
                entry.complain("is a second owner for " + duty.topic() + " in " + duty.unit());
            }
            duties.add(duty);
        }
        ResponsibilityNet net = new ResponsibilityNet(duties);
        if (problems.none()) {
            organisation.units().values().forEach(unit -> complainOfHoles(top, net, unit));
        }
        return net;
    }

    private Duty duty(Entry entry) {
        entry.only("topic", "unit", "owner");
        Duty duty = new Duty(entry.text("topic"), entry.text("unit"), entry.text("owner"));
        if (!duty.topic().equals(Duty.EVERY_TOPIC)
                && topics.find(duty.topic()).isEmpty()
                && !duty.topic().isEmpty()) {
            entry.complain("topic", "is no topic: " + duty.topic());
        }
        if (organisation.unit(duty.unit()).isEmpty() && !duty.unit().isEmpty()) {
            entry.complain("unit", "is no unit: " + duty.unit());
        }
        if (!organisation.posts().containsKey(duty.owner()) && !duty.owner().isEmpty()) {
            entry.complain("owner", "is no post: " + duty.owner());
        }
        if (organisation.discipline().line().contains(duty.owner())) {
            entry.complain("owner", "is a post of the discipline desk, which answers for no topic: " + duty.owner());
        }
        return duty;
    }

    private void complainOfHoles(Entry top, ResponsibilityNet net, Unit unit) {
        for (TopicNode topic : topics.roots()) {
            if (!topic.code().equals(topics.otherwise())
                    && net.find(List.of(topic.code()), organisation.upwards(unit))
                            .isEmpty()) {
                top.complain("net", "leaves the unit " + unit.code() + " without an owner for " + topic.code());
            }
        }
    }
}
