package org.redress.tools;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The business time of a run: real time, unless the run's clock file says otherwise. */
public final class BusinessClock implements InstantSource {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final InstantSource real;
    private final @Nullable Path file;

    private BusinessClock(InstantSource real, @Nullable Path file) {
        this.real = real;
        this.file = file;
    }

    /** The clock of a run; real time where no file is named or the file does not exist. */
    public static BusinessClock of(@Nullable String file) {
        return new BusinessClock(InstantSource.system(), file == null ? null : Path.of(file));
    }

    @Override
    public Instant instant() {
        if (file == null || !Files.exists(file)) {
            return real.instant();
        }
        try {
            JsonNode clock = JSON.readTree(file);
            Instant business = Instant.parse(clock.required("business").asString());
            Instant base = Instant.parse(clock.required("base").asString());
            boolean frozen = clock.path("frozen").asBoolean(false);
            return frozen ? business : business.plus(Duration.between(base, real.instant()));
        } catch (JacksonException | DateTimeException e) {
            throw new UsageException("The clock file " + file + " cannot be read: " + e.getMessage());
        }
    }
}
