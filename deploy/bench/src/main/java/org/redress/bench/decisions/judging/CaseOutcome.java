package org.redress.bench.decisions.judging;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.redress.bench.decisions.walking.Message;
import org.redress.bench.decisions.walking.Run;
import org.redress.bench.stack.RunningStack;
import org.redress.bench.stack.RunningStack.Answer;
import tools.jackson.databind.JsonNode;

/**
 * What a case says of the clock that is judged.
 *
 * @param message the message it came from
 * @param petitionId its id
 * @param startedOn day of the clock's start
 * @param dueOn last day in time
 * @param state running, met, late or stopped
 * @param endedAt moment of the step that ended it, by the case's history
 * @param rungs its rungs that fired or could have fired
 */
record CaseOutcome(
        Message message,
        String petitionId,
        LocalDate startedOn,
        LocalDate dueOn,
        String state,
        Instant endedAt,
        List<RungOutcome> rungs) {

    static final String LATE = "late";

    /** Reads it as an auditor does, who may see every case that is not restricted and opens none. */
    static CaseOutcome read(RunningStack stack, Run run, Message message, String petitionId) {
        Answer answer = stack.get("routing", "/api/cases/" + petitionId, "auditor");
        if (answer.status() != 200) {
            throw new IllegalStateException("the case of message " + message.id() + " cannot be read: " + answer);
        }
        JsonNode found = answer.json();
        JsonNode clock = only(found.path("clocks"), "kind", run.clock());
        return new CaseOutcome(
                message,
                petitionId,
                LocalDate.parse(clock.path("startedOn").asString()),
                LocalDate.parse(clock.path("dueOn").asString()),
                clock.path("state").asString(),
                Instant.parse(only(found.path("history"), "what", run.ending())
                        .path("at")
                        .asString()),
                clock.path("rungs").valueStream().map(RungOutcome::of).toList());
    }

    /** The one entry of that name: a case has each of these once. */
    private static JsonNode only(JsonNode entries, String key, String name) {
        List<JsonNode> found = entries.valueStream()
                .filter(entry -> entry.path(key).asString().equals(name))
                .toList();
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " times " + name + " in " + entries);
        }
        return found.getFirst();
    }

    boolean isLate() {
        return state.equals(LATE);
    }

    /** Rungs at the limit and above it that fired. */
    List<RungOutcome> firedAtTheLimit() {
        return rungs.stream()
                .filter(rung -> rung.level() > 0 && rung.firedAt() != null)
                .toList();
    }

    /** The moment the limit is missed: 00:00 after the last day. */
    Instant missedAt(ZoneId zone) {
        return dueOn.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
