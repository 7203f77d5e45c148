package org.redress.platform.pages;

import java.util.Set;

/**
 * A page of a service that its navigation leads to; declare one as a bean, in the order of the navigation.
 *
 * @param path where it is, such as {@code /cases}
 * @param name key of its name in the service's messages
 * @param icon name of a symbol in {@code icons.svg}
 * @param roles who is shown it: whoever has one of these
 */
public record NavigationEntry(String path, String name, String icon, Set<String> roles) {

    /** With a copy of the roles. */
    public NavigationEntry {
        roles = Set.copyOf(roles);
    }

    boolean isFor(Caller reader) {
        return reader.roles().stream().anyMatch(roles::contains);
    }
}
