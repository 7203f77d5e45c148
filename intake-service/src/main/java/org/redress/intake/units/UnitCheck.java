package org.redress.intake.units;

import java.util.List;

/** What is known of codes that a petition names as units. */
public sealed interface UnitCheck {

    /** All of them are units. */
    record Known() implements UnitCheck {}

    /**
     * Some are not.
     *
     * @param codes those that are not
     * @param examples some codes that are
     */
    record Unknown(List<String> codes, List<String> examples) implements UnitCheck {}

    /** Nothing was heard of the organisation yet: nobody can tell. */
    record NotTold() implements UnitCheck {}
}
