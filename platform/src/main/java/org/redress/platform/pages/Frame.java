package org.redress.platform.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every page shows around its content.
 *
 * @param service name of the service whose page it is
 * @param places the pages of all services
 * @param reader who has signed in, if anybody has
 */
public record Frame(
        String service, List<Place> places, @Nullable Reader reader) {

    /** Copies the places. */
    public Frame {
        places = List.copyOf(places);
    }

    /**
     * The pages of a service.
     *
     * @param service its name
     * @param url address to begin at
     */
    public record Place(String service, String url) {}
}
