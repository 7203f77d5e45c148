package org.redress.bench.decisions.judging;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.redress.bench.decisions.walking.Run;

/** Holds what became of a message against when it was handed in and replied to, and says what does not fit. */
final class Judge {

    private final Run run;
    private final ZoneId zone;
    private final Firings firings;
    private final List<String> complaints = new ArrayList<>();

    Judge(Run run, ZoneId zone, Firings firings) {
        this.run = run;
        this.zone = zone;
        this.firings = firings;
    }

    void judge(CaseOutcome outcome) {
        moments(outcome);
        lateness(outcome);
        outcome.rungs().forEach(rung -> rung(outcome, rung));
    }

    /** What was found, a sentence each. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    private void moments(CaseOutcome outcome) {
        LocalDate handedIn = outcome.message().submittedAt().toLocalDate();
        if (!outcome.startedOn().equals(handedIn)) {
            complain(outcome, "starts on " + outcome.startedOn() + " and was handed in on " + handedIn);
        }
        Instant replied = outcome.message().repliedAt().atZone(zone).toInstant();
        if (!outcome.endedAt().equals(replied)) {
            complain(outcome, "ended at " + outcome.endedAt() + " and was replied to at " + replied);
        }
    }

    /** Late is what ended after its last day, and exactly that has fired at its limit. */
    private void lateness(CaseOutcome outcome) {
        boolean after = outcome.message().repliedAt().toLocalDate().isAfter(outcome.dueOn());
        if (!outcome.state().equals(after ? CaseOutcome.LATE : "met")) {
            complain(outcome, "is " + outcome.state() + ", due on " + outcome.dueOn());
        }
        List<RungOutcome> fired = outcome.firedAtTheLimit();
        if (fired.isEmpty() == outcome.isLate()) {
            complain(outcome, "is " + outcome.state() + " and has fired " + fired);
        }
        boolean missed = fired.stream().anyMatch(rung -> rung.name().equals(RungOutcome.DUE));
        if (missed != outcome.isLate()) {
            complain(outcome, "is " + outcome.state() + ", and the rung at its limit has fired: " + missed);
        }
    }

    /** A rung fires at its moment, once, when that comes before the end; otherwise never. */
    private void rung(CaseOutcome outcome, RungOutcome rung) {
        if (rung.name().equals(RungOutcome.DUE) && !rung.dueAt().equals(outcome.missedAt(zone))) {
            complain(outcome, "is missed at " + rung.dueAt() + ", due on " + outcome.dueOn());
        }
        Instant firedAt = rung.firedAt();
        if (firedAt != null && !firedAt.equals(rung.dueAt())) {
            complain(outcome, rung.name() + " fired at " + firedAt + ", due at " + rung.dueAt());
        }
        boolean comesFirst = !rung.dueAt().isAfter(outcome.endedAt());
        int told = firings.count(outcome, run.clock(), rung.name());
        if (rung.fired() != comesFirst || told != (comesFirst ? 1 : 0)) {
            complain(
                    outcome,
                    rung.name() + ", due at " + rung.dueAt() + ", has fired: " + rung.fired() + ", and was told " + told
                            + " times; ended at " + outcome.endedAt());
        }
    }

    private void complain(CaseOutcome outcome, String sentence) {
        complaints.add("message " + outcome.message().id() + " " + sentence);
    }
}
