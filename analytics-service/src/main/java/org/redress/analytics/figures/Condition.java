package org.redress.analytics.figures;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.facts.CaseFacts;
import org.redress.analytics.facts.ClockFact;
import org.redress.contracts.cases.Clock;

/**
 * A condition of a figure, one of a closed set.
 *
 * @param kind which
 * @param not true where it is turned round
 * @param days days it takes; 0 where it takes none
 */
public record Condition(Kind kind, boolean not, int days) {

    private static final Set<String> CLOSED = Set.of("closed", "resolved", "final");
    private static final Set<String> DECLINED = Set.of("declined", "led-elsewhere", "returned");
    private static final Set<String> REVIEWED = Set.of("under-review", "under-re-review");

    /** Every condition there is. */
    public enum Kind {
        /** No piece by the same token about the same topic came before within the days of a repeat. */
        FIRST,
        /** Such a piece came before. */
        REPEAT,
        /** Such a piece came later. */
        CAME_AGAIN,
        /** An office took it on or further within so many days after registration. */
        FIRST_STEP_WITHIN,
        /** Somebody accepted it. */
        ACCEPTED,
        /** Somebody accepted it within so many days after registration. */
        ACCEPTED_WITHIN,
        /** Somebody accepted it before the limit passed that the acceptance ended. */
        ACCEPTED_IN_LIMIT,
        /** Its limit for an answer was met. */
        LIMIT_MET,
        /** It was answered after its limit. */
        LIMIT_LATE,
        /** Its limit runs and has not passed. */
        LIMIT_OPEN,
        /** Its limit has passed and it is not answered. */
        LIMIT_OVERDUE,
        /** Its limit ended since an answer is no longer owed. */
        LIMIT_STOPPED,
        /** A contact with the petitioner was noted. */
        CONTACTED,
        /** It thanks somebody and asks for nothing, so that nothing is owed. */
        THANKS,
        /** It has not ended. */
        OPEN,
        /** It was closed, resolved or is final. */
        CLOSED,
        /** Its petitioner withdrew it. */
        WITHDRAWN,
        /** It was joined to another. */
        MERGED,
        /** It was declined, led elsewhere or taken back by who sent it. */
        DECLINED,
        /** It was registered late after receipt. */
        REGISTERED_LATE,
        /** It was answered, and a promise is not shown to be kept or a review runs. */
        NOT_RESOLVED;

        /** Name in the file of figures, and of its words. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private boolean takesDays() {
            return this == FIRST_STEP_WITHIN || this == ACCEPTED_WITHIN;
        }
    }

    /**
     * A condition as it is written.
     *
     * @throws IllegalArgumentException when there is none of that name, or its days are missing or too many
     */
    public static Condition of(String written) {
        List<String> words = Arrays.asList(written.strip().split("\\s+"));
        boolean not = words.getFirst().equals("not");
        List<String> rest = not ? words.subList(1, words.size()) : words;
        String name = rest.isEmpty() ? "" : rest.getFirst();
        Kind kind = Arrays.stream(Kind.values())
                .filter(each -> each.label().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + written + "' is no condition; there are "
                        + Arrays.stream(Kind.values()).map(Kind::label).collect(Collectors.joining(", "))));
        if (rest.size() != (kind.takesDays() ? 2 : 1)) {
            throw new IllegalArgumentException(
                    "'" + written + "': " + name + (kind.takesDays() ? " takes a number of days" : " takes no number"));
        }
        return new Condition(kind, not, kind.takesDays() ? Integer.parseInt(rest.get(1)) : 0);
    }

    /** Whether it holds of a case. */
    boolean holds(CaseFacts facts, Scene scene) {
        return not != plainly(facts, scene);
    }

    static boolean all(List<Condition> conditions, CaseFacts facts, Scene scene) {
        return conditions.stream().allMatch(condition -> condition.holds(facts, scene));
    }

    private boolean plainly(CaseFacts facts, Scene scene) {
        ClockFact limit = scene.settings().limit(facts);
        return switch (kind) {
            case FIRST -> !scene.pieces().isRepeat(facts);
            case REPEAT -> scene.pieces().isRepeat(facts);
            case CAME_AGAIN -> scene.pieces().cameAgain(facts);
            case FIRST_STEP_WITHIN -> isWithin(facts.registeredOn(), facts.firstStepOn());
            case ACCEPTED -> facts.acceptedOn() != null;
            case ACCEPTED_WITHIN -> isWithin(facts.registeredOn(), facts.acceptedOn());
            case ACCEPTED_IN_LIMIT -> isInLimit(facts);
            case LIMIT_MET -> is(limit, Clock.State.MET);
            case LIMIT_LATE -> is(limit, Clock.State.LATE);
            case LIMIT_OPEN -> runs(limit) && !isPast(limit, scene);
            case LIMIT_OVERDUE -> runs(limit) && isPast(limit, scene);
            case LIMIT_STOPPED -> is(limit, Clock.State.STOPPED);
            case CONTACTED -> facts.contactedOn() != null;
            case THANKS -> facts.purpose().equals(CaseFacts.THANKS);
            case OPEN -> facts.endedOn() == null;
            case CLOSED -> facts.endedOn() != null && CLOSED.contains(facts.state());
            case WITHDRAWN -> facts.state().equals("withdrawn");
            case MERGED -> facts.state().equals("merged");
            case DECLINED -> DECLINED.contains(facts.state());
            case REGISTERED_LATE ->
                facts.registeredOn()
                        .isAfter(facts.receivedOn().plusDays(scene.settings().lateRegistrationDays()));
            case NOT_RESOLVED ->
                facts.answeredOn() != null
                        && ((facts.promised() && facts.promiseKeptOn() == null) || REVIEWED.contains(facts.state()));
        };
    }

    private boolean isWithin(LocalDate from, @Nullable LocalDate day) {
        return day != null && !day.isAfter(from.plusDays(days));
    }

    private static boolean isInLimit(CaseFacts facts) {
        LocalDate on = facts.acceptedOn();
        LocalDate due = facts.acceptanceDueOn();
        return on != null && due != null && !on.isAfter(due);
    }

    private static boolean is(@Nullable ClockFact limit, Clock.State state) {
        return limit != null && limit.state() == state;
    }

    private static boolean runs(@Nullable ClockFact limit) {
        return is(limit, Clock.State.RUNNING);
    }

    private static boolean isPast(@Nullable ClockFact limit, Scene scene) {
        return limit != null && limit.dueOn().isBefore(scene.today());
    }

    @Override
    public String toString() {
        return (not ? "not " : "") + kind.label() + (kind.takesDays() ? " " + days : "");
    }
}
