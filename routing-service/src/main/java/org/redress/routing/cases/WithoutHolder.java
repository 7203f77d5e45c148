package org.redress.routing.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case that everybody in the organisation is kept from, as far as those may know who see to it that somebody can have it.
 *
 * @param petitionId its id
 * @param receivedAt when the organisation received it
 * @param dueAt when its earliest limit is missed; absent when none runs
 */
public record WithoutHolder(
        String petitionId, Instant receivedAt, @Nullable Instant dueAt) {

    static WithoutHolder of(PetitionCase petitionCase) {
        return new WithoutHolder(
                petitionCase.id(), petitionCase.registration().petition().receivedAt(), petitionCase.dueAt());
    }
}
