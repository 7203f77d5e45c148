package org.redress.analytics.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.facts.CaseFacts;
import org.redress.analytics.facts.CaseFactsFolding;
import org.redress.contracts.Head;
import org.redress.contracts.cases.CaseAccepted;
import org.redress.contracts.cases.CaseAnswered;
import org.redress.contracts.cases.CaseClosed;
import org.redress.contracts.cases.CaseDeclined;
import org.redress.contracts.cases.CaseEvent;
import org.redress.contracts.cases.CaseRegistered;
import org.redress.contracts.cases.CaseStepTaken;
import org.redress.contracts.cases.CaseWithdrawn;
import org.redress.contracts.cases.Clock;
import org.redress.contracts.cases.Explanation;
import org.redress.contracts.cases.Rung;
import org.redress.contracts.cases.TextReference;

/** The life of one case, told moment by moment in Shanghai, such as {@code 2026-11-03T09:00}. */
public final class Lives {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final TextReference TEXT = new TextReference("text", "00");

    private final String id;
    private final String unit;
    private final List<CaseEvent> events = new ArrayList<>();
    private List<Clock> clocks = new ArrayList<>();

    private Lives(String id, String unit) {
        this.id = id;
        this.unit = unit;
    }

    /** Registered and received at once, with a notice clock of 15 days. */
    public static Lives registered(String unit, String at, @Nullable String petitioner) {
        return registered(UUID.randomUUID().toString(), unit, at, at, petitioner, "appeal", false);
    }

    /** Registered and received at once, of a channel and by nobody who is known. */
    public static Lives registeredBy(String channel, String unit, String at) {
        return registered(UUID.randomUUID().toString(), channel, unit, at, at, null, "appeal", false);
    }

    /** A letter, registered after receipt. */
    public static Lives registered(
            String id,
            String unit,
            String receivedAt,
            String at,
            @Nullable String petitioner,
            String purpose,
            boolean restricted) {
        return registered(id, "letter", unit, receivedAt, at, petitioner, purpose, restricted);
    }

    private static Lives registered(
            String id,
            String channel,
            String unit,
            String receivedAt,
            String at,
            @Nullable String petitioner,
            String purpose,
            boolean restricted) {
        Lives life = new Lives(id, unit);
        LocalDate day = LocalDateTime.parse(at).toLocalDate();
        life.clocks.add(life.clock("notice", day, day.plusDays(15)));
        life.events.add(new CaseRegistered(
                life.head(at),
                unit,
                restricted,
                channel,
                purpose,
                purpose.equals("report") ? null : "wages",
                unit,
                "p-" + unit,
                1,
                petitioner,
                3,
                moment(receivedAt),
                moment(at),
                List.of(),
                List.copyOf(life.clocks)));
        return life;
    }

    /** A person accepts it, which starts 60 days for handling. */
    public Lives accepted(String at) {
        LocalDate day = LocalDateTime.parse(at).toLocalDate();
        done("notice", day);
        if (clocks.stream().noneMatch(clock -> clock.kind().equals("handle"))) {
            clocks.add(clock("handle", day, day.plusDays(60)));
        }
        events.add(new CaseAccepted(head(at), unit, false, day, "p-" + unit, false, List.copyOf(clocks)));
        return this;
    }

    /** Silence accepts it, which starts 60 days for handling from a day. */
    public Lives deemed(String at, LocalDate from) {
        clocks.add(clock("handle", from, from.plusDays(60)));
        events.add(new CaseAccepted(head(at), unit, false, from, null, true, List.copyOf(clocks)));
        return this;
    }

    /** It is answered. */
    public Lives answered(String at) {
        done("handle", LocalDateTime.parse(at).toLocalDate());
        events.add(new CaseAnswered(head(at), unit, false, "p-" + unit, TEXT, List.copyOf(clocks)));
        return this;
    }

    /** It is closed. */
    public Lives closed(String at) {
        events.add(new CaseClosed(head(at), unit, false, "p-" + unit, List.copyOf(clocks)));
        return this;
    }

    /** It is declined. */
    public Lives declined(String at) {
        done("notice", LocalDateTime.parse(at).toLocalDate());
        events.add(new CaseDeclined(head(at), unit, false, "p-" + unit, TEXT, List.copyOf(clocks)));
        return this;
    }

    /** Its petitioner withdraws it. */
    public Lives withdrawn(String at) {
        clocks = new ArrayList<>(clocks.stream()
                .map(clock -> clock.state() == Clock.State.RUNNING ? clock.in(Clock.State.STOPPED) : clock)
                .toList());
        events.add(new CaseWithdrawn(head(at), unit, false, "r", List.of(), List.copyOf(clocks)));
        return this;
    }

    /** Its limit for handling is moved by 30 days. */
    public Lives extended(String at) {
        clocks = new ArrayList<>(clocks.stream()
                .map(clock -> clock.kind().equals("handle")
                        ? clock(clock.kind(), clock.startedOn(), clock.dueOn().plusDays(30))
                        : clock)
                .toList());
        return step(at, "extend", "accepted", null, null);
    }

    /** A step without an event of its own. */
    public Lives step(String at, String step, String state, @Nullable String outcome, @Nullable Integer people) {
        if (step.equals("give-opinion")) {
            done("handle", LocalDateTime.parse(at).toLocalDate());
        }
        events.add(new CaseStepTaken(
                head(at),
                unit,
                false,
                step,
                state,
                "p-" + unit,
                null,
                "wages",
                unit,
                "p-" + unit,
                List.of(),
                false,
                false,
                outcome,
                null,
                List.copyOf(clocks),
                null,
                people));
        return this;
    }

    /** Its petition. */
    public String id() {
        return id;
    }

    /** All that happened. */
    public List<CaseEvent> events() {
        return List.copyOf(events);
    }

    /** What is known of it. */
    public CaseFacts facts() {
        CaseFactsFolding folding = new CaseFactsFolding(SHANGHAI);
        CaseFacts facts = null;
        for (CaseEvent event : events) {
            facts = folding.apply(facts, event, 0);
        }
        return Objects.requireNonNull(facts);
    }

    private void done(String kind, LocalDate on) {
        clocks = new ArrayList<>(clocks.stream()
                .map(clock -> clock.kind().equals(kind) && clock.state() == Clock.State.RUNNING
                        ? clock.in(on.isAfter(clock.dueOn()) ? Clock.State.LATE : Clock.State.MET)
                        : clock)
                .toList());
    }

    private Clock clock(String kind, LocalDate start, LocalDate due) {
        Explanation counted = new Explanation("23", start, 15, Explanation.Days.NATURAL, due, List.of(), due, false);
        Rung rung = new Rung("due", 0, due.atStartOfDay(SHANGHAI).toInstant(), null, false);
        return new Clock(kind, start, due, Clock.State.RUNNING, counted, List.of(rung));
    }

    private Head head(String at) {
        return new Head(UUID.randomUUID().toString(), id, id, events.size() + 1L, 1, moment(at));
    }

    private static Instant moment(String at) {
        return LocalDateTime.parse(at).atZone(SHANGHAI).toInstant();
    }
}
