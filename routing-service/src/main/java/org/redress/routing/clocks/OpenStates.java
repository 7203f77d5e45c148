package org.redress.routing.clocks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.routing.configuration.Names;

/** Walks every way a case can take and tells the open states in which no clock would run. */
final class OpenStates {

    private OpenStates() {}

    /** An open state with the kinds that run in it; {@code at} is the beginning reached last. */
    private record Standing(Beginning at, Set<String> running) {}

    /** One sentence for each open state without a clock; empty when every open state has one. */
    static List<String> withoutClock(ClockRules rules) {
        return Stream.of(Purpose.values())
                .flatMap(purpose -> walk(rules, purpose).stream()
                        .filter(standing -> standing.running().isEmpty())
                        .map(standing -> "leave a case of purpose " + Names.of(purpose) + " without a clock after its "
                                + Names.of(standing.at())))
                .distinct()
                .toList();
    }

    private static Set<Standing> walk(ClockRules rules, Purpose purpose) {
        Set<Standing> seen = new LinkedHashSet<>();
        Deque<Standing> open = new ArrayDeque<>();
        open.add(begin(rules, purpose, Beginning.RECEIPT, Set.of()));
        while (!open.isEmpty()) {
            Standing standing = open.remove();
            if (seen.add(standing)) {
                open.addAll(next(rules, purpose, standing));
            }
        }
        return seen;
    }

    private static List<Standing> next(ClockRules rules, Purpose purpose, Standing standing) {
        Set<String> running = standing.running();
        return switch (standing.at()) {
            case RECEIPT ->
                List.of(
                        begin(rules, purpose, Beginning.ACCEPTANCE, without(rules, running, Step.ACCEPT)),
                        begin(rules, purpose, Beginning.ACCEPTANCE, running));
            case ACCEPTANCE ->
                List.of(begin(rules, purpose, Beginning.ANSWER, without(rules, running, Step.ACCEPT, Step.ANSWER)));
            case ANSWER -> List.of();
        };
    }

    private static Standing begin(ClockRules rules, Purpose purpose, Beginning at, Set<String> running) {
        Set<String> all = new LinkedHashSet<>(running);
        rules.starting(at, purpose).forEach(rule -> all.add(rule.kind()));
        return new Standing(at, all);
    }

    private static Set<String> without(ClockRules rules, Set<String> running, Step... done) {
        Set<Step> steps = Set.of(done);
        return running.stream()
                .filter(kind -> rules.rule(kind).orElseThrow().ends().stream().noneMatch(steps::contains))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
