package org.redress.histories;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.redress.contracts.Head;
import org.redress.contracts.cases.CaseAccepted;
import org.redress.contracts.cases.CaseAnswered;
import org.redress.contracts.cases.CaseClosed;
import org.redress.contracts.cases.CaseDeclined;
import org.redress.contracts.cases.CaseEvent;
import org.redress.contracts.cases.CaseRegistered;
import org.redress.contracts.cases.CaseRequestRefused;
import org.redress.contracts.cases.CaseStepTaken;
import org.redress.contracts.cases.CaseSupplemented;
import org.redress.contracts.cases.CaseWithdrawn;
import org.redress.contracts.cases.Clock;
import org.redress.contracts.cases.Explanation;
import org.redress.contracts.cases.Rung;
import org.redress.contracts.cases.RungReached;
import org.redress.contracts.cases.TextReference;

/** One epoch of a case: its scope may move at every step, and what was once restricted stays so. */
final class CaseLife {

    private static final List<String> UNITS = List.of("HQ", "PLANT", "WORKSHOP");
    private static final List<String> TOPICS = List.of("wages", "housing");
    private static final LocalDate DUE = LocalDate.of(2026, 4, 1);
    private static final String OWNER = "post-owner";
    private static final TextReference TEXT = new TextReference("text", "00");

    private final Life life;
    private final Random random;
    private final int epoch;
    private final List<CaseEvent> events = new ArrayList<>();
    private boolean restricted;
    private String scope;

    CaseLife(Life life, Random random, int epoch, boolean restricted) {
        this.life = life;
        this.random = random;
        this.epoch = epoch;
        this.restricted = restricted;
        this.scope = one(UNITS);
    }

    boolean restricted() {
        return restricted;
    }

    List<CaseEvent> events() {
        events.add(registered(next()));
        meanwhile();
        switch (random.nextInt(5)) {
            case 0 -> withdrawn();
            case 1 -> events.add(new CaseDeclined(next(), scope, restricted, OWNER, TEXT, List.of()));
            default -> accepted();
        }
        return List.copyOf(events);
    }

    private void accepted() {
        boolean deemed = random.nextInt(3) == 0;
        events.add(new CaseAccepted(next(), scope, restricted, DUE, deemed ? null : OWNER, deemed, List.of()));
        meanwhile();
        switch (random.nextInt(4)) {
            case 0 -> withdrawn();
            case 1, 2 -> {
                events.add(new CaseAnswered(next(), scope, restricted, OWNER, TEXT, List.of()));
                events.add(new CaseClosed(next(), scope, restricted, OWNER, List.of()));
                refused("closed-stays-closed");
            }
            default -> {}
        }
    }

    private void withdrawn() {
        events.add(new CaseWithdrawn(next(), scope, restricted, life.request(9), List.of(OWNER), List.of()));
        refused("closed-stays-closed");
    }

    private void meanwhile() {
        int steps = random.nextInt(3);
        for (int i = 0; i < steps; i++) {
            switch (random.nextInt(4)) {
                case 0 -> events.add(rung(next()));
                case 1 -> events.add(step(next()));
                case 2 -> events.add(new CaseSupplemented(next(), scope, restricted, life.request(i), List.of(OWNER)));
                default -> refused("outcome-ends-withdrawal");
            }
        }
    }

    /** A step that gives the case to a unit, or leaves it there. */
    private CaseStepTaken step(Head head) {
        return new CaseStepTaken(
                head,
                scope,
                restricted,
                "transfer",
                "transferred",
                OWNER,
                null,
                life.purpose().equals("report") ? null : one(TOPICS),
                scope,
                OWNER,
                random.nextBoolean() ? List.of() : List.of(OWNER),
                random.nextBoolean(),
                true,
                null,
                null,
                List.of(),
                null,
                null);
    }

    private void refused(String rule) {
        if (random.nextBoolean()) {
            events.add(new CaseRequestRefused(next(), scope, restricted, life.request(8), "withdraw", rule));
        }
    }

    private Head next() {
        if (!events.isEmpty()) {
            scope = random.nextInt(5) == 0 ? one(UNITS) : scope;
            restricted |= random.nextInt(20) == 0;
        }
        return life.head("case", epoch, events.size() + 1);
    }

    private CaseRegistered registered(Head head) {
        return new CaseRegistered(
                head,
                scope,
                restricted,
                "web",
                life.purpose(),
                life.purpose().equals("report") ? null : one(TOPICS),
                scope,
                OWNER,
                1,
                null,
                1,
                life.receivedAt(),
                life.receivedAt(),
                random.nextInt(4) == 0 ? List.of() : List.of(OWNER),
                List.of(clock(random.nextInt(5) == 0)));
    }

    private RungReached rung(Head head) {
        boolean due = random.nextBoolean();
        Rung rung = new Rung(due ? "due" : "half", 0, head.occurredAt(), head.occurredAt(), false);
        List<String> posts = random.nextBoolean() ? List.of(OWNER) : List.of(OWNER, "post-head");
        return new RungReached(head, scope, restricted, clock(false), rung, posts, random.nextInt(3) == 0);
    }

    private static Clock clock(boolean imported) {
        LocalDate start = LocalDate.ofInstant(Life.START, ZoneOffset.UTC);
        Explanation counted = new Explanation("23", start, 31, Explanation.Days.NATURAL, DUE, List.of(), DUE, false);
        Rung half = new Rung("half", 0, Life.START, null, imported);
        return new Clock("notice", start, DUE, Clock.State.RUNNING, counted, List.of(half));
    }

    private String one(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
