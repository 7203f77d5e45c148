package org.redress.platform.consuming;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One aggregate, its producer's database, two publishers, the topic, one consumer and who asks for resends: all that
 * may happen next from here. The rules that decide are given from outside.
 */
final class World implements Cloneable {

    /** What may still be done, and may still go wrong, so that the walk ends. */
    record Budget(int appends, int crashes, int timeouts, int resends, int restores) {}

    /** What a publisher holds: events it read, how many of them it sent, which were acknowledged, which it archived. */
    record Publishing(int read, int sent, int acknowledged, int archived) {
        static final Publishing IDLE = new Publishing(0, 0, 0, 0);

        long code() {
            return ((long) read << 48) | ((long) acknowledged << 32) | ((long) archived << 16) | sent;
        }
    }

    /** The batch a consumer took: sizes of the pieces it still has to do, and the steps left of the first piece. */
    record Batch(int size, List<Integer> pieces, List<Step<Fact>> steps) {
        int begin() {
            return size - pieces.stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** A resend under way: after which position, and what was pending. */
    record Asking(Position at, int pending) {}

    private final Rules rules;

    private int epoch = 1;
    private int sequence;
    private int pending;
    private int archive;
    private Publishing one = Publishing.IDLE;
    private Publishing two = Publishing.IDLE;

    private int delivered;
    private String topic = "";

    private @Nullable Batch batch;
    private Position position = Position.START;
    private String applied = "";
    private int letters;
    private @Nullable Fact noted;
    private @Nullable Fact gap;
    private @Nullable Asking asking;
    private boolean redriven;

    private @Nullable Fact poison;
    private int left;
    private int crashes;
    private int timeouts;
    private int resends;
    private int restores;
    private String fault = "";

    World(Rules rules, Budget budget, @Nullable Fact poison) {
        this.rules = rules;
        this.poison = poison;
        this.left = budget.appends;
        this.crashes = budget.crashes;
        this.timeouts = budget.timeouts;
        this.resends = budget.resends;
        this.restores = budget.restores;
    }

    /** Every step that is possible here, by its name. */
    void next(BiConsumer<String, World> steps) {
        if (batch != null && (isLocal(batch) || isAlone())) {
            consume(steps);
            return;
        }
        if (left > 0) {
            steps.accept("append", change(World::append));
        }
        if (restores > 0 && sequence > 0) {
            steps.accept("restore from backup", change(World::restore));
        }
        publish(one, (to, at) -> to.one = at, steps);
        if (!two.equals(one)) {
            publish(two, (to, at) -> to.two = at, steps);
        }
        consume(steps);
        resend(steps);
        if (poison != null && position.parked()) {
            steps.accept("mend the cause", change(it -> it.poison = null));
        }
    }

    /** Commutes with whatever the others do: what comes of it does not depend on when it is done. */
    private static boolean isLocal(Batch at) {
        return at.pieces.isEmpty()
                || !(at.steps.getFirst() instanceof Step.Apply || at.steps.getFirst() instanceof Step.Mark);
    }

    /** Nobody else reads or moves the position, so that it does not matter when the consumer does. */
    private boolean isAlone() {
        boolean askable = resends > 0 && (position.parked() || gapOpen());
        boolean mendable = poison != null && position.parked();
        return asking == null && !askable && !mendable;
    }

    private void append() {
        left--;
        sequence++;
        pending |= Fact.of(epoch, sequence).bit();
    }

    /** The last change is gone, and what was published of it; what is left is told again in a new epoch. */
    private void restore() {
        restores--;
        archive &= Fact.of(epoch, sequence).bit() - 1;
        epoch++;
        sequence--;
        pending = 0;
        for (int n = 1; n <= sequence; n++) {
            pending |= Fact.of(epoch, n).bit();
        }
    }

    private void publish(Publishing at, BiConsumer<World, Publishing> set, BiConsumer<String, World> steps) {
        if (at.read == 0) {
            if (pending != 0) {
                steps.accept(
                        "publisher reads " + Fact.in(pending),
                        change(it -> set.accept(it, new Publishing(pending, 0, 0, 0))));
            }
            return;
        }
        if (crashes > 0 && at.sent > 0) {
            steps.accept("publisher crashes", change(it -> {
                it.crashes--;
                set.accept(it, Publishing.IDLE);
            }));
        }
        if (at.sent < Integer.bitCount(at.read)) {
            send(at, set, steps);
        } else if (at.archived == 0) {
            archive(at, set, steps);
        } else {
            steps.accept("publisher clears " + Fact.in(at.archived), change(it -> {
                it.clear(at.archived);
                set.accept(it, Publishing.IDLE);
            }));
        }
    }

    private void send(Publishing at, BiConsumer<World, Publishing> set, BiConsumer<String, World> steps) {
        Fact fact = Fact.in(at.read).get(at.sent);
        Publishing known = new Publishing(at.read, at.sent + 1, at.acknowledged | fact.bit(), 0);
        Publishing unknown = new Publishing(at.read, at.sent + 1, at.acknowledged, 0);
        steps.accept("publisher sends " + fact, change(it -> {
            it.arrive(fact);
            set.accept(it, known);
        }));
        if (timeouts > 0) {
            steps.accept("sending " + fact + " times out, delivered", change(it -> {
                it.timeouts--;
                it.arrive(fact);
                set.accept(it, unknown);
            }));
            steps.accept("sending " + fact + " times out, lost", change(it -> {
                it.timeouts--;
                set.accept(it, unknown);
            }));
        }
    }

    private void archive(Publishing at, BiConsumer<World, Publishing> set, BiConsumer<String, World> steps) {
        int clear = Fact.set(rules.prefix().apply(Fact.in(at.read), fact -> (at.acknowledged & fact.bit()) != 0));
        if (clear == 0) {
            steps.accept("publisher gives up", change(it -> set.accept(it, Publishing.IDLE)));
        } else {
            steps.accept("publisher archives " + Fact.in(clear), change(it -> {
                it.archive |= clear;
                set.accept(it, new Publishing(at.read, at.sent, at.acknowledged, clear));
            }));
        }
    }

    private void clear(int archived) {
        if ((pending & archived & ~delivered) != 0) {
            fault = "cleared what the broker does not have";
        }
        pending &= ~archived;
    }

    private void arrive(Fact fact) {
        topic += fact.code();
        delivered |= fact.bit();
    }

    private void consume(BiConsumer<String, World> steps) {
        if (batch == null) {
            for (int size = 1; size <= topic.length(); size = size < topic.length() ? topic.length() : size + 1) {
                int taken = size;
                steps.accept("consumer takes " + facts(0, size), change(it -> it.take(taken)));
            }
            return;
        }
        if (crashes > 0) {
            steps.accept("consumer crashes", change(it -> {
                it.crashes--;
                it.batch = null;
            }));
        }
        if (batch.pieces.isEmpty()) {
            steps.accept("consumer commits its offset", change(World::commit));
        } else {
            steps.accept("consumer: " + text(batch.steps.getFirst()), change(World::perform));
        }
    }

    private List<Fact> facts(int begin, int end) {
        List<Fact> facts = new ArrayList<>();
        for (int i = begin; i < end; i++) {
            facts.add(Fact.of(topic.charAt(i)));
        }
        return facts;
    }

    private void take(int size) {
        batch = new Batch(size, List.of(size), List.of());
        judge();
    }

    /** Finds the steps of the first piece, and passes over those that need none. */
    private void judge() {
        Batch at = Objects.requireNonNull(batch);
        List<Integer> pieces = at.pieces;
        List<Step<Fact>> steps = List.of();
        int begin = at.begin();
        while (!pieces.isEmpty() && steps.isEmpty()) {
            steps = Steps.of(facts(begin, begin + pieces.getFirst()), Map.of(Fact.AGGREGATE, position), rules.judge());
            if (steps.isEmpty()) {
                begin += pieces.getFirst();
                pieces = pieces.subList(1, pieces.size());
            }
        }
        batch = new Batch(at.size, pieces, steps);
    }

    private void perform() {
        Batch at = Objects.requireNonNull(batch);
        Step<Fact> step = at.steps.getFirst();
        List<Step<Fact>> rest = at.steps.subList(1, at.steps.size());
        switch (step) {
            case Step.Apply<Fact>(List<Step.Next<Fact>> events) -> {
                apply(at, events, rest);
                return;
            }
            case Step.Mark<Fact>(Fact fact, Position before, Position after) -> {
                if (!position.equals(before)) {
                    batch = null; // the container brings the same batch
                    return;
                }
                position = after;
            }
            case Step.KeepLetter<Fact>(Fact fact, boolean bad) -> {
                letters |= fact.bit();
                redriven = false;
            }
            case Step.NoteCause<Fact>(Fact fact) -> noted = later(noted, fact);
            case Step.NoteFollower<Fact>(Fact fact) -> noted = later(noted, fact);
            case Step.NoteGap<Fact>(Fact fact) -> gap = later(gap, fact);
            case Step.Damage<Fact> damage -> fault = "two events at one place";
            case Step.Rest<Fact> behind -> {}
        }
        proceed(at, rest);
    }

    private void proceed(Batch at, List<Step<Fact>> rest) {
        if (rest.isEmpty()) {
            batch = new Batch(at.size, at.pieces.subList(1, at.pieces.size()), rest);
            judge();
        } else {
            batch = new Batch(at.size, at.pieces, rest);
        }
    }

    /** One event at a time: a handler may break off in the middle of a batch. */
    private void apply(Batch at, List<Step.Next<Fact>> events, List<Step<Fact>> rest) {
        Step.Next<Fact> next = events.getFirst();
        if (!position.equals(next.before())) {
            judge();
        } else if (next.record().equals(poison)) {
            fail(at, next.record());
        } else {
            applied = next.snapshot()
                    ? "" + next.record().code()
                    : applied + next.record().code();
            position = next.after();
            letters &= ~(next.record().bit() * 2 - 1);
            List<Step<Fact>> left = new ArrayList<>();
            if (events.size() > 1) {
                left.add(new Step.Apply<>(events.subList(1, events.size())));
            }
            left.addAll(rest);
            proceed(at, left);
        }
    }

    private void fail(Batch at, Fact bad) {
        int size = at.pieces.getFirst();
        List<Integer> pieces = new ArrayList<>(at.pieces.subList(1, at.pieces.size()));
        if (size == 1) {
            batch = new Batch(at.size, at.pieces, rules.bad().apply(bad, position));
        } else {
            pieces.add(0, size - size / 2);
            pieces.add(0, size / 2);
            batch = new Batch(at.size, pieces, List.of());
            judge();
        }
    }

    private void commit() {
        int size = Objects.requireNonNull(batch).size;
        for (Fact fact : facts(0, size)) {
            boolean kept = (letters & fact.bit()) != 0 || (gap != null && gap.code() >= fact.code());
            if (!kept && !position.covers(fact.epoch(), fact.sequence())) {
                fault = "passed over " + fact + " without a trace";
            }
        }
        topic = topic.substring(size);
        batch = null;
    }

    private void resend(BiConsumer<String, World> steps) {
        if (asking != null) {
            steps.accept("resend sends " + Fact.in(lacking()), change(it -> it.send(it.lacking())));
            if (crashes > 0) {
                steps.accept("resend breaks off", change(it -> {
                    it.crashes--;
                    it.send(Integer.lowestOneBit(it.lacking()));
                    it.redriven = false;
                }));
            }
        } else if (resends > 0 && position.parked()) {
            steps.accept("redrive after " + at(position), change(World::ask));
        } else if (resends > 0 && (gapOpen() || (listed() && batch == null))) {
            steps.accept("gap asks after " + at(position), change(World::ask));
        }
    }

    private static Fact later(@Nullable Fact one, Fact other) {
        return one == null || one.code() < other.code() ? other : one;
    }

    private boolean listed() {
        return noted != null && !position.covers(noted.epoch(), noted.sequence());
    }

    private boolean gapOpen() {
        return gap != null && !position.covers(gap.epoch(), gap.sequence());
    }

    /** Released, then what is pending is read: what it becomes from now on is in the archive. */
    private void ask() {
        resends--;
        redriven = true;
        position = position.release();
        asking = new Asking(position, rules.pendingToo() ? pending : 0);
    }

    private int lacking() {
        Asking ask = Objects.requireNonNull(asking);
        int all = ask.pending | archive;
        if (all == 0) {
            return 0;
        }
        int newest = Fact.in(all).getLast().epoch();
        long from = rules.from().in(ask.at, newest);
        return Fact.set(Fact.in(all).stream()
                .filter(fact -> fact.epoch() == newest && fact.sequence() >= from)
                .toList());
    }

    private void send(int facts) {
        asking = null;
        Fact.in(facts).forEach(this::arrive);
    }

    /** What does not hold here; empty when all is well. */
    String fault() {
        if (!fault.isEmpty()) {
            return fault;
        }
        if ((archive & ~delivered) != 0) {
            return "archived what the broker does not have";
        }
        if (!applied.equals(expected())) {
            return "not once and in order: applied " + applied() + " at " + at(position);
        }
        if (position.parked() && (letters & bad()) == 0) {
            return "parked without evidence at " + at(position);
        }
        return isQuiet() ? faultAtRest() : "";
    }

    private String expected() {
        StringBuilder all = new StringBuilder();
        for (long n = 1; n <= position.last(); n++) {
            all.append(Fact.of(position.epoch(), n).code());
        }
        return all.toString();
    }

    private int bad() {
        int next = Fact.of(position.epoch(), position.last() + 1).bit();
        return position.epoch() == 1 ? next | Fact.of(2, 1).bit() : next;
    }

    private boolean isQuiet() {
        return pending == 0 && one.read == 0 && two.read == 0 && batch == null && asking == null && topic.isEmpty();
    }

    /** When nothing moves any more: all is in, or one resend brings it in. */
    private String faultAtRest() {
        if (sequence == 0) {
            return ""; // gone altogether: its consumers wait until it is made anew, in the new epoch
        }
        World rest = change(it -> {
            it.poison = null;
            it.resends = 1;
            it.crashes = 0;
            it.timeouts = 0;
            it.left = 0;
            it.restores = 0;
        });
        if (position.parked() && !listed()) {
            return "parked and not in the list";
        }
        if (redriven && listed() && !position.parked()) {
            return "one resend brings in up to " + at(position) + " only";
        }
        boolean wanting = listed() || gapOpen();
        String asked = wanting ? "one resend" : "itself";
        if (wanting) {
            rest.ask();
            rest.send(rest.lacking());
        }
        while (!rest.topic.isEmpty()) {
            if (rest.batch == null) {
                rest.take(rest.topic.length());
            } else if (rest.batch.pieces.isEmpty()) {
                rest.commit();
            } else {
                rest.perform();
            }
        }
        boolean there = rest.position.equals(new Position(epoch, sequence, false));
        return there ? "" : "comes by " + asked + " to " + at(rest.position) + " instead of " + epoch + "." + sequence;
    }

    /** All that tells one state from another, in few bytes. */
    void write(StringBuilder to) {
        boolean ordered = one.code() <= two.code();
        Publishing first = ordered ? one : two;
        Publishing second = ordered ? two : one;
        number(to, first.code());
        number(to, second.code());
        number(to, ((long) pending << 48) | ((long) archive << 32) | ((long) delivered << 16) | letters);
        number(
                to,
                ((long) epoch << 40)
                        | ((long) sequence << 32)
                        | ((long) left << 24)
                        | ((long) crashes << 20)
                        | ((long) timeouts << 16)
                        | ((long) resends << 8)
                        | restores);
        number(
                to,
                code(position)
                        | (poison == null ? 0 : 1 << 21)
                        | (fault.isEmpty() ? 0 : 1 << 22)
                        | (redriven ? 1 << 23 : 0));
        to.append(gapOpen() ? gap.code() : '-')
                .append(listed() ? noted.code() : '-')
                .append(topic)
                .append('|')
                .append(applied);
        if (asking != null) {
            number(to, code(asking.at) | ((long) asking.pending << 20));
        }
        if (batch != null) {
            to.append((char) batch.size);
            batch.pieces.forEach(piece -> to.append((char) piece.intValue()));
            to.append('|');
            batch.steps.forEach(step -> write(to, step));
        }
    }

    private static void write(StringBuilder to, Step<Fact> step) {
        switch (step) {
            case Step.Apply<Fact>(List<Step.Next<Fact>> events) -> {
                to.append('A');
                for (Step.Next<Fact> next : events) {
                    to.append(next.record().code());
                    number(to, code(next.before()));
                }
            }
            case Step.KeepLetter<Fact>(Fact fact, boolean bad) ->
                to.append(bad ? 'B' : 'L').append(fact.code());
            case Step.NoteCause<Fact>(Fact fact) -> to.append('N').append(fact.code());
            case Step.NoteFollower<Fact>(Fact fact) -> to.append('O').append(fact.code());
            case Step.Mark<Fact>(Fact fact, Position before, Position after) -> {
                to.append('M').append(fact.code());
                number(to, code(before));
            }
            case Step.NoteGap<Fact>(Fact fact) -> to.append('G').append(fact.code());
            case Step.Damage<Fact> damage -> to.append('D');
            case Step.Rest<Fact> behind -> to.append('R');
        }
    }

    private static void number(StringBuilder to, long value) {
        to.append((char) (value >>> 48))
                .append((char) (value >>> 32))
                .append((char) (value >>> 16))
                .append((char) value);
    }

    private static long code(Position at) {
        return ((long) at.epoch() << 8) | (at.last() << 1) | (at.parked() ? 1 : 0);
    }

    private static String at(Position at) {
        return at.epoch() + "." + at.last() + (at.parked() ? " parked" : "");
    }

    private String applied() {
        return applied.chars().mapToObj(code -> Fact.of((char) code)).toList().toString();
    }

    private static String text(Step<Fact> step) {
        return switch (step) {
            case Step.Apply<Fact> apply ->
                "applies " + apply.events().getFirst().record();
            case Step.KeepLetter<Fact> letter -> "dead letter " + letter.record();
            case Step.NoteCause<Fact> cause -> "notes the cause";
            case Step.NoteFollower<Fact> follower -> "notes up to " + follower.record();
            case Step.Mark<Fact> mark -> "marks " + at(mark.after());
            case Step.NoteGap<Fact> gap -> "notes a gap before " + gap.record();
            case Step.Damage<Fact> damage -> "finds damage at " + damage.record();
            case Step.Rest<Fact> behind -> "judges the rest";
        };
    }

    private World change(Consumer<World> change) {
        try {
            World next = (World) clone();
            change.accept(next);
            next.skipDuplicates();
            return next;
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A duplicate stays one wherever the consumer moves to: those not taken yet are passed over at once. */
    private void skipDuplicates() {
        int taken = batch == null ? 0 : batch.size;
        if (topic.length() == taken) {
            return;
        }
        StringBuilder kept = new StringBuilder(topic.substring(0, taken));
        for (Fact fact : facts(taken, topic.length())) {
            if (!(rules.judge().judge(position, fact) instanceof Verdict.Duplicate)) {
                kept.append(fact.code());
            }
        }
        topic = kept.toString();
    }
}
