package org.redress.routing.cases;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the petitioner added, examined for whom it may mean. Only {@link Examination} makes one, so that no words come into
 * a case that nobody examined.
 *
 * @param text the words, sealed; absent where there are none
 * @param meant ids of the officers whom they may mean
 */
record Examined(@Nullable CaseText text, Set<String> meant) {

    /** No words at all. */
    static final Examined NOTHING = new Examined(null, Set.of());

    /** Keeps its own copy. */
    Examined {
        meant = Set.copyOf(meant);
    }
}
