package org.redress.tools.importing;

import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.tools.Arguments;
import org.redress.tools.BusinessClock;
import org.redress.tools.Terminal;
import org.redress.tools.UsageException;

/** What an import was asked to do. */
record ImportOptions(
        PetitionFile file,
        boolean shiftToToday,
        URI url,
        @Nullable String token,
        int inFlight,
        Duration giveUpAfter,
        ZoneId zone,
        InstantSource clock) {

    static final String USAGE = """
            usage: import FILE --map FIELD=COLUMN,FIELD=COLUMN,… [options]
              FILE is UTF-8: .csv, whose first line names the columns, or .jsonl with one request a line (no --map).
              --map            needs externalId, subject and text; also receivedAt, channel, purpose, unit, place,
                               occurredOn, headCount, about, petitioner.name, petitioner.phone, petitioner.email, …
              --channel NAME   for rows without one (default web)
              --purpose NAME   for rows without one
              --unit CODE      for rows without one
              --shift-to-today moves receivedAt by whole days, so that the newest row is the last one not after now
              --in-flight N    requests at the same time (default 32)
              --give-up-after MINUTES  without any progress (default 10)
              --url URL        of intake (default: REDRESS_INTAKE_URL)
            A row taken before is counted as repeated: an import that was killed is simply run again.
            Rejected rows are listed with line and column. Exit 0: each row has its answer; 1: intake stayed away.""";

    private static final Set<String> OPTIONS =
            Set.of("--map", "--channel", "--purpose", "--unit", "--in-flight", "--give-up-after", "--url");
    private static final Set<String> SWITCHES = Set.of("--shift-to-today", "--help");
    private static final int IN_FLIGHT = 32;
    private static final int GIVE_UP_MINUTES = 10;

    static ImportOptions of(List<String> words, Terminal terminal) {
        Arguments arguments = Arguments.read(words, OPTIONS, SWITCHES);
        if (arguments.has("--help") || arguments.operands().size() != 1) {
            throw new UsageException(USAGE);
        }
        return new ImportOptions(
                file(Path.of(arguments.operands().getFirst()), arguments),
                arguments.has("--shift-to-today"),
                URI.create(arguments.option("--url", terminal.variable("REDRESS_INTAKE_URL", "http://127.0.0.1:8080"))),
                terminal.variable("REDRESS_TOKEN"),
                arguments.number("--in-flight", IN_FLIGHT),
                Duration.ofMinutes(arguments.number("--give-up-after", GIVE_UP_MINUTES)),
                zone(terminal.variable("REDRESS_ZONE", "Asia/Shanghai")),
                BusinessClock.of(terminal.variable("REDRESS_CLOCK_FILE")));
    }

    private static PetitionFile file(Path path, Arguments arguments) {
        if (path.toString().endsWith(".jsonl")) {
            return new JsonLinesFile(path);
        }
        String map = arguments.option("--map");
        if (map == null) {
            throw new UsageException("--map is missing.\n" + USAGE);
        }
        return new CsvFile(path, Fields.mapping(map), defaults(arguments));
    }

    private static Map<String, String> defaults(Arguments arguments) {
        Map<String, String> defaults = new LinkedHashMap<>();
        defaults.put("channel", arguments.option("--channel", "web"));
        for (String field : List.of("purpose", "unit")) {
            String value = arguments.option("--" + field);
            if (value != null) {
                defaults.put(field, value);
            }
        }
        return defaults;
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new UsageException("REDRESS_ZONE: '" + name + "' is no time zone.");
        }
    }
}
