package org.redress.intake.petitions;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
import org.redress.contracts.cases.Clock;
import org.redress.contracts.cases.Promised;
import org.redress.contracts.cases.RungReached;

/**
 * Where a case stands, as far as its petitioner is told.
 *
 * @param state the state of the case, as events name it
 * @param unit code of the unit that has it; absent where it came to a unit while it was kept from somebody, since that may
 *     tell from whom
 * @param limits the limits that run and concern the petitioner, by their days
 * @param promises what an opinion promised, in order
 */
public record Progress(String state, @Nullable String unit, List<Limit> limits, List<Promised> promises) {

    /** After an event; absent while none said where the case stands. */
    static @Nullable Progress after(@Nullable Progress before, CaseEvent event) {
        return switch (event) {
            case CaseRegistered registered -> at("registered", registered.clocks(), before, event);
            case CaseAccepted accepted -> at("accepted", accepted.clocks(), before, event);
            case CaseDeclined declined -> at("declined", declined.clocks(), before, event);
            case CaseAnswered answered -> at("answered", answered.clocks(), before, event);
            case CaseClosed closed -> at("closed", closed.clocks(), before, event);
            case CaseWithdrawn withdrawn -> at("withdrawn", withdrawn.clocks(), before, event);
            case CaseStepTaken step -> at(step.state(), step.clocks(), before, event);
            // These move nothing that the petitioner is told.
            case CaseSupplemented supplemented -> before;
            case CaseRequestRefused refused -> before;
            case RungReached reached -> before;
        };
    }

    private static Progress at(String state, List<Clock> clocks, @Nullable Progress before, CaseEvent event) {
        return new Progress(state, unitAfter(before, event), Limit.of(clocks), promisesAfter(before, event));
    }

    /** A unit that was named while everybody might know stays named while the case stays there. */
    private static @Nullable String unitAfter(@Nullable Progress before, CaseEvent event) {
        boolean named = before != null && Objects.equals(before.unit, event.scope());
        return event.restricted() && !named ? null : event.scope();
    }

    private static List<Promised> promisesAfter(@Nullable Progress before, CaseEvent event) {
        if (event instanceof CaseStepTaken step
                && (step.promises() != null || step.step().equals("give-opinion"))) {
            return Objects.requireNonNullElse(step.promises(), List.of());
        }
        return before == null ? List.of() : before.promises;
    }

    /** The right to a review or re-review that runs. */
    public Optional<Limit> right() {
        return limits.stream().filter(Limit::isRight).findFirst();
    }
}
