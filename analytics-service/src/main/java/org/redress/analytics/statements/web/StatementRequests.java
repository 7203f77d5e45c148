package org.redress.analytics.statements.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.statements.Statement;
import org.redress.analytics.statements.Statement.Kind;
import org.redress.analytics.statements.StatementReader;
import org.redress.analytics.statements.StatementReader.Question;
import org.redress.analytics.statements.StatementReader.Read;
import org.redress.analytics.volume.web.Audience;
import org.redress.analytics.volume.web.Days;
import org.redress.analytics.volume.web.Places;
import org.redress.platform.codes.Code;
import org.redress.platform.web.FieldProblem;
import org.redress.platform.web.InvalidRequestException;
import org.redress.platform.web.Message;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Understands what is asked of statements; what is not understood is refused. */
@Component
class StatementRequests {

    private static final int MOST_DAYS = 366;

    private final StatementReader statements;
    private final Days days;
    private final Places places;
    private final Audience audience;

    StatementRequests(StatementReader statements, Days days, Places places, Audience audience) {
        this.statements = statements;
        this.days = days;
        this.places = places;
        this.audience = audience;
    }

    /**
     * What a form sends: what was left empty stands for this week, and for every unit.
     *
     * @param from first day, by ISO 8601
     * @param to last day
     * @param unit code of a unit, with all below it
     */
    record Asked(String from, String to, String unit) {

        /** What was left out is empty. */
        Asked {
            from = Objects.requireNonNullElse(from, "");
            to = Objects.requireNonNullElse(to, "");
            unit = Objects.requireNonNullElse(unit, "");
        }

        @Nullable
        String unitOrNull() {
            return unit.isEmpty() ? null : unit;
        }
    }

    /**
     * What is asked for, and its statement.
     *
     * @param asked with both days
     */
    record Told(Asked asked, Read read) {}

    /**
     * The statement of what is asked for, over the cases that a reader may open.
     *
     * @throws InvalidRequestException when a day is none, the last comes before the first, they are too many, or there is no
     *     such unit
     */
    Told told(Asked asked, Authentication reader) {
        LocalDate last = Objects.requireNonNullElseGet(days.day("to", asked.to()), statements::today);
        LocalDate first = Objects.requireNonNullElseGet(
                days.day("from", asked.from()), () -> last.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
        if (last.isBefore(first) || first.plusDays(MOST_DAYS).isBefore(last)) {
            throw new InvalidRequestException(List.of(new FieldProblem(
                    "to",
                    Message.of("field.range"),
                    Message.of(
                            "accepted.days",
                            first.toString(),
                            first.plusDays(MOST_DAYS).toString()))));
        }
        Read read =
                statements.read(new Question(first, last, places.units(asked.unitOrNull()), audience.reading(reader)));
        return new Told(new Asked(first.toString(), last.toString(), asked.unit()), read);
    }

    /**
     * The line that a reader opens.
     *
     * @param kind as in addresses
     * @param value its channel, purpose or state; empty for other kinds
     */
    Statement.Line line(Statement statement, String kind, String value) {
        requireOneOf("kind", kind, Code.written(Kind.class));
        Kind wanted = Arrays.stream(Kind.values())
                .filter(each -> each.label().equals(kind))
                .findFirst()
                .orElseThrow();
        boolean named = wanted == Kind.CHANNEL || wanted == Kind.PURPOSE || wanted == Kind.ENDED;
        if (named && value.isEmpty()) {
            throw new InvalidRequestException(List.of(new FieldProblem("value", Message.of("field.missing"), null)));
        }
        return statement.like(new Statement.Line(wanted, value.isEmpty() ? null : value, 0, List.of()));
    }

    /** Refuses a value that is none of these. */
    static void requireOneOf(String field, String value, List<String> accepted) {
        if (!accepted.contains(value)) {
            throw new InvalidRequestException(List.of(new FieldProblem(
                    field, Message.of("field.invalid"), Message.of("accepted.one-of", String.join(", ", accepted)))));
        }
    }
}
