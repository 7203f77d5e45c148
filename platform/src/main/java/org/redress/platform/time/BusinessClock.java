package org.redress.platform.time;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Business time: real, or for demonstrations and tests read from a clock file that may set it forward and freeze it.
 * The file is looked at again at most every 100 ms.
 */
public final class BusinessClock implements InstantSource {

    private static final Logger log = LoggerFactory.getLogger(BusinessClock.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final Setting REAL = new Setting(0, Instant.EPOCH, Instant.EPOCH, false);

    private final @Nullable Path file;
    private final InstantSource real;
    private volatile Seen seen = new Seen(Instant.EPOCH, REAL);

    /** Reads the file if one is given; a missing file means real time. */
    public BusinessClock(@Nullable Path file, InstantSource real) {
        this.file = file;
        this.real = real;
    }

    @Override
    public Instant instant() {
        Instant now = real.instant();
        return setting(now).at(now);
    }

    /** Version of the clock file that is in force, 0 for real time. */
    public long version() {
        return setting(real.instant()).version();
    }

    private Setting setting(Instant now) {
        Seen last = seen;
        if (file == null || last.at().plus(LOOK_AGAIN).isAfter(now)) {
            return last.setting();
        }
        Setting setting = read(file, last.setting());
        seen = new Seen(now, setting);
        return setting;
    }

    private static Setting read(Path file, Setting last) {
        try {
            return Json.MAPPER.readValue(Files.readAllBytes(file), Setting.class);
        } catch (NoSuchFileException e) {
            return REAL;
        } catch (IOException | RuntimeException e) {
            // A clock that jumps back to real time because a file was unreadable once would fire limits by mistake.
            log.warn("The clock file {} cannot be read; the last setting stays", file, e);
            return last;
        }
    }

    private record Seen(Instant at, Setting setting) {}

    private record Setting(long version, Instant base, Instant business, boolean frozen) {

        Instant at(Instant now) {
            if (version == 0) {
                return now;
            }
            return frozen ? business : business.plus(Duration.between(base, now));
        }
    }
}
