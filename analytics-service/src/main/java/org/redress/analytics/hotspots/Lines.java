package org.redress.analytics.hotspots;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.platform.organisation.Directory;

/** Which unit holds petitions together, and who leads it. */
final class Lines {

    private Lines() {}

    /** The lowest unit below which all of these stand; empty where one of them is not in the tree. */
    static Optional<Directory.Unit> lowest(Collection<String> scopes, Directory directory) {
        @Nullable List<Directory.Unit> common = null;
        for (String scope : Set.copyOf(scopes)) {
            List<Directory.Unit> path =
                    directory.unit(scope).map(directory::upwards).orElse(List.of());
            common = common == null
                    ? path
                    : common.stream().filter(path::contains).toList();
        }
        return common == null ? Optional.empty() : common.stream().findFirst();
    }

    /** Posts that lead a unit: its head and those of the units above, from below. */
    static List<String> leaders(Directory.Unit unit, Directory directory) {
        return directory.upwards(unit).stream()
                .map(Directory.Unit::head)
                .distinct()
                .toList();
    }

    /** Codes of the units that an officer leads: those whose head the officer is or stands in for, and all below them. */
    static Set<String> led(String officer, Directory directory) {
        Set<String> posts = directory.postsOf(officer);
        return directory.units().values().stream()
                .filter(unit -> directory.upwards(unit).stream().anyMatch(above -> posts.contains(above.head())))
                .map(Directory.Unit::code)
                .collect(Collectors.toSet());
    }
}
