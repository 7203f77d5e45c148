package org.redress.platform.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every page shows around its content.
 *
 * @param service name of the service whose page it is
 * @param places the pages of all services
 * @param reader who has signed in, if anybody has
 * @param navigation the pages of this service that the reader is shown
 * @param path path of the page
 * @param address path and query of the page, to come back to it
 */
public record Frame(
        String service,
        List<Place> places,
        @Nullable Caller reader,
        List<NavigationEntry> navigation,
        String path,
        String address) {

    /** Copies the lists. */
    public Frame {
        places = List.copyOf(places);
        navigation = List.copyOf(navigation);
    }

    /** True where the page is that one, or one below it. */
    public boolean isAt(NavigationEntry entry) {
        return path.equals(entry.path()) || path.startsWith(entry.path() + "/");
    }

    /**
     * The pages of a service.
     *
     * @param service its name
     * @param url address to begin at
     */
    public record Place(String service, String url) {}
}
