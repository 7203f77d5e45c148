package org.redress.notification.planning;

import java.util.Optional;
import org.redress.notification.petitions.KnownPetition;

/** Who outside follows petitions on their way. */
@FunctionalInterface
public interface Followers {

    /**
     * The recipient that is told of each stage of a petition; empty where nobody is.
     *
     * @param known what is known of it; while its submission was not seen, nobody knows who is meant
     */
    Optional<String> of(KnownPetition known);
}
