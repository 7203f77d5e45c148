package org.redress.routing.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who may say that a post is not worked in, on which days, and who can stand in. */
public final class LeaveRules {

    private final Organisation organisation;
    private final LocalDate today;

    /** By an organisation with its absences, on a day. */
    public LeaveRules(Organisation organisation, LocalDate today) {
        this.organisation = organisation;
        this.today = today;
    }

    /**
     * What somebody wants to enter.
     *
     * @param post id of the post
     * @param from first day
     * @param until last day
     * @param standIn post that stands in; absent where nobody can
     */
    public record Asked(
            String post,
            LocalDate from,
            LocalDate until,
            @Nullable String standIn) {}

    /**
     * What is wrong with it.
     *
     * @param field the field
     * @param problem what is wrong with it
     * @param from first day of the absence that is in the way, where one is
     * @param until its last day
     */
    public record Wrong(
            String field,
            String problem,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {

        private static Wrong of(String field, String problem) {
            return new Wrong(field, problem, null, null);
        }
    }

    /** True for who holds the post, and for the petition office of its unit or one above; the desk's is the desk's alone. */
    public boolean mayEnter(String officer, String post) {
        Post held = organisation.posts().get(post);
        return held != null
                && (held.officer().equals(officer)
                        || organisation.unit(held.unit()).stream()
                                .flatMap(unit -> organisation.upwards(unit).stream())
                                .anyMatch(unit -> organisation.postsOf(officer).contains(unit.petitionOffice())));
    }

    /** What is wrong first; empty when it can be entered. */
    public Optional<Wrong> wrong(Asked asked, String officer) {
        if (!mayEnter(officer, asked.post())) {
            return Optional.of(Wrong.of("post", "not-yours"));
        }
        return days(asked).or(() -> standIn(asked));
    }

    private Optional<Wrong> days(Asked asked) {
        if (asked.from().isBefore(today)) {
            return Optional.of(Wrong.of("from", "past"));
        }
        if (asked.from().isAfter(today.plusYears(1))) {
            return Optional.of(Wrong.of("from", "far"));
        }
        if (asked.until().isBefore(asked.from())) {
            return Optional.of(Wrong.of("until", "reversed"));
        }
        if (asked.until().isAfter(asked.from().plusYears(1))) {
            return Optional.of(Wrong.of("until", "long"));
        }
        return away(asked.post(), asked)
                .map(other -> new Wrong("from", "overlaps", other.from(), other.until()))
                .findFirst();
    }

    private Optional<Wrong> standIn(Asked asked) {
        List<String> possible = organisation.standIns(asked.post());
        String chosen = asked.standIn();
        if (chosen == null) {
            return possible.isEmpty() ? Optional.empty() : Optional.of(Wrong.of("standIn", "missing"));
        }
        if (!possible.contains(chosen)) {
            return Optional.of(Wrong.of("standIn", "cannot"));
        }
        return away(chosen, asked)
                .map(other -> new Wrong("standIn", "away", other.from(), other.until()))
                .findFirst();
    }

    private Stream<Absence> away(String post, Asked asked) {
        return organisation.absences().stream()
                .filter(absence -> absence.post().equals(post) && absence.meets(asked.from(), asked.until()));
    }
}
