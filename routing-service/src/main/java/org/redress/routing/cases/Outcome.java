package org.redress.routing.cases;

import java.util.List;
import org.redress.contracts.cases.CaseEvent;
import org.redress.routing.clocks.Step;

/** What became of a command. */
public sealed interface Outcome {

    /**
     * It was done.
     *
     * @param event the fact
     */
    record Done(CaseEvent event) implements Outcome {}

    /**
     * The case does not allow it now.
     *
     * @param rule the rule it would break
     * @param openSteps the steps that are possible
     */
    record Refused(CaseRule rule, List<Step> openSteps) implements Outcome {}

    /** Someone else changed the case in the meantime; nothing was done. */
    record Changed() implements Outcome {}
}
