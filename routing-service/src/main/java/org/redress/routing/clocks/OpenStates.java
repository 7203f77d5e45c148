package org.redress.routing.clocks;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.routing.configuration.Names;
import org.redress.routing.procedure.Purpose;
import org.redress.routing.procedure.Step;
import org.redress.routing.procedure.Way;

/** Walks every way a case can take and tells the open states in which no clock would run. */
final class OpenStates {

    /** Acceptance by an officer, and by silence, after which the notice clock still runs. */
    private static final List<List<Leg>> ACCEPTED =
            List.of(List.of(new Leg(Step.ACCEPT, Beginning.ACCEPTANCE)), List.of(new Leg(null, Beginning.ACCEPTANCE)));

    private static final List<List<Leg>> HANDED_OVER = List.of(
            List.of(),
            List.of(new Leg(Step.TRANSFER, Beginning.TRANSFER)),
            List.of(new Leg(Step.ASSIGN, Beginning.TRANSFER, Beginning.ASSIGNMENT)),
            List.of(
                    new Leg(Step.TRANSFER, Beginning.TRANSFER),
                    new Leg(Step.OBJECT, Beginning.OBJECTION),
                    new Leg(Step.INSIST, Beginning.DISPUTE),
                    new Leg(Step.DECIDE_UNIT, Beginning.TRANSFER)));

    private static final List<Leg> ANSWERED = List.of(new Leg(Step.ANSWER, Beginning.ANSWER));

    private static final List<Leg> REVIEWED_TWICE = List.of(
            new Leg(Step.GIVE_OPINION, Beginning.OPINION),
            new Leg(Step.SERVE, Beginning.SERVICE),
            new Leg(null, Beginning.REVIEW),
            new Leg(Step.GIVE_OPINION, Beginning.OPINION),
            new Leg(Step.SERVE, Beginning.REVIEW_SERVICE),
            new Leg(null, Beginning.RE_REVIEW),
            new Leg(Step.GIVE_OPINION, Beginning.OPINION),
            new Leg(Step.SERVE, Beginning.RE_REVIEW_SERVICE));

    private OpenStates() {}

    /** A part of a way: a step, where one is taken, and what starts with it. */
    private record Leg(@Nullable Step step, List<Beginning> starts) {

        private Leg(@Nullable Step step, Beginning... starts) {
            this(step, List.of(starts));
        }
    }

    /** One sentence for each open state without a clock; empty when every open state has one. */
    static List<String> withoutClock(ClockRules rules) {
        return Stream.of(Purpose.values())
                .filter(purpose -> purpose != Purpose.THANKS)
                .flatMap(purpose -> Stream.of(Way.values())
                        .filter(way -> way == Way.ORDINARY || purpose == Purpose.APPEAL)
                        .flatMap(way -> ways(purpose, way).stream().flatMap(legs -> gaps(rules, purpose, way, legs))))
                .distinct()
                .toList();
    }

    private static List<List<Leg>> ways(Purpose purpose, Way way) {
        List<List<Leg>> prefixes = purpose == Purpose.REPORT ? List.of(List.of()) : HANDED_OVER;
        List<List<Leg>> endings = purpose == Purpose.APPEAL
                ? way == Way.ORDINARY ? List.of(REVIEWED_TWICE) : List.of(ANSWERED, REVIEWED_TWICE)
                : List.of(ANSWERED);
        List<List<Leg>> ways = new ArrayList<>();
        for (List<Leg> prefix : prefixes) {
            for (List<Leg> acceptance : ACCEPTED) {
                endings.forEach(ending -> ways.add(Stream.of(prefix, acceptance, ending)
                        .flatMap(List::stream)
                        .toList()));
            }
        }
        return ways;
    }

    private static Stream<String> gaps(ClockRules rules, Purpose purpose, Way way, List<Leg> legs) {
        List<String> gaps = new ArrayList<>();
        Set<ClockRule> running = new LinkedHashSet<>(begun(rules, purpose, way, Beginning.RECEIPT));
        complain(gaps, running, purpose, Beginning.RECEIPT);
        for (Leg leg : legs) {
            running.removeIf(rule -> leg.step() != null && rule.ends().contains(leg.step()));
            if (leg.starts().getFirst() == Beginning.REVIEW || leg.starts().getFirst() == Beginning.RE_REVIEW) {
                running.clear();
            }
            leg.starts().forEach(starts -> running.addAll(begun(rules, purpose, way, starts)));
            complain(gaps, running, purpose, leg.starts().getFirst());
        }
        return gaps.stream();
    }

    private static List<ClockRule> begun(ClockRules rules, Purpose purpose, Way way, Beginning beginning) {
        return rules.starting(beginning, Set.of(purpose), way).stream()
                .filter(rule -> !rule.window())
                .toList();
    }

    private static void complain(List<String> gaps, Set<ClockRule> running, Purpose purpose, Beginning after) {
        if (running.isEmpty()) {
            gaps.add("leave a case of purpose " + Names.of(purpose) + " without a clock after its " + Names.of(after));
        }
    }
}
