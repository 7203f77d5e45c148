package org.redress.local.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.redress.starters.Secrets;
import org.redress.starters.StartFailure;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The file that every service reads business time from; where there is none, business time is real time. */
public final class ClockFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final InstantSource real;

    /** The file and the real time beside it. */
    public ClockFile(Path file, InstantSource real) {
        this.file = file;
        this.real = real;
    }

    /** What the file says now. */
    public ClockReading read() {
        if (Files.notExists(file)) {
            return ClockReading.real(real.instant());
        }
        try {
            return JSON.readValue(Files.readString(file), ClockReading.class);
        } catch (IOException | JacksonException e) {
            throw new StartFailure("%s cannot be read: delete it to return to real time.".formatted(file), e);
        }
    }

    /** Business time now. */
    public Instant now() {
        return read().at(real.instant());
    }

    /** Sets business time and returns what was written. */
    public ClockReading set(Instant business, boolean frozen) {
        ClockReading reading = read().changed(real.instant(), business, frozen);
        try {
            Secrets.write(file, JSON.writeValueAsString(reading));
            return reading;
        } catch (IOException e) {
            throw new UncheckedIOException("Business time cannot be written to " + file, e);
        }
    }
}
