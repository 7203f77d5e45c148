package org.redress.routing.reorganisation;

import java.util.List;

/** What became of the wish to put a draft into effect. */
public sealed interface Outcome {

    /** It took effect, as the last of all versions. */
    record Done() implements Outcome {}

    /** Another version than the one that was looked at is in effect. */
    record Changed(int active) implements Outcome {}

    /** Its content is in effect already. */
    record InEffect() implements Outcome {}

    /** Units are no longer in it, and nobody says whose their open cases are then. */
    record Unfollowed(List<String> units) implements Outcome {}

    /** It is too large to be published whole. */
    record TooLarge() implements Outcome {}

    /** The history of versions holds as much as it may. */
    record Full() implements Outcome {}

    /**
     * What was asked for is wrong.
     *
     * @param field path of the field
     * @param problem what is wrong with it
     */
    record Wrong(String field, String problem) implements Outcome {}
}
