package org.redress.routing.cases;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.redress.routing.organisation.Assignment;
import org.redress.routing.organisation.Editions;
import org.redress.routing.organisation.LoadedRulebook;
import org.redress.routing.organisation.Move;
import org.redress.routing.organisation.Organisation;
import org.redress.routing.organisation.Roster;
import org.redress.routing.organisation.Succession;
import org.redress.routing.organisation.Version;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Gives open cases, and those whose petitioner somebody has to call back or whose sheet a body outside waits for, to others whose unit or owner the organisation no
 * longer has, or whose unit's cases a version moved. Helpers and leaders whom it puts out of a case are waited for no more, and whoever has a case is named where
 * nobody is left of those to whom alone its words open.
 * What a case still needs is seen in the case itself, so that it may be broken off at any place and done twice at once.
 */
final class Resettlement {

    private final OpenCases open;
    private final Editions editions;
    private final Rosters rosters;
    private final InstantSource clock;

    Resettlement(OpenCases open, Editions editions, Rosters rosters, InstantSource clock) {
        this.open = open;
        this.editions = editions;
        this.rosters = rosters;
        this.clock = clock;
    }

    /** Gives each of them to another; false when some are to be looked at again. */
    boolean resettleAll() {
        Round round = round();
        return open.change(round.which(), round::resettle);
    }

    Round round() {
        LoadedRulebook today = editions.active();
        return new Round(today, editions.succession(today), rosters.of(today, clock.instant()));
    }

    /** One round, in which the organisation is one and the same. */
    final class Round {

        private final LoadedRulebook today;
        private final Succession succession;
        private final Roster roster;

        private Round(LoadedRulebook today, Succession succession, Roster roster) {
            this.today = today;
            this.succession = succession;
            this.roster = roster;
        }

        private Criteria which() {
            Stream<Criteria> moved = succession.versions().stream()
                    .filter(version -> !version.moves().isEmpty())
                    .map(version -> OpenCases.of(
                            version.moves().stream().map(Move::unit).toList(), version.number()));
            Stream<Criteria> waiting = Stream.of(Waiting.PART, Waiting.INSTRUCTION, Waiting.EXTENSION, Waiting.CHARGE)
                    .map(each -> each.from(List.of()));
            Criteria limited = Criteria.where("limited.names.officer")
                    .exists(true)
                    .and("limited.lifted")
                    .is(false);
            return new Criteria()
                    .orOperator(Stream.of(Stream.of(open.stranger(today.organisation()), limited), moved, waiting)
                            .flatMap(each -> each)
                            .toList());
        }

        /** Gives a case to who has it now; false where a newer version placed it, or it needs nothing any more. */
        boolean resettle(PetitionCase petitionCase) {
            String unit = petitionCase.assignment().unit();
            Optional<Version> cause = cause(petitionCase, unit);
            boolean owed = petitionCase.state().isOpen()
                    || petitionCase.callBackOwed
                    || petitionCase
                            .sheet()
                            .filter(sheet -> sheet.state().isOpen())
                            .isPresent();
            if (!owed || petitionCase.placedIn() > today.number()) {
                return false;
            }
            LoadedRulebook edition = editions.of(petitionCase.registration().edition());
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            if (cause.isEmpty()) {
                return petitionCase.stay(edition, today, now);
            }
            boolean changed = petitionCase.follow(
                    succession.of(unit, petitionCase.placedIn()), reason(cause.get()), edition, today, roster, now);
            petitionCase.countedIn(roster);
            return changed;
        }

        /** The version that moved the unit's cases or lacks the unit or the owner, the first since the case was placed. */
        private Optional<Version> cause(PetitionCase petitionCase, String unit) {
            boolean stranger = !hasPlace(today.organisation(), petitionCase.assignment());
            return succession.versions().stream()
                    .filter(version -> version.number() > petitionCase.placedIn())
                    .filter(version -> version.movedTo(unit).isPresent()
                            || (stranger
                                    && !hasPlace(
                                            editions.of(version.number()).organisation(), petitionCase.assignment())))
                    .findFirst()
                    .or(() -> stranger ? Optional.of(succession.versions().getLast()) : Optional.empty());
        }
    }

    private static boolean hasPlace(Organisation organisation, Assignment assignment) {
        boolean unit = organisation.unit(assignment.unit()).isPresent()
                || organisation.discipline().code().equals(assignment.unit());
        return unit && organisation.posts().containsKey(assignment.owner());
    }

    private static String reason(Version version) {
        String why = version.reason();
        return "organisation version " + version.number() + (why == null ? "" : ": " + why);
    }
}
