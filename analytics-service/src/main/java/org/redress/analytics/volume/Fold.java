package org.redress.analytics.volume;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
import org.redress.contracts.cases.RungReached;

/**
 * The counting itself, without any store: facts and an event give new facts, and two states of the facts give the
 * difference of every bucket. A correction subtracts exactly what the facts before it had added.
 */
public final class Fold {

    private final ZoneId zone;

    /** Counts days of this zone. */
    public Fold(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * The facts after an event.
     *
     * @param before the facts so far; absent before the registration
     * @param lane partition the event was read from
     * @throws IllegalArgumentException when a case begins with anything but its registration
     */
    public Facts apply(@Nullable Facts before, CaseEvent event, int lane) {
        if (event instanceof CaseRegistered registered) {
            return registered(registered, before == null ? lane : before.lane());
        }
        if (before == null) {
            throw new IllegalArgumentException("no registration before " + event.getClass());
        }
        return changed(before.reads(event.scope(), event.restricted()), event);
    }

    private static Facts changed(Facts facts, CaseEvent event) {
        return switch (event) {
            case CaseRegistered registered -> facts;
            case CaseAccepted accepted ->
                facts.decided(Facts.State.ACCEPTED, accepted.head().occurredAt());
            case CaseDeclined declined ->
                facts.decided(Facts.State.DECLINED, declined.head().occurredAt());
            case CaseAnswered answered -> facts.answered(answered.head().occurredAt());
            case CaseClosed closed ->
                facts.ended(Facts.State.CLOSED, closed.head().occurredAt());
            case CaseWithdrawn withdrawn ->
                facts.ended(Facts.State.WITHDRAWN, withdrawn.head().occurredAt());
            case CaseSupplemented supplemented -> facts;
            case CaseRequestRefused refused -> facts;
            case RungReached reached -> facts;
            case CaseStepTaken step ->
                facts.moved(
                        step.unit(),
                        step.owner(),
                        step.topic(),
                        stateAfter(step, facts),
                        step.head().occurredAt());
        };
    }

    /** Where the case stands after a step, as far as it is counted apart. */
    private static Facts.State stateAfter(CaseStepTaken step, Facts facts) {
        return switch (step.state()) {
            case "registered", "transferred", "objected", "disputed" -> Facts.State.REGISTERED;
            case "led-elsewhere", "declined", "returned" -> Facts.State.DECLINED;
            case "accepted", "under-review", "under-re-review" -> Facts.State.ACCEPTED;
            case "answered", "opinion-given", "served", "executing" -> Facts.State.ANSWERED;
            case "final", "resolved", "closed", "merged" -> Facts.State.CLOSED;
            case "withdrawn" -> Facts.State.WITHDRAWN;
            default -> facts.state();
        };
    }

    private Facts registered(CaseRegistered event, int lane) {
        return new Facts(
                event.head().key(),
                lane,
                LocalDate.ofInstant(event.receivedAt(), zone),
                event.scope(),
                event.restricted(),
                event.unit(),
                event.owner(),
                event.topic(),
                event.channel(),
                event.purpose(),
                Facts.State.REGISTERED,
                event.receivedAt(),
                null,
                null,
                null);
    }

    /** What a change of facts adds to each bucket; negative where it takes away, absent where nothing changes. */
    public static Map<Bucket, Long> difference(@Nullable Facts before, Facts after) {
        Map<Bucket, Long> deltas = new HashMap<>();
        Bucket.of(after).forEach(bucket -> deltas.merge(bucket, 1L, Long::sum));
        if (before != null) {
            Bucket.of(before).forEach(bucket -> deltas.merge(bucket, -1L, Long::sum));
        }
        deltas.values().removeIf(delta -> delta == 0);
        return deltas;
    }
}
