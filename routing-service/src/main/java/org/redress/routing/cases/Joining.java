package org.redress.routing.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.redress.contracts.cases.Clock;
import org.redress.routing.cases.HistoryEntry.What;
import org.redress.routing.organisation.Assignment;
import org.redress.routing.organisation.LoadedRulebook;
import org.redress.routing.procedure.CaseState;
import org.redress.routing.procedure.OpinionOutcome;

/**
 * What a case that was joined to another owes to what that one comes to 合并: it goes to who handles that one, is given its
 * answer or opinion and from then on its own way, and stands for itself again where that one ends without.
 */
final class Joining {

    private final PetitionCase joined;
    private final PetitionCase survivor;

    /**
     * Of a pair.
     *
     * @param joined the one that was joined
     * @param survivor the one that goes on for both
     */
    Joining(PetitionCase joined, PetitionCase survivor) {
        this.joined = joined;
        this.survivor = survivor;
    }

    PetitionCase survivor() {
        return survivor;
    }

    /** True while the one goes its way with the other. */
    boolean holds() {
        return joined.isJoinedTo(survivor.id());
    }

    /** Lets the survivor know, once, and who handles it; true when it changed. */
    boolean admit(LoadedRulebook edition, LoadedRulebook today, Instant now) {
        if (!holds() || differs() || survivor.joinedBy.contains(joined.id())) {
            return false;
        }
        survivor.joinedBy.add(joined.id());
        survivor.note(now, What.JOINED, null, null, joined.id());
        List<String> told = survivor.state().isOpen() ? survivor.ownerToTell(today, now) : List.of();
        survivor.moved("join", told, false, edition, now);
        return true;
    }

    /** Lets the survivor know, once, that the other stands for itself; true when it changed. */
    boolean release(LoadedRulebook edition, Instant now) {
        if (holds() || !survivor.joinedBy.remove(joined.id())) {
            return false;
        }
        survivor.note(now, What.RELEASED, null, null, joined.id());
        survivor.moved("release", List.of(), false, edition, now);
        return true;
    }

    /** True where the two are not kept from the same people any more: neither follows the other, nor is given its words. */
    boolean differs() {
        return !joined.guard.isLike(survivor.guard) || joined.isLimited() || survivor.isLimited();
    }

    /**
     * True where the other comes to no answer; and from the next day on where the two are not kept from the same people any
     * more: at once would tell whom only one of them is kept from when it accused somebody.
     */
    boolean separates(LoadedRulebook edition, Instant now) {
        return isUnanswered() || (differs() && dayOfChange(edition).isBefore(dayOf(now, edition)));
    }

    private boolean isUnanswered() {
        return switch (survivor.state()) {
            case DECLINED, LED_ELSEWHERE, WITHDRAWN, MERGED, RETURNED -> true;
            case CLOSED, RESOLVED, FINAL -> outcome().isEmpty();
            default -> false;
        };
    }

    private LocalDate dayOfChange(LoadedRulebook edition) {
        return Stream.of(joined, survivor)
                .flatMap(each -> each.history().stream())
                .filter(HistoryEntry::mayChangeGuard)
                .map(entry -> dayOf(entry.at(), edition))
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
    }

    private static LocalDate dayOf(Instant moment, LoadedRulebook edition) {
        return edition.clockwork().dayOf(moment);
    }

    /** Stands for itself again as it did, by the days it was owed by before; its petitioner is told. */
    void separate(LoadedRulebook edition, LoadedRulebook today, Instant now) {
        Joined before = Objects.requireNonNull(joined.joined, "was not joined");
        for (Clock clock : before.running()) {
            joined.clocks = joined.clocks.with(clock);
        }
        if (before.targets() != null) {
            joined.targets = new ArrayList<>(before.targets());
        }
        joined.state = before.state();
        joined.undecided = before.undecided();
        joined.mergedInto = null;
        joined.joined = null;
        if (joined.guard.unclear()) {
            // Words that came meanwhile took it to who finds out whom they mean.
            joined.heldBefore = before.assignment();
        } else {
            joined.give(before.assignment(), today);
        }
        // A version that moved its unit's cases meanwhile moves it too.
        joined.placedIn = Math.min(joined.placedIn, before.placedIn());
        joined.note(now, What.SEPARATED, null, null, survivor.id());
        joined.moved("separate", joined.ownerToTell(today, now), true, edition, now);
    }

    /** Goes to who handles the other, so that words of its petitioner reach them; true when it changed. */
    boolean follow(LoadedRulebook edition, LoadedRulebook today, Instant now) {
        Assignment to = today.assigner().over(survivor.assignment(), joined.guard);
        boolean there = joined.assignment().owner().equals(to.owner())
                && joined.assignment().unit().equals(to.unit());
        if (there) {
            return false;
        }
        joined.place(to, today);
        joined.note(now, What.FOLLOWED, null, null, survivor.id());
        joined.moved("follow", List.of(), false, edition, now);
        return true;
    }

    /** The latest answer or opinion of the other. */
    Optional<TextEntry> outcome() {
        return survivor.texts().stream()
                .filter(text -> text.kind() == CaseText.Kind.ANSWER || text.kind() == CaseText.Kind.OPINION)
                .reduce((first, second) -> second);
    }

    /** Who decided on the other, and how. */
    private HistoryEntry decision(TextEntry outcome) {
        return survivor.history().stream()
                .filter(entry -> outcome.id().equals(entry.textId()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody gave " + outcome.id()));
    }

    /** Who decided on the other. */
    Actor decider(TextEntry outcome) {
        HistoryEntry entry = decision(outcome);
        return new Actor(
                Objects.requireNonNull(entry.officer(), "an officer decides"),
                Objects.requireNonNull(entry.post(), "an officer decides"));
    }

    /**
     * Is given what the other was given, and stands for itself from then on: it is served, reviewed and closed apart.
     *
     * @param outcome the other's answer or opinion
     * @param text the same words, sealed for this one
     * @param turn whose decision it is
     */
    void adopt(TextEntry outcome, CaseText text, Turn turn) {
        joined.joined = null;
        joined.way = survivor.way;
        joined.acceptedOn = survivor.acceptedOn;
        joined.undecided = false;
        joined.state = CaseState.ACCEPTED;
        joined.add(text);
        if (text.kind() == CaseText.Kind.ANSWER) {
            new Decisions(joined, turn).answer(text);
        } else {
            String detail = Objects.requireNonNull(decision(outcome).detail(), "an opinion comes to something");
            OpinionOutcome came =
                    OpinionOutcome.valueOf(detail.toUpperCase(Locale.ROOT).replace('-', '_'));
            new Opinions(joined, turn).give(came, survivor.promises(), text);
        }
    }
}
