package org.redress.bench.decisions.judging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.redress.bench.decisions.walking.Message;
import org.redress.bench.decisions.walking.Run;
import org.redress.bench.faults.judging.TopicRecord;
import org.redress.bench.stack.RunningStack;

/** What a run came to: how many were late, and what does not fit. */
public final class Verdict {

    private final Run run;
    private final ZoneId zone;
    private final List<CaseOutcome> outcomes;
    private final Firings firings;
    private final List<String> complaints;

    private Verdict(Run run, ZoneId zone, List<CaseOutcome> outcomes, Firings firings, List<String> complaints) {
        this.run = run;
        this.zone = zone;
        this.outcomes = outcomes;
        this.firings = firings;
        this.complaints = complaints;
    }

    /**
     * Reads every case and judges it.
     *
     * @param petitions the petitions' ids by the messages'
     * @param told what lies on the topics
     */
    public static Verdict of(
            RunningStack stack,
            Run run,
            ZoneId zone,
            List<Message> messages,
            Map<String, String> petitions,
            Collection<TopicRecord> told) {
        Firings firings = Firings.of(told);
        Judge judge = new Judge(run, zone, firings);
        List<CaseOutcome> outcomes = new ArrayList<>();
        for (Message message : messages) {
            String petition = Objects.requireNonNull(petitions.get(message.id()));
            outcomes.add(CaseOutcome.read(stack, run, message, petition));
        }
        outcomes.forEach(judge::judge);
        return new Verdict(run, zone, List.copyOf(outcomes), firings, judge.complaints());
    }

    /** What does not fit, a sentence each. */
    public List<String> complaints() {
        return complaints;
    }

    /** The counts, in the order in which they are read. */
    public Map<String, Object> counts() {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("run", run.name());
        counts.put("clock", run.clock());
        counts.put(
                "cases",
                outcomes.stream().map(CaseOutcome::petitionId).distinct().count());
        counts.put("late", outcomes.stream().filter(CaseOutcome::isLate).count());
        counts.put("met", count("met"));
        counts.put(
                "fired_at_limit",
                outcomes.stream()
                        .filter(outcome -> !outcome.firedAtTheLimit().isEmpty())
                        .count());
        counts.put("due_events", firings.ofClock(run.clock(), RungOutcome.DUE));
        counts.put("rungs_fired", fired().size());
        counts.put("latest_firing_ms", latestFiring().toMillis());
        counts.put(
                "without_time_of_day",
                outcomes.stream().filter(each -> each.message().withoutTime()).count());
        counts.put("complaints", complaints.size());
        return counts;
    }

    private long count(String state) {
        return outcomes.stream()
                .filter(outcome -> outcome.state().equals(state))
                .count();
    }

    private List<RungOutcome> fired() {
        return outcomes.stream()
                .flatMap(outcome -> outcome.rungs().stream())
                .filter(RungOutcome::fired)
                .toList();
    }

    /** The longest that a rung fired after its moment. */
    private Duration latestFiring() {
        return fired().stream()
                .map(rung -> Duration.between(rung.dueAt(), Objects.requireNonNull(rung.firedAt())))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** Writes a line for each message, for {@code deploy/bench/decisions-count}. */
    public void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of("id,petitionId,startedOn,dueOn,decidedOn,state,dueFiredAt"));
        outcomes.forEach(outcome -> lines.add(String.join(
                ",",
                outcome.message().id(),
                outcome.petitionId(),
                outcome.startedOn().toString(),
                outcome.dueOn().toString(),
                local(outcome.endedAt()).toLocalDate().toString(),
                outcome.state(),
                dueFiredAt(outcome))));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, lines);
    }

    private String dueFiredAt(CaseOutcome outcome) {
        return outcome.firedAtTheLimit().stream()
                .filter(rung -> rung.name().equals(RungOutcome.DUE))
                .map(rung -> local(Objects.requireNonNull(rung.firedAt())).toString())
                .findFirst()
                .orElse("");
    }

    private LocalDateTime local(Instant moment) {
        return moment.atZone(zone).toLocalDateTime();
    }
}
