package org.redress.notification.notifications;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message may say of its case; never anything of the petitioner.
 *
 * @param unit code of the unit that answers for the case, where the message names it
 * @param deadline the limit the message is about
 * @param acceptedOn day of acceptance, ISO 8601, where the message is about it
 * @param refusal the request that was refused, where the message is about one
 * @param step the step that was taken, where the message is about one
 * @param matter the matter that rose or ended, where the message is about one
 * @param limits all limits that somebody owes, where the message reminds of them; absent for all else
 */
public record Facts(
        @Nullable String unit,
        @Nullable Deadline deadline,
        @Nullable String acceptedOn,
        @Nullable Refusal refusal,
        @Nullable String step,
        @Nullable HotMatter matter,
        @Nullable List<Deadline> limits) {

    /** What a message about a unit and a limit may say. */
    public static Facts of(@Nullable String unit, @Nullable Deadline deadline) {
        return new Facts(unit, deadline, null, null, null, null, null);
    }

    /** What a message about an acceptance may say. */
    public static Facts acceptedOn(LocalDate day) {
        return new Facts(null, null, day.toString(), null, null, null, null);
    }

    /** What a message about a refusal may say. */
    public static Facts of(Refusal refusal) {
        return new Facts(null, null, null, refusal, null, null, null);
    }

    /** What a message about a step may say. */
    public static Facts ofStep(String step, String unit) {
        return new Facts(unit, null, null, null, step, null, null);
    }

    /** What a message that reminds of limits may say; the first is the one that ends first. */
    public static Facts ofLimits(String step, String unit, List<Deadline> limits) {
        Deadline first = limits.isEmpty() ? null : limits.getFirst();
        return new Facts(unit, first, null, null, step, null, List.copyOf(limits));
    }

    /** What a message about a matter may say. */
    public static Facts ofMatter(String unit, HotMatter matter) {
        return new Facts(unit, null, null, null, null, matter, null);
    }

    /** Nothing beyond the event itself. */
    public static final Facts NONE = new Facts(null, null, null, null, null, null, null);
}
