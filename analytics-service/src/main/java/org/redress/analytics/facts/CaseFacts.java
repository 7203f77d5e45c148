package org.redress.analytics.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What figures are computed over: one case, as its events tell of it. Days are those of the organisation's zone.
 *
 * @param petitionId its petition
 * @param scope code of the lowest unit whose line may read it
 * @param restricted true when it is kept from somebody, so that it is in no figure
 * @param owner post that answers for it: it only says who may read, nothing is ever broken down by it
 * @param unit code of the unit that answers for it
 * @param topic code in the topic tree; absent for a report
 * @param channel channel of the petition
 * @param purpose suggestion, report, appeal or thanks
 * @param headCount people behind it, from 1, as confirmed where somebody did
 * @param petitioner keyed token of the petitioner, another one each year; absent when unknown
 * @param receivedOn day the organisation received the petition
 * @param registeredOn day it was registered
 * @param state where it stands
 * @param firstStepOn day of the first step that took it on or further; absent while there is none
 * @param acceptedOn day somebody accepted it; absent while nobody did, though it may count as accepted
 * @param acceptanceDueOn last day in time of the limit that the acceptance ended; absent where none ran
 * @param deemedOn day from which it counts as accepted by silence; absent where it does not
 * @param contactedOn day of the first contact with the petitioner that was noted, reached or not
 * @param answeredOn day of the first answer or written opinion
 * @param endedOn day it ended; absent while it is open
 * @param promised true when an opinion promised something
 * @param promiseKeptOn day all of it was shown to be done
 * @param opinion what the written opinion comes to; absent without one
 * @param review what the review came to; absent without one
 * @param reReview what the re-review came to; absent without one
 * @param handOvers how often it was handed over to another unit
 * @param supervisions how often it was pushed formally
 * @param extendedDays days by which the limit for handling was extended
 * @param clocks its limits, in the order they started
 * @param places where it was, in order; one at least
 * @param altered true when what is kept is not what was written, since somebody changed it in the database
 */
public record CaseFacts(
        String petitionId,
        String scope,
        boolean restricted,
        String owner,
        String unit,
        @Nullable String topic,
        String channel,
        String purpose,
        int headCount,
        @Nullable String petitioner,
        LocalDate receivedOn,
        LocalDate registeredOn,
        String state,
        @Nullable LocalDate firstStepOn,
        @Nullable LocalDate acceptedOn,
        @Nullable LocalDate acceptanceDueOn,
        @Nullable LocalDate deemedOn,
        @Nullable LocalDate contactedOn,
        @Nullable LocalDate answeredOn,
        @Nullable LocalDate endedOn,
        boolean promised,
        @Nullable LocalDate promiseKeptOn,
        @Nullable String opinion,
        @Nullable String review,
        @Nullable String reReview,
        int handOvers,
        int supervisions,
        int extendedDays,
        List<ClockFact> clocks,
        List<Place> places,
        boolean altered) {

    static final String REPORT = "report";

    /** The purpose of what thanks somebody. */
    public static final String THANKS = "thanks";

    /**
     * A unit that a case was given to.
     *
     * @param since the day
     * @param unit its code
     */
    public record Place(LocalDate since, String unit) {}

    /** The newest of its limits of these kinds; absent when it has none. */
    public @Nullable ClockFact newest(Set<String> kinds) {
        return clocks.stream()
                .filter(clock -> kinds.contains(clock.kind()))
                .reduce((first, second) -> second)
                .orElse(null);
    }

    /** What was known of it at the end of a day; absent when it was not registered by then. */
    public @Nullable CaseFacts asOf(LocalDate day) {
        if (registeredOn.isAfter(day)) {
            return null;
        }
        CaseFactsDraft then = new CaseFactsDraft(this);
        then.unit = places.stream()
                .filter(place -> !place.since().isAfter(day))
                .reduce((first, second) -> second)
                .map(Place::unit)
                .orElse(unit);
        then.firstStepOn = until(day, firstStepOn);
        then.acceptedOn = until(day, acceptedOn);
        then.contactedOn = until(day, contactedOn);
        then.answeredOn = until(day, answeredOn);
        then.endedOn = until(day, endedOn);
        then.promiseKeptOn = until(day, promiseKeptOn);
        then.clocks = clocks.stream()
                .filter(clock -> !clock.startedOn().isAfter(day))
                .map(clock -> clock.asOf(day))
                .toList();
        return then.facts();
    }

    private static @Nullable LocalDate until(LocalDate day, @Nullable LocalDate on) {
        return on == null || on.isAfter(day) ? null : on;
    }
}
