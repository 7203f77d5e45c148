package org.redress.analytics.figures;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.redress.analytics.facts.CaseFacts;
import org.redress.analytics.facts.CaseFactsProjection.Piece;

/**
 * Which pieces came before and after by the same petitioner about the same topic 重复信访. No event decides that: it follows
 * from the keyed token, which is another one each year, so that a repeat is known within a calendar year alone and who
 * left no mark is always first.
 */
final class Pieces {

    private static final Comparator<Piece> ORDER =
            Comparator.comparing(Piece::receivedOn).thenComparing(Piece::petitionId);

    private final Map<Key, List<Piece>> byPetitioner;
    private final int days;

    private record Key(String petitioner, String topic) {}

    /**
     * Out of all pieces of some petitioners.
     *
     * @param days days within which a piece repeats another
     */
    Pieces(Collection<Piece> pieces, int days) {
        this.byPetitioner =
                pieces.stream().collect(Collectors.groupingBy(piece -> new Key(piece.petitioner(), piece.topic())));
        this.days = days;
    }

    boolean isRepeat(CaseFacts facts) {
        return others(facts).stream()
                .anyMatch(piece -> ORDER.compare(piece, piece(facts)) < 0
                        && !piece.receivedOn().isBefore(facts.receivedOn().minusDays(days)));
    }

    boolean cameAgain(CaseFacts facts) {
        LocalDate last = facts.receivedOn().plusDays(days);
        return others(facts).stream()
                .anyMatch(piece -> ORDER.compare(piece, piece(facts)) > 0
                        && !piece.receivedOn().isAfter(last));
    }

    private List<Piece> others(CaseFacts facts) {
        return facts.petitioner() == null || facts.topic() == null
                ? List.of()
                : byPetitioner.getOrDefault(new Key(facts.petitioner(), facts.topic()), List.of());
    }

    private static Piece piece(CaseFacts facts) {
        return new Piece(facts.petitionId(), "", "", facts.receivedOn());
    }
}
