package org.redress.routing.organisation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A version of the organisation that took effect.
 *
 * @param number from 1
 * @param digest digest of its files
 * @param activatedAt business time
 * @param by id of who put it into effect, as in the token; absent where the configuration folder did
 * @param reason why; absent where the configuration folder did it
 * @param moves units whose open cases are others' from then on
 */
public record Version(
        int number,
        String digest,
        Instant activatedAt,
        @Nullable String by,
        @Nullable String reason,
        List<Move> moves) {

    /** Keeps its own copy; what was kept before there were moves has none. */
    public Version {
        moves = moves == null ? List.of() : List.copyOf(moves);
    }

    /** Code of the unit that takes the open cases of a unit; empty where it does not move. */
    public Optional<String> movedTo(String unit) {
        return moves.stream()
                .filter(move -> move.unit().equals(unit))
                .map(Move::to)
                .findFirst();
    }
}
