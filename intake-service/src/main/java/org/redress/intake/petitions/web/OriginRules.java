package org.redress.intake.petitions.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.submissions.PetitionOrigin;
import org.redress.intake.petitions.Channel;
import org.redress.intake.petitions.Submitter;
import org.redress.intake.petitions.web.PetitionRequest.OriginRequest;
import org.redress.platform.web.Message;
import org.springframework.stereotype.Component;

/** The body outside that sent a petition: what it is called, its number, and days that follow each other. */
@Component
class OriginRules {

    private static final TextRule LINE = TextRule.line(100);

    private final DateRules dates;

    OriginRules(DateRules dates) {
        this.dates = dates;
    }

    /** The origin; absent when nothing was said of one, which at the desk a sheet of a hotline or of a body above needs. */
    @Nullable
    PetitionOrigin check(Findings findings, Submitter submitter, Channel channel, PetitionRequest request) {
        OriginRequest origin = request.origin();
        if (origin == null) {
            if (submitter.isAtTheDesk() && (channel == Channel.HOTLINE || channel == Channel.FORWARDED)) {
                LINE.required(findings, "origin.body", null);
                LINE.required(findings, "origin.number", null);
            }
            return null;
        }
        if (!submitter.isTrusted()) {
            findings.add("origin", Message.of("field.adapters-only"), null);
            return null;
        }
        String body = LINE.required(findings, "origin.body", origin.body());
        String number = LINE.required(findings, "origin.number", origin.number());
        LocalDate received = received(findings, request);
        return new PetitionOrigin(
                body.strip(),
                number.strip(),
                received,
                after(findings, "origin.firstReplyDueOn", origin.firstReplyDueOn(), received),
                after(findings, "origin.dueOn", origin.dueOn(), received),
                after(findings, "origin.returnableUntil", origin.returnableUntil(), received));
    }

    private LocalDate received(Findings findings, PetitionRequest request) {
        String written = request.origin() == null ? null : request.origin().receivedOn();
        LocalDate day = dates.pastDay(findings, "origin.receivedOn", written);
        if (day != null) {
            return day;
        }
        // Wrong or in the future, receivedAt is told of by its own rule.
        LocalDate came = dates.day(new Findings(), "receivedAt", request.receivedAt());
        return came == null ? dates.today() : came;
    }

    private @Nullable LocalDate after(Findings findings, String field, @Nullable String written, LocalDate received) {
        LocalDate day = dates.day(findings, field, written);
        // A day that is still to come is told of by its own rule.
        if (day != null && day.isBefore(received) && !received.isAfter(dates.today())) {
            findings.add(
                    field, Message.of("field.before-it-came"), Message.of("accepted.day-from", received.toString()));
        }
        return day;
    }
}
