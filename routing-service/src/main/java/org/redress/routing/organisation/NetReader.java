package org.redress.routing.organisation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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
        entry.only("topic", "unit", "owner", "owners");
        Duty duty = new Duty(entry.text("topic"), entry.text("unit"), owners(entry));
        if (!duty.topic().equals(Duty.EVERY_TOPIC)
                && topics.find(duty.topic()).isEmpty()
                && !duty.topic().isEmpty()) {
            entry.complain("topic", "is no topic: " + duty.topic());
        }
        if (organisation.unit(duty.unit()).isEmpty() && !duty.unit().isEmpty()) {
            entry.complain("unit", "is no unit: " + duty.unit());
        }
        return duty;
    }

    /** One owner, or equals; all of one unit, so that the line above a case does not hang on who has the fewest. */
    private List<String> owners(Entry entry) {
        String key = entry.has("owners") ? "owners" : "owner";
        if (entry.has("owner") && entry.has("owners")) {
            entry.complain("owners", "stands beside owner: one of the two says who answers");
        }
        List<String> owners = entry.has("owners") ? entry.texts("owners") : List.of(entry.text("owner"));
        if (owners.isEmpty()) {
            entry.complain("owners", "names no post");
        }
        owners.forEach(post -> complainOfOwner(entry, key, post));
        if (Set.copyOf(owners).size() < owners.size()) {
            entry.complain("owners", "names a post twice");
        }
        List<String> units = owners.stream()
                .flatMap(post -> Stream.ofNullable(organisation.posts().get(post)))
                .map(Post::unit)
                .distinct()
                .toList();
        if (units.size() > 1) {
            entry.complain("owners", "work in several units, under several heads: " + String.join(", ", units));
        }
        return owners;
    }

    private void complainOfOwner(Entry entry, String key, String post) {
        if (!organisation.posts().containsKey(post) && !post.isEmpty()) {
            entry.complain(key, "is no post: " + post);
        }
        if (organisation.discipline().line().contains(post)) {
            entry.complain(key, "is a post of the discipline desk, which answers for no topic: " + post);
        }
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
