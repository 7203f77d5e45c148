package org.redress.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Head;
import org.redress.contracts.WireType;

/**
 * The case went a step further on its way that has no event of its own: it was handed over, opined upon, served,
 * reviewed, supervised, or noted upon.
 *
 * @param step what was done, as the interface of cases names it, such as {@code transfer} or {@code serve}
 * @param state where the case stands after it
 * @param by post that did it; absent for the petitioner
 * @param requestId the petitioner's request it follows; absent for an officer's step
 * @param topic code in the topic tree; absent for a report
 * @param unit code of the unit that answers for it
 * @param owner post that answers for it
 * @param alerts posts to tell; empty when nobody is to be told
 * @param toldPetitioner true when the petitioner is to be told of it
 * @param shown true when the petitioner sees it on the way of the petition; absent from builds that did not say
 * @param outcome what it came to, such as {@code supported} of an opinion, {@code arbitration} of a lead or {@code reached}
 *     of a contact; absent where it comes to one thing alone
 * @param text text told to the petitioner; absent when there is none
 * @param clocks all clocks of the case after it
 * @param reason why, where a change of the organisation did it, which concerns no petitioner; absent for all else
 * @param headCount people behind it, from 1, where the step confirmed them; absent for all else
 * @param day day that was promised to the petitioner, where the step is about that; absent for all else
 * @param promises all that the opinion promises, in order, where the step gave it or kept one; absent for all else
 */
@WireType("case.step-taken.v1")
public record CaseStepTaken(
        @JsonUnwrapped Head head,
        String scope,
        boolean restricted,
        String step,
        String state,
        @Nullable String by,
        @Nullable String requestId,
        @Nullable String topic,
        String unit,
        String owner,
        List<String> alerts,
        boolean toldPetitioner,
        @Nullable Boolean shown,
        @Nullable String outcome,
        @Nullable TextReference text,
        List<Clock> clocks,
        @Nullable String reason,
        @Nullable Integer headCount,
        @Nullable LocalDate day,
        @Nullable List<Promised> promises)
        implements CaseEvent {

    /** Without a day that was promised, and without promises. */
    public CaseStepTaken(
            Head head,
            String scope,
            boolean restricted,
            String step,
            String state,
            @Nullable String by,
            @Nullable String requestId,
            @Nullable String topic,
            String unit,
            String owner,
            List<String> alerts,
            boolean toldPetitioner,
            @Nullable Boolean shown,
            @Nullable String outcome,
            @Nullable TextReference text,
            List<Clock> clocks,
            @Nullable String reason,
            @Nullable Integer headCount) {
        this(
                head,
                scope,
                restricted,
                step,
                state,
                by,
                requestId,
                topic,
                unit,
                owner,
                alerts,
                toldPetitioner,
                shown,
                outcome,
                text,
                clocks,
                reason,
                headCount,
                null,
                null);
    }

    /** True when the petitioner sees it on the way; where that was not said, what was told or asked for is seen. */
    public boolean petitionerSees() {
        return shown == null ? toldPetitioner || requestId != null : shown;
    }
}
