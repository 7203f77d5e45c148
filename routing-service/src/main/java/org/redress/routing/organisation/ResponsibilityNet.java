package org.redress.routing.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds who answers for a topic in a unit: the nearest unit upwards, in it the narrowest topic. */
public final class ResponsibilityNet {

    private record Mesh(String topic, String unit) {}

    private final Map<Mesh, Duty> meshes;

    /** Of its meshes, one for each pair of topic and unit. */
    public ResponsibilityNet(List<Duty> duties) {
        this.meshes = duties.stream()
                .collect(Collectors.toUnmodifiableMap(
                        duty -> new Mesh(duty.topic(), duty.unit()), Function.identity(), (first, second) -> first));
    }

    /** Its meshes, in no order. */
    public Collection<Duty> duties() {
        return meshes.values();
    }

    /** The posts that answer for anything, in order of their ids. */
    public List<String> owners() {
        return meshes.values().stream()
                .flatMap(duty -> duty.owners().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The posts that share a duty with others, in order of their ids. */
    List<String> sharing() {
        return meshes.values().stream()
                .filter(Duty::isShared)
                .flatMap(duty -> duty.owners().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * The duty for a topic in a unit.
     *
     * @param topics codes of the topic and those above it, the nearest first
     * @param units the unit and those above it, the nearest first
     */
    public Optional<Duty> find(List<String> topics, List<Unit> units) {
        return units.stream()
                .flatMap(unit -> Stream.concat(topics.stream(), Stream.of(Duty.EVERY_TOPIC))
                        .map(topic -> meshes.get(new Mesh(topic, unit.code()))))
                .filter(Objects::nonNull)
                .findFirst();
    }
}
