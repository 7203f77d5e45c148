package org.redress.routing.learning;

/**
 * How one example was judged.
 *
 * @param truth its class
 * @param first the class found most probable
 * @param second the next; blank where there is only one
 * @param probability of the first, from 0 to 1
 * @param decided true when the first is probable enough to be decided without a person
 */
public record Verdict(String truth, String first, String second, double probability, boolean decided) {

    boolean isRight() {
        return first.equals(truth);
    }
}
