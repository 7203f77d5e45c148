package org.redress.bench.decisions.walking;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.redress.bench.stack.RunningStack;
import org.redress.local.clock.ClockFile;

/**
 * Steps from moment to moment: that of the next message, of the next reply or of the next rung, whichever comes first.
 * What is due at a moment has fired before anything is done at it.
 */
public final class Walk {

    private static final int TOLD_EVERY = 500;

    private final Run run;
    private final ZoneId zone;
    private final BusinessTime time;
    private final CaseStore cases;
    private final Door door;
    private final Desk desk;
    private final Consumer<String> progress;
    private final Map<String, String> petitions = new HashMap<>();
    private int steps;

    /** A walk through a running stack, whose business time is in the file. */
    public Walk(Run run, ZoneId zone, RunningStack stack, ClockFile file, CaseStore cases, Consumer<String> progress) {
        this.run = run;
        this.zone = zone;
        this.time = new BusinessTime(stack, file);
        this.cases = cases;
        this.door = new Door(stack);
        this.desk = new Desk(stack);
        this.progress = progress;
    }

    /** Something to do at a moment; at one moment messages come before replies. */
    private record Deed(Instant at, Message message, boolean isReply) {}

    /** Walks them from the first message to the last reply; the petitions' ids by the messages'. */
    public Map<String, String> through(List<Message> messages) throws InterruptedException {
        Deque<Deed> deeds = new ArrayDeque<>(deeds(messages));
        Instant now = Instant.MIN;
        while (!deeds.isEmpty()) {
            now = next(deeds.getFirst().at(), now);
            time.set(now);
            while (!deeds.isEmpty() && deeds.getFirst().at().equals(now)) {
                carryOut(deeds.removeFirst());
            }
            if (++steps % TOLD_EVERY == 0) {
                progress.accept("%s: %d steps, %d handed in, %d deeds to come"
                        .formatted(now.atZone(zone).toLocalDate(), steps, petitions.size(), deeds.size()));
            }
        }
        return Map.copyOf(petitions);
    }

    /** How often business time was set. */
    public int steps() {
        return steps;
    }

    private List<Deed> deeds(List<Message> messages) {
        return messages.stream()
                .flatMap(message -> Stream.of(
                        new Deed(message.submittedAt().atZone(zone).toInstant(), message, false),
                        new Deed(message.repliedAt().atZone(zone).toInstant(), message, true)))
                .sorted(Comparator.comparing(Deed::at).thenComparing(Deed::isReply))
                .toList();
    }

    private Instant next(Instant deed, Instant now) {
        Optional<Instant> rung = cases.nextRung();
        if (rung.isPresent() && !rung.get().isAfter(now)) {
            throw new IllegalStateException("the rung of " + rung.get() + " is unfired at " + now);
        }
        return rung.filter(due -> due.isBefore(deed)).orElse(deed);
    }

    private void carryOut(Deed deed) throws InterruptedException {
        Message message = deed.message();
        if (deed.isReply()) {
            desk.finish(petitions.getOrDefault(message.id(), ""), message.reply());
            return;
        }
        String petition = door.submit(message);
        petitions.put(message.id(), petition);
        BusinessTime.await("the case of message " + message.id(), () -> cases.hasAll(List.of(petition)));
        desk.screen(petition);
        if (run.acceptsAtOnce()) {
            desk.accept(petition);
        }
    }
}
