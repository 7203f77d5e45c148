package org.redress.routing.organisation;

import java.time.ZoneId;
import java.util.List;
import org.redress.contracts.calendar.WorkingCalendar;
import org.redress.routing.classification.Classifier;
import org.redress.routing.clocks.Clockwork;

/**
 * A version of the rulebook, ready for use; a case keeps the number of the one it was registered with.
 *
 * @param number number of the version, from 1
 * @param rulebook what it says
 * @param classifier finds topics by it
 * @param assigner finds owners by it
 * @param clockwork runs clocks by it
 * @param accusations finds among its officers whom words mean
 */
public record LoadedRulebook(
        int number,
        Rulebook rulebook,
        Classifier classifier,
        Assigner assigner,
        Clockwork clockwork,
        Accusations accusations) {

    /** The edition of a rulebook, counted on a calendar. */
    public static LoadedRulebook of(int number, Rulebook rulebook, WorkingCalendar calendar) {
        return new LoadedRulebook(
                number,
                rulebook,
                new Classifier(rulebook.topics()),
                new Assigner(rulebook),
                new Clockwork(
                        calendar,
                        ZoneId.of(rulebook.organisation().zone()),
                        rulebook.clocks().ladder()),
                new Accusations(rulebook.organisation()));
    }

    /** The same with more absences; who is meant by words, and what a topic is, does not hang on them. */
    LoadedRulebook with(List<Absence> more) {
        if (more.isEmpty()) {
            return this;
        }
        Rulebook today = rulebook.with(more);
        return new LoadedRulebook(number, today, classifier, new Assigner(today), clockwork, accusations);
    }

    /** Its organisation. */
    public Organisation organisation() {
        return rulebook.organisation();
    }
}
