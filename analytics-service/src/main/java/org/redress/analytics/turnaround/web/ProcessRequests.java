package org.redress.analytics.turnaround.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.turnaround.ProcessReader;
import org.redress.analytics.turnaround.TurnaroundQuestion;
import org.redress.analytics.volume.web.Audience;
import org.redress.analytics.volume.web.Days;
import org.redress.analytics.volume.web.Places;
import org.redress.platform.web.FieldProblem;
import org.redress.platform.web.InvalidRequestException;
import org.redress.platform.web.Message;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Understands what is asked of the process map; what is not understood is refused. */
@Component
class ProcessRequests {

    private final Places places;
    private final Audience audience;
    private final Days days;

    ProcessRequests(Places places, Audience audience, Days days) {
        this.places = places;
        this.audience = audience;
        this.days = days;
    }

    /** What is asked for, as it was written; empty means everything. */
    record Asked(String by, String from, String to, String unit, String topic) {}

    ProcessReader.Question question(Asked asked, Authentication reader) {
        LocalDate from = days.day("from", asked.from());
        LocalDate to = days.day("to", asked.to());
        if (from != null && to != null && to.isBefore(from)) {
            throw refused("to", Message.of("field.range"), null);
        }
        return new ProcessReader.Question(
                by(asked.by()),
                from,
                to,
                places.units(orNull(asked.unit())),
                places.topics(orNull(asked.topic())),
                audience.reading(reader));
    }

    private static TurnaroundQuestion.By by(String name) {
        return TurnaroundQuestion.By.named(name)
                .filter(by -> by != TurnaroundQuestion.By.STAGE)
                .orElseThrow(
                        () -> refused("by", Message.of("field.invalid"), Message.of("accepted.one-of", "unit, topic")));
    }

    private static InvalidRequestException refused(String field, Message problem, @Nullable Message accepted) {
        return new InvalidRequestException(List.of(new FieldProblem(field, problem, accepted)));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
