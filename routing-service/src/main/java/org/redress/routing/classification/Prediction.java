package org.redress.routing.classification;

import java.util.List;

/**
 * What a learned classifier finds in a petition.
 *
 * @param topic the most probable topic
 * @param second the next; blank where it knows only one
 * @param probability of the first, from 0 to 1
 * @param decided true when that is enough to be decided without a person
 * @param terms what spoke most for the first and against the second, the heaviest first; each was seen in several petitions
 */
public record Prediction(
        String topic, String second, double probability, boolean decided, List<Classification.Match> terms) {

    /** Keeps its own copy. */
    public Prediction {
        terms = List.copyOf(terms);
    }
}
