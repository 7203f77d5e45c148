package org.redress.platform.pages;

import java.util.Set;
import java.util.function.Predicate;

/**
 * A page that the navigation of a service leads to; declare one as a bean, in the order of the navigation.
 *
 * @param path where it is, such as {@code /cases}, or the whole address of another service's page
 * @param name key of its name in the service's messages
 * @param icon name of a symbol in {@code icons.svg}
 * @param roles who is shown it: whoever has one of these
 * @param whom and of those whom alone
 */
public record NavigationEntry(String path, String name, String icon, Set<String> roles, Predicate<Caller> whom) {

    /** With a copy of the roles. */
    public NavigationEntry {
        roles = Set.copyOf(roles);
    }

    /** For everybody with one of the roles. */
    public NavigationEntry(String path, String name, String icon, Set<String> roles) {
        this(path, name, icon, roles, reader -> true);
    }

    boolean isFor(Caller reader) {
        return reader.roles().stream().anyMatch(roles::contains) && whom.test(reader);
    }
}
