package org.redress.routing.organisation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who puts a version into effect, and how.
 *
 * @param by id of the person, as in the token; absent for the configuration folder
 * @param reason why; absent for the configuration folder
 * @param moves units whose open cases are others' from then on
 */
public record Activation(@Nullable String by, @Nullable String reason, List<Move> moves) {

    /** By the configuration folder, when the service starts. */
    static final Activation BY_FOLDER = new Activation(null, null, List.of());

    /** Keeps its own copy. */
    public Activation {
        moves = List.copyOf(moves);
    }
}
