package org.redress.intake.requests;

import java.util.List;
import java.util.Optional;
import org.redress.intake.petitions.KeptRequest;
import org.redress.intake.petitions.PetitionSettings;

/**
 * How much may be asked of one petition, whose document holds all of it.
 *
 * @param requests most requests
 * @param characters most characters in all of them together
 */
record RequestLimits(int requests, int characters) {

    static RequestLimits of(PetitionSettings settings) {
        return new RequestLimits(settings.requestLimit(), settings.requestTextLimit());
    }

    /** Why one more is not taken; empty when it is. */
    Optional<Asked> refuse(Ask ask, List<KeptRequest> kept) {
        if (kept.size() >= requests) {
            return Optional.of(new Asked.TooMany());
        }
        long said = kept.stream().mapToLong(KeptRequest::length).sum();
        return said + ask.length() > characters ? Optional.of(new Asked.TooLong()) : Optional.empty();
    }
}
