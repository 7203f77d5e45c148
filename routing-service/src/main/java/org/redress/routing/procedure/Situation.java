package org.redress.routing.procedure;

import java.util.EnumSet;
import java.util.Set;

/**
 * All of a case that decides which steps it allows.
 *
 * @param purpose what the petition asks for
 * @param state where the case stands
 * @param way how it is handled once accepted
 * @param instance how often it was decided upon
 * @param facts what else holds
 */
public record Situation(Purpose purpose, CaseState state, Way way, ReviewLevel instance, Set<Fact> facts) {

    /** What else can hold of a case. */
    public enum Fact {
        /** A person has to find out whom it is about, before anything else. */
        UNSCREENED,
        /** Nobody decided on acceptance. */
        UNDECIDED,
        /** The days for an objection are over, or the superior decided whose it is. */
        NO_OBJECTION_LEFT,
        /** A report is owed to who assigned the case or supervises it. */
        REPORT_OWED,
        /** What it suggests beside what it asks for is not answered. */
        SUGGESTION_OPEN,
        /** A supervision runs. */
        SUPERVISED,
        /** The limit for handling was extended. */
        EXTENDED,
        /** The limit for handling is over, or none runs. */
        HANDLING_OVER,
        /** The request for the review that runs was taken up. */
        TAKEN_UP,
        /** A written opinion was given. */
        OPINION_GIVEN,
        /** The notice that it was not accepted or led elsewhere was served. */
        NOTICE_SERVED,
        /** Something that an opinion promises is not done. */
        PROMISED,
        /** The days to ask for a review are over. */
        REVIEW_OVER,
        /** Its file holds as much as one document should: it takes what leads on to its end, and no more. */
        FILE_FULL,
        /** Somebody proposes to black out words. */
        REDACTION_PROPOSED,
        /** Words are blacked out, or proposed to be. */
        REDACTED,
        /** A message to the petitioner could not be delivered, and nobody has told the petitioner otherwise. */
        UNTOLD,
        /** An extension is asked for, on which nobody decided. */
        EXTENSION_ASKED,
        /** A day that somebody was given or promised is not met. */
        TARGET_SET,
        /** A part of it is asked of somebody who has not returned it. */
        PART_ASKED,
        /** Somebody owes something by a day; a right that ends on a day is nothing owed. */
        LIMIT_RUNS,
        /** Whoever holds it was reminded today. */
        REMINDED,
        /** The petitioner has the answer, can be reached, and nobody asked how they see it. */
        CALL_BACK_OWED,
        /** A body outside sent it. */
        FROM_OUTSIDE,
        /** That body has its answer. */
        BODY_ANSWERED,
        /** That body is asked to take it back, and has not said whether it does. */
        RETURN_ASKED,
        /** That body set a day until which it takes it back. */
        RETURNABLE,
        /** That day is over. */
        RETURN_OVER,
        /** Its words open to a few named officers alone. */
        LIMITED
    }

    /** Keeps its own copy, in order. */
    public Situation {
        facts = facts.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(facts));
    }

    /** True when the fact holds. */
    public boolean has(Fact fact) {
        return facts.contains(fact);
    }
}
