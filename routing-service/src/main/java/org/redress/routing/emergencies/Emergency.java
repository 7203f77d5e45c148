package org.redress.routing.emergencies;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.routing.cases.Actor;
import org.redress.routing.cases.CaseText;
import org.redress.routing.cases.ContactPurpose;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What somebody asks to open although it is not theirs, and who let them. Kept for ever: it says why the ledger of
 * unsealings has lines of people without a right. Its moments are the machine's, not those of business time.
 *
 * @param id its id
 * @param petitionId what is to be opened; there need be no such petition
 * @param purpose what for
 * @param asker who asks
 * @param reason why, sealed
 * @param askedAt since when it waits for a second person
 * @param confirmer the second person; absent while it waits
 * @param confirmedAt when the second person confirmed it; absent while it waits
 */
@Document("emergencies")
public record Emergency(
        @Id String id,
        String petitionId,
        Purpose purpose,
        Actor asker,
        CaseText reason,
        @Indexed Instant askedAt,
        @Nullable Actor confirmer,
        @Nullable Instant confirmedAt) {

    /** So long it waits for a second person; our choice. */
    public static final Duration WAITS = Duration.ofHours(24);

    /** So long it can be opened once it is confirmed; our choice. */
    public static final Duration LASTS = Duration.ofHours(1);

    /** So many of one person's wait at once, so that nobody hides another's behind their own; our choice. */
    public static final int MOST_WAITING = 3;

    /** What can be opened in an emergency, one thing at a time. */
    public enum Purpose {
        /** Read what the petition says. */
        READ(null),
        /** Call the petitioner. */
        CALL(ContactPurpose.CALL),
        /** Write to the petitioner. */
        WRITE(ContactPurpose.WRITE),
        /** Make sure who the petitioner is. */
        VERIFY(ContactPurpose.VERIFY);

        private final @Nullable ContactPurpose contact;

        Purpose(@Nullable ContactPurpose contact) {
            this.contact = contact;
        }

        /** What the contact is opened for; absent where the petition itself is. */
        @Nullable
        ContactPurpose contact() {
            return contact;
        }
    }

    /** Where it stands. */
    public enum State {
        /** It waits for a second person. */
        WAITING,
        /** Who asked may open. */
        OPEN,
        /** Nobody confirmed it in time, or the hour is over. */
        OVER
    }

    /** Where it stands at a moment. */
    public State standing(Instant now) {
        if (now.isBefore(until())) {
            return confirmedAt == null ? State.WAITING : State.OPEN;
        }
        return State.OVER;
    }

    /** When it is over: a day after it was asked for, an hour after it was confirmed. */
    public Instant until() {
        return confirmedAt == null ? askedAt.plus(WAITS) : confirmedAt.plus(LASTS);
    }

    /** True for who asked. */
    public boolean isOf(String officer) {
        return asker.officer().equals(officer);
    }
}
