package org.redress.routing.cases;

import java.util.List;
import org.redress.contracts.cases.CaseEvent;
import org.redress.routing.procedure.CaseRule;
import org.redress.routing.procedure.Step;

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

    /** It was done before: the same command came again under the same key. */
    record Repeated() implements Outcome {}

    /** Its key belongs to another command of the same officer. */
    record KeyTaken() implements Outcome {}

    /**
     * It names something that is not there or not possible.
     *
     * @param field what is wrong
     * @param problem what is wrong with it, as in the messages
     */
    record Wrong(String field, String problem) implements Outcome {}

    /** Someone else changed the case in the meantime; nothing was done. */
    record Changed() implements Outcome {}
}
