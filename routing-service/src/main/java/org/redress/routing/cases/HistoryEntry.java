package org.redress.routing.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.routing.configuration.Names;
import org.redress.routing.procedure.Step;

/**
 * A line of a case's history; lines are added, never changed.
 *
 * @param at business time
 * @param what what happened
 * @param post post that did it; absent when nobody did
 * @param officer person who did it; absent when nobody did
 * @param textId text that belongs to it
 * @param detail what it was about, such as a rung, a unit or a number of days; absent when there is nothing to add
 * @param key key of the command; absent without one
 * @param version version of the case after it
 * @param step the step that was taken, where that is all there is to say of it; absent for all else
 * @param actingFor person whose post it is, where another did it as the one who stands in; absent for all else
 */
public record HistoryEntry(
        Instant at,
        What what,
        @Nullable String post,
        @Nullable String officer,
        @Nullable String textId,
        @Nullable String detail,
        @Nullable CommandKey key,
        long version,
        @Nullable String step,
        @Nullable String actingFor) {

    /** What happened, in the words of the interface: the step, where that is all there is to say. */
    public String name() {
        return step == null ? Names.of(what) : step;
    }

    /** True when somebody reminded on that day of what is owed. */
    boolean isReminderOf(LocalDate day, CaseTime time) {
        return is(Step.REMIND) && time.dayOf(at).equals(day);
    }

    /** True when its detail is the id of another case. */
    boolean pointsAtACase() {
        return switch (what) {
            case MERGED, JOINED, RELEASED, SEPARATED, FOLLOWED -> true;
            default -> false;
        };
    }

    /** True for a reader who may see these other cases and none beside: that there is another is told to nobody else. */
    public boolean isFor(Set<String> visible) {
        return !pointsAtACase() || (detail != null && visible.contains(detail));
    }

    /** True for what goes on among the named where reading is limited, of which nobody else learns. */
    boolean isAmongNamed() {
        return is(Step.ASK_NAMED) || is(Step.NOTE_NAMED);
    }

    /** The same without who is named. */
    HistoryEntry withoutNames() {
        return is(Step.LIMIT_READING)
                ? new HistoryEntry(at, what, post, officer, textId, null, key, version, step, actingFor)
                : this;
    }

    private boolean is(Step one) {
        return Names.of(one).equals(step);
    }

    /** True when it may have changed from whom the case is kept. */
    boolean mayChangeGuard() {
        if (is(Step.LIMIT_READING)) {
            return true;
        }
        return switch (what) {
            case SUPPLEMENTED, WITHDRAWN, REVIEW_ASKED, SCREENED, RECUSED, MOVED_ABOVE, MOVED -> true;
            default -> false;
        };
    }

    /** What can happen to a case. */
    public enum What {
        /** Something a newer version wrote; it is kept as that wrote it. */
        UNKNOWN,
        /** An officer took a step, which says by its own name what happened. */
        STEP,
        /** It was registered. */
        REGISTERED,
        /** It counts as accepted, since nobody decided in time. */
        DEEMED_ACCEPTED,
        /** Someone accepted it. */
        ACCEPTED,
        /** Someone declined it. */
        DECLINED,
        /** It was led to another lawful way. */
        LED_ELSEWHERE,
        /** It was handed over. */
        TRANSFERRED,
        /** It was handed over with a date. */
        ASSIGNED,
        /** The unit objected. */
        OBJECTED,
        /** The sender took it back. */
        TAKEN_BACK,
        /** It came back a second time and went up. */
        RETURNED_TWICE,
        /** The sender insisted. */
        INSISTED,
        /** The common superior decided whose it is. */
        UNIT_DECIDED,
        /** The report that was owed was filed. */
        REPORTED,
        /** The limit for handling was extended. */
        EXTENDED,
        /** Someone answered. */
        ANSWERED,
        /** The written opinion was given. */
        OPINION_GIVEN,
        /** The opinion was served. */
        SERVED,
        /** A promise was kept. */
        PROMISE_KEPT,
        /** Someone closed it. */
        CLOSED,
        /** The request for a review was taken up. */
        TAKEN_UP,
        /** A hearing was held. */
        HEARD,
        /** It was joined to another petition. */
        MERGED,
        /** Another petition was joined to it. */
        JOINED,
        /** A petition that was joined to it stands for itself again, with the same outcome or without. */
        RELEASED,
        /** It stands for itself again, since the petition it was joined to ended without an answer or is kept from others. */
        SEPARATED,
        /** It went to who handles the petition it was joined to. */
        FOLLOWED,
        /** It is supervised. */
        SUPERVISED,
        /** The petitioner was contacted, or could not be. */
        CONTACTED,
        /** An officer wrote its heading. */
        HEADED,
        /** An officer wrote a note. */
        COMMENTED,
        /** A person confirmed how many people are behind it. */
        COUNT_CONFIRMED,
        /** A person found out whom it is about. */
        SCREENED,
        /** It moved above whom it is or may be about, since the organisation changed or the petitioner wrote more. */
        MOVED_ABOVE,
        /** It went to another unit or post, since the organisation changed. */
        MOVED,
        /** An officer stepped out of it. */
        RECUSED,
        /** Somebody let another into it in an emergency. */
        OPENED_IN_EMERGENCY,
        /** A message to its petitioner could not be delivered. */
        NOT_REACHED,
        /** Somebody told its petitioner otherwise. */
        TOLD_OTHERWISE,
        /** Its topic was corrected. */
        RECLASSIFIED,
        /** It was given to another post. */
        REASSIGNED,
        /** Somebody proposed to black out words of the petitioner's, or did so at the petitioner's wish. */
        REDACTED,
        /** Words were blacked out as proposed. */
        REDACTION_CONFIRMED,
        /** Words are shown again, or the proposal was withdrawn. */
        REDACTION_UNDONE,
        /** A clock reached a rung of its ladder. */
        RUNG_REACHED,
        /** The petitioner added to it. */
        SUPPLEMENTED,
        /** The petitioner withdrew it. */
        WITHDRAWN,
        /** The petitioner asked for a review. */
        REVIEW_ASKED,
        /** The petitioner wanted to add to it, which it did not allow. */
        SUPPLEMENT_REFUSED,
        /** The petitioner wanted to withdraw it, which it did not allow. */
        WITHDRAWAL_REFUSED,
        /** The petitioner wanted a review, which it did not allow. */
        REVIEW_REFUSED;

        /** True where somebody decided on the case itself. */
        boolean isDecision() {
            return this == ACCEPTED
                    || this == DECLINED
                    || this == LED_ELSEWHERE
                    || this == ANSWERED
                    || this == OPINION_GIVEN;
        }
    }
}
