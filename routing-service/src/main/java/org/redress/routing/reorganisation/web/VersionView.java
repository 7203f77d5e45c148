package org.redress.routing.reorganisation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.routing.organisation.Move;
import org.redress.routing.organisation.Version;

/**
 * A version of the organisation.
 *
 * @param number from 1
 * @param digest digest of its files
 * @param activatedAt business time it took effect at
 * @param by who put it into effect; absent where the configuration folder did
 * @param reason why; absent where the configuration folder did it
 * @param moves units whose open cases were given to others
 * @param files names of its files
 */
record VersionView(
        int number,
        String digest,
        Instant activatedAt,
        @Nullable String by,
        @Nullable String reason,
        List<Move> moves,
        List<String> files) {

    /**
     * All versions.
     *
     * @param active number of the one in effect
     * @param items the newest first
     */
    @Schema(name = "VersionPage")
    record Page(int active, List<VersionView> items) {}

    static VersionView of(Version version, List<String> files) {
        return new VersionView(
                version.number(),
                version.digest(),
                version.activatedAt(),
                version.by(),
                version.reason(),
                version.moves(),
                files);
    }
}
