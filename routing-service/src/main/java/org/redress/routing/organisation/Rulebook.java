package org.redress.routing.organisation;

import java.util.List;
import org.redress.routing.classification.TopicTree;
import org.redress.routing.clocks.ClockRules;

/**
 * Everything a case is judged by, valid as a whole.
 *
 * @param organisation units, posts, discipline desk
 * @param net who answers for what
 * @param topics the topic tree with its rules
 * @param clocks limits and ladder
 */
public record Rulebook(Organisation organisation, ResponsibilityNet net, TopicTree topics, ClockRules clocks) {

    /** The same with more absences. */
    Rulebook with(List<Absence> more) {
        return new Rulebook(organisation.with(more), net, topics, clocks);
    }
}
