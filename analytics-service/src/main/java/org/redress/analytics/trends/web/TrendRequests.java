package org.redress.analytics.trends.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.trends.TrendReader;
import org.redress.analytics.trends.TrendStep;
import org.redress.analytics.volume.web.Audience;
import org.redress.analytics.volume.web.Days;
import org.redress.analytics.volume.web.Places;
import org.redress.platform.web.FieldProblem;
import org.redress.platform.web.InvalidRequestException;
import org.redress.platform.web.Message;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Understands what is asked of trends; what is not understood is refused. */
@Component
class TrendRequests {

    private final Places places;
    private final Audience audience;
    private final Days days;

    TrendRequests(Places places, Audience audience, Days days) {
        this.places = places;
        this.audience = audience;
        this.days = days;
    }

    /**
     * What is asked for, as it was written; empty means everything.
     *
     * @param step day, week or month
     * @param from first day
     * @param to last day
     * @param unit code of a unit
     * @param topic code of a topic
     */
    record Asked(String step, String from, String to, String unit, String topic) {}

    TrendReader.Question question(Asked asked, Authentication reader) {
        LocalDate from = days.day("from", asked.from());
        LocalDate to = days.day("to", asked.to());
        if (from != null && to != null && to.isBefore(from)) {
            throw refused("to", Message.of("field.range"), null);
        }
        return new TrendReader.Question(
                step(asked.step()),
                from,
                to,
                places.units(orNull(asked.unit())),
                places.topics(orNull(asked.topic())),
                audience.reading(reader));
    }

    private static TrendStep step(String name) {
        return TrendStep.named(name)
                .orElseThrow(() -> refused(
                        "step",
                        Message.of("field.invalid"),
                        Message.of(
                                "accepted.one-of",
                                Arrays.stream(TrendStep.values())
                                        .map(TrendStep::label)
                                        .collect(Collectors.joining(", ")))));
    }

    /** The day by which a step is opened. */
    LocalDate at(String written) {
        LocalDate at = days.day("at", written);
        if (at == null) {
            throw refused("at", Message.of("field.missing"), Message.of("accepted.date"));
        }
        return at;
    }

    private static InvalidRequestException refused(String field, Message problem, @Nullable Message accepted) {
        return new InvalidRequestException(List.of(new FieldProblem(field, problem, accepted)));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
