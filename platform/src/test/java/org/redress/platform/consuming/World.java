package org.redress.platform.consuming;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * One aggregate, two publishers, one consumer and everything that may happen between them, as an immutable state with
 * its possible next states. The rules that decide are given from outside: production's, or a broken one.
 */
record World(
        List<Fact> pending,
        List<Fact> archive,
        List<Fact> waiting,
        List<Fact> delivered,
        List<Publishing> publishers,
        List<Integer> truth,
        int epoch,
        int sequence,
        Stage stage,
        Position position,
        List<Integer> applied,
        boolean poisoned,
        Budget budget) {

    /** An event: what it adds, or for a snapshot all there is. */
    record Fact(int epoch, int sequence, List<Integer> values, boolean snapshot) {}

    /** What a publisher holds: events it read, how many it sent, and which of them were acknowledged. */
    record Publishing(List<Fact> read, int sent, List<Fact> acknowledged, List<Fact> archived) {
        static final Publishing IDLE = new Publishing(List.of(), 0, List.of(), List.of());
    }

    /** Where the consumer is with the record at its offset. */
    enum Stage {
        READY,
        DEAD_LETTERED,
        DONE
    }

    /** What may still go wrong, so that the walk ends. */
    record Budget(int appends, int crashes, int sendFailures, int resends, int restores) {}

    /** The rules under test. */
    record Rules(
            BiFunction<List<Fact>, Predicate<Fact>, List<Fact>> prefix,
            BiFunction<Position, Fact, Verdict> gate,
            boolean parks) {}

    static World start(int events, boolean poisoned, int restores) {
        return new World(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(Publishing.IDLE, Publishing.IDLE),
                List.of(),
                1,
                0,
                Stage.READY,
                Position.START,
                List.of(),
                poisoned,
                new Budget(events, 1, 1, 1, restores));
    }

    /** Every step that is possible here, by its name. */
    Map<String, World> next(Rules rules) {
        Map<String, World> next = new LinkedHashMap<>();
        if (budget.appends > 0) {
            next.put("append", append());
        }
        if (budget.restores > 0 && !truth.isEmpty()) {
            next.put("restore from backup", restore());
        }
        for (int p = 0; p < publishers.size(); p++) {
            publish(p, rules, next);
        }
        consume(rules, next);
        if (budget.resends > 0 && resendHelps()) {
            next.put("resend", resend());
        }
        if (poisoned && position.parked()) {
            next.put("fix the cause", with().poisoned(false).world());
        }
        return next;
    }

    private World append() {
        int value = truth.size() + 1;
        Fact fact = new Fact(epoch, sequence + 1, List.of(value), false);
        return with().pending(plus(pending, fact))
                .truth(plus(truth, value))
                .sequence(sequence + 1)
                .budget(new Budget(
                        budget.appends - 1, budget.crashes, budget.sendFailures, budget.resends, budget.restores))
                .world();
    }

    /** The last change is gone; a snapshot of a new epoch says what is true now. */
    private World restore() {
        List<Integer> left = truth.subList(0, truth.size() - 1);
        Fact snapshot = new Fact(epoch + 1, 1, List.copyOf(left), true);
        return with().pending(List.of(snapshot))
                .truth(List.copyOf(left))
                .epoch(epoch + 1)
                .sequence(1)
                .budget(new Budget(
                        budget.appends, budget.crashes, budget.sendFailures, budget.resends, budget.restores - 1))
                .world();
    }

    private void publish(int p, Rules rules, Map<String, World> next) {
        Publishing at = publishers.get(p);
        String name = "publisher " + p + " ";
        if (at.read.isEmpty()) {
            if (!pending.isEmpty()) {
                next.put(
                        name + "reads",
                        with().publisher(p, new Publishing(pending, 0, List.of(), List.of()))
                                .world());
            }
            return;
        }
        if (budget.crashes > 0) {
            next.put(
                    name + "crashes",
                    with().publisher(p, Publishing.IDLE).crash().world());
        }
        if (at.sent < at.read.size()) {
            send(p, at, name, next);
        } else if (at.archived.isEmpty()) {
            List<Fact> clear = rules.prefix.apply(at.read, at.acknowledged::contains);
            if (clear.isEmpty()) {
                next.put(name + "gives up", with().publisher(p, Publishing.IDLE).world());
            } else {
                next.put(
                        name + "archives",
                        with().archive(union(archive, clear))
                                .publisher(p, new Publishing(at.read, at.sent, at.acknowledged, clear))
                                .world());
            }
        } else {
            Fact last = at.archived.getLast();
            next.put(
                    name + "clears",
                    with().pending(pending.stream().filter(f -> later(f, last)).toList())
                            .publisher(p, Publishing.IDLE)
                            .world());
        }
    }

    private void send(int p, Publishing at, String name, Map<String, World> next) {
        Fact fact = at.read.get(at.sent);
        Publishing acknowledged = new Publishing(at.read, at.sent + 1, plus(at.acknowledged, fact), List.of());
        Publishing unknown = new Publishing(at.read, at.sent + 1, at.acknowledged, List.of());
        next.put(
                name + "sends " + fact.sequence,
                with().arrived(List.of(fact)).publisher(p, acknowledged).world());
        if (budget.sendFailures > 0) {
            next.put(
                    name + "times out, delivered " + fact.sequence,
                    with().arrived(List.of(fact))
                            .publisher(p, unknown)
                            .sendFailure()
                            .world());
            next.put(
                    name + "times out, lost " + fact.sequence,
                    with().publisher(p, unknown).sendFailure().world());
        }
    }

    private void consume(Rules rules, Map<String, World> next) {
        if (waiting.isEmpty()) {
            return;
        }
        if (budget.crashes > 0 && stage != Stage.READY) {
            next.put(
                    "consumer crashes before its offset",
                    with().stage(Stage.READY).crash().world());
        }
        Fact fact = waiting.getFirst();
        switch (stage) {
            case DONE ->
                next.put(
                        "consumer commits",
                        with().stage(Stage.READY)
                                .waiting(waiting.subList(1, waiting.size()))
                                .world());
            case DEAD_LETTERED -> next.put("consumer parks", parked(rules, fact));
            case READY -> next.put("consumer takes " + fact.sequence, take(rules, fact));
        }
    }

    private World take(Rules rules, Fact fact) {
        return switch (rules.gate.apply(position, fact)) {
            case Verdict.Duplicate() -> with().stage(Stage.DONE).world();
            case Verdict.Gap() -> with().stage(Stage.DONE).world();
            case Verdict.Parked() -> with().stage(Stage.DONE).world();
            case Verdict.Apply(Position after, boolean snapshot) -> {
                if (poisoned && fact.sequence == 2 && !fact.snapshot) {
                    yield with().stage(Stage.DEAD_LETTERED).world();
                }
                List<Integer> now = snapshot ? fact.values : plusAll(applied, fact.values);
                yield with().stage(Stage.DONE).position(after).applied(now).world();
            }
        };
    }

    private World parked(Rules rules, Fact fact) {
        Position after = rules.parks ? position.park() : new Position(fact.epoch, fact.sequence, false);
        return with().stage(Stage.DONE).position(after).world();
    }

    /** Asked for when parked and mended, or when records after a missing one were seen. */
    private boolean resendHelps() {
        return stage == Stage.READY && (position.parked() ? !poisoned : waiting.isEmpty() && behind());
    }

    private boolean behind() {
        return archive.stream()
                .anyMatch(fact -> fact.epoch > position.epoch()
                        || (fact.epoch == position.epoch() && fact.sequence > position.last()));
    }

    World resend() {
        int newest = archive.stream().mapToInt(Fact::epoch).max().orElse(1);
        long from = newest > position.epoch() ? 1 : position.last() + 1;
        List<Fact> again = archive.stream()
                .filter(f -> f.epoch == newest && f.sequence >= from)
                .sorted(Comparator.comparingInt(Fact::sequence))
                .toList();
        return with().position(position.release())
                .arrived(again)
                .budget(new Budget(
                        budget.appends, budget.crashes, budget.sendFailures, budget.resends - 1, budget.restores))
                .world();
    }

    /** Nothing more goes wrong: publisher, consumer and resends run until nothing moves. */
    World settle(Rules rules) {
        World world = with().poisoned(false).budget(new Budget(0, 0, 0, 3, 0)).world();
        for (int step = 0; step < 500; step++) {
            Map<String, World> next = world.next(rules);
            if (next.isEmpty()) {
                return world;
            }
            world = next.values().iterator().next();
        }
        throw new IllegalStateException("does not come to rest");
    }

    /** What must hold in every state; the text says what does not. */
    String fault() {
        List<Fact> cleared =
                archive.stream().filter(fact -> !pending.contains(fact)).toList();
        if (!delivered.containsAll(cleared)) {
            return "cleared what the broker does not have";
        }
        for (int i = 0; i < applied.size(); i++) {
            if (applied.get(i) != i + 1) {
                return "not once and in order: " + applied;
            }
        }
        return "";
    }

    private static boolean later(Fact fact, Fact than) {
        return fact.epoch > than.epoch || (fact.epoch == than.epoch && fact.sequence > than.sequence);
    }

    private static <T> List<T> plus(List<T> list, T item) {
        return plusAll(list, List.of(item));
    }

    private static <T> List<T> plusAll(List<T> list, List<T> items) {
        List<T> all = new ArrayList<>(list);
        all.addAll(items);
        return List.copyOf(all);
    }

    private static List<Fact> union(List<Fact> archive, List<Fact> added) {
        return plusAll(
                archive, added.stream().filter(fact -> !archive.contains(fact)).toList());
    }

    private Change with() {
        return new Change(this);
    }

    /** A copy in the making. */
    private static final class Change {
        private final World from;
        private List<Fact> pending;
        private List<Fact> archive;
        private List<Fact> waiting;
        private List<Fact> delivered;
        private List<Publishing> publishers;
        private List<Integer> truth;
        private int epoch;
        private int sequence;
        private Stage stage;
        private Position position;
        private List<Integer> applied;
        private boolean poisoned;
        private Budget budget;

        Change(World from) {
            this.from = from;
            this.pending = from.pending;
            this.archive = from.archive;
            this.waiting = from.waiting;
            this.delivered = from.delivered;
            this.publishers = from.publishers;
            this.truth = from.truth;
            this.epoch = from.epoch;
            this.sequence = from.sequence;
            this.stage = from.stage;
            this.position = from.position;
            this.applied = from.applied;
            this.poisoned = from.poisoned;
            this.budget = from.budget;
        }

        Change pending(List<Fact> value) {
            pending = value;
            return this;
        }

        Change archive(List<Fact> value) {
            archive = value;
            return this;
        }

        Change waiting(List<Fact> value) {
            waiting = List.copyOf(value);
            return this;
        }

        /** The broker has them: they wait for the consumer, and it is remembered that they came. */
        Change arrived(List<Fact> facts) {
            waiting = plusAll(waiting, facts);
            delivered = union(delivered, facts).stream()
                    .sorted(Comparator.comparingInt(Fact::epoch).thenComparingInt(Fact::sequence))
                    .toList();
            return this;
        }

        Change publisher(int index, Publishing value) {
            publishers = canonical(value, publishers.get(1 - index));
            return this;
        }

        /** The two publishers are alike: which of them does a thing makes no difference. */
        private static List<Publishing> canonical(Publishing one, Publishing other) {
            return one.hashCode() <= other.hashCode() ? List.of(one, other) : List.of(other, one);
        }

        Change truth(List<Integer> value) {
            truth = value;
            return this;
        }

        Change epoch(int value) {
            epoch = value;
            return this;
        }

        Change sequence(int value) {
            sequence = value;
            return this;
        }

        Change stage(Stage value) {
            stage = value;
            return this;
        }

        Change position(Position value) {
            position = value;
            return this;
        }

        Change applied(List<Integer> value) {
            applied = value;
            return this;
        }

        Change poisoned(boolean value) {
            poisoned = value;
            return this;
        }

        Change budget(Budget value) {
            budget = value;
            return this;
        }

        Change crash() {
            Budget b = from.budget;
            return budget(new Budget(b.appends, b.crashes - 1, b.sendFailures, b.resends, b.restores));
        }

        Change sendFailure() {
            Budget b = from.budget;
            return budget(new Budget(b.appends, b.crashes, b.sendFailures - 1, b.resends, b.restores));
        }

        World world() {
            return new World(
                    pending,
                    archive,
                    waiting,
                    delivered,
                    publishers,
                    truth,
                    epoch,
                    sequence,
                    stage,
                    position,
                    applied,
                    poisoned,
                    budget);
        }
    }
}
