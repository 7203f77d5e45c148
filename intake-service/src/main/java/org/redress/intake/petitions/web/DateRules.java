package org.redress.intake.petitions.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.redress.intake.petitions.PetitionSettings;
import org.redress.platform.time.Moments;
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
        } else if (day.isAfter(LocalDate.ofInstant(clock.instant(), zone))) {
            findings.add("occurredOn", "field.future", "accepted.day");
        }
        return day;
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
