package org.redress.platform.organisation;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an officer may read: cases whose owner is one of the posts, and cases of the units in whose line the officer stands.
 *
 * @param posts posts the officer holds or stands in for
 * @param units codes of the units these head or keep the petitions of, and of all below them
 * @param desk code of the discipline desk's unit, for who belongs to it; absent for all others
 */
public record Reading(
        Set<String> posts, Set<String> units, @Nullable String desk) {

    /** Codes of all units whose cases the officer may read, the desk's among them. */
    public Set<String> scopes() {
        Set<String> scopes = new LinkedHashSet<>(units);
        if (desk != null) {
            scopes.add(desk);
        }
        return scopes;
    }
}
