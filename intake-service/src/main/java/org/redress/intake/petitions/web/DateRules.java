package org.redress.intake.petitions.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.redress.intake.petitions.PetitionSettings;
import org.redress.platform.time.Moments;
import org.redress.platform.web.Message;
import org.redress.platform.words.Characters;
import org.springframework.stereotype.Component;

/** Days and moments lie in the past; the organisation's zone says what today is. */
@Component
class DateRules {

    // Older than anybody who petitions: a slip of the pen.
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private final InstantSource clock;
    private final ZoneId zone;
    private final Moments moments;
    private final PetitionSettings settings;

    DateRules(InstantSource clock, ZoneId zone, PetitionSettings settings) {
        this.clock = clock;
        this.zone = zone;
        this.moments = new Moments(zone);
        this.settings = settings;
    }

    @Nullable
    LocalDate occurredOn(Findings findings, @Nullable String written) {
        if (written == null || Characters.isInvisible(written)) {
            return null;
        }
        LocalDate day = moments.day(written);
        if (day == null || day.isBefore(EARLIEST)) {
            findings.add("occurredOn", "field.date", "accepted.day");
        } else if (day.isAfter(today())) {
            findings.add("occurredOn", "field.future", "accepted.day");
        }
        return day;
    }

    /** The day on which something came to the desk, from its beginning; absent for today, which means now. */
    @Nullable
    Instant deskReceived(Findings findings, @Nullable String written) {
        LocalDate day = pastDay(findings, "receivedAt", written);
        return day == null || day.equals(today())
                ? null
                : day.atStartOfDay(zone).toInstant();
    }

    /** A day that is not in the future, nor longer ago than the desk takes. */
    @Nullable
    LocalDate pastDay(Findings findings, String field, @Nullable String written) {
        LocalDate day = day(findings, field, written);
        if (day == null) {
            return null;
        }
        LocalDate earliest = today().minusDays(settings.deskDays());
        if (day.isAfter(today())) {
            findings.add(field, Message.of("field.future"), Message.of("accepted.desk-day", earliest.toString()));
        } else if (day.isBefore(earliest)) {
            findings.add(field, Message.of("field.long-ago"), Message.of("accepted.desk-day", earliest.toString()));
        }
        return day;
    }

    /** A day; absent when none was written, or none that is one. */
    @Nullable
    LocalDate day(Findings findings, String field, @Nullable String written) {
        if (written == null || Characters.isInvisible(written)) {
            return null;
        }
        LocalDate day = moments.day(written);
        if (day == null) {
            findings.add(field, "field.date", "accepted.any-day");
        }
        return day;
    }

    /** The day it is in the organisation's zone. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    @Nullable
    Instant receivedAt(Findings findings, @Nullable String written) {
        if (written == null || Characters.isInvisible(written)) {
            return null;
        }
        Instant now = clock.instant();
        Instant moment = moments.moment(written);
        if (moment == null || moment.isBefore(EARLIEST.atStartOfDay(zone).toInstant())) {
            findings.add("receivedAt", "field.date", "accepted.moment");
            return null;
        }
        if (moment.isAfter(now.plus(settings.clockTolerance()))) {
            findings.add("receivedAt", "field.future", "accepted.moment");
        }
        // A clock a little ahead of ours means now.
        return moment.isAfter(now) ? null : moment;
    }
}
