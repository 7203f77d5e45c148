package org.redress.routing.matters;

import java.util.List;
import java.util.Map;

/** What became of a command to a matter. */
public sealed interface MatterOutcome {

    /**
     * It was done, or the same command was done before under its key.
     *
     * @param matter the matter as it stands
     */
    record Done(Matter matter) implements MatterOutcome {}

    /**
     * The matter does not allow it.
     *
     * @param rule the rule it would break
     */
    record Refused(MatterRule rule) implements MatterOutcome {}

    /**
     * Cases of members do not allow the opinion now; nothing was done.
     *
     * @param rules the rule each would break, by petition id
     */
    record NotReady(Map<String, String> rules) implements MatterOutcome {}

    /**
     * The opinion names something that is not there or not possible.
     *
     * @param field what is wrong
     * @param problem what is wrong with it, as in the messages
     */
    record Wrong(String field, String problem) implements MatterOutcome {}

    /**
     * Petitions are in another matter.
     *
     * @param petitionIds their ids
     */
    record InAnotherMatter(List<String> petitionIds) implements MatterOutcome {}

    /** The key belongs to another command of the same officer. */
    record KeyTaken() implements MatterOutcome {}

    /**
     * Someone else changed the matter in the meantime; nothing was done.
     *
     * @param matter the matter as it stands
     */
    record Changed(Matter matter) implements MatterOutcome {}
}
