package org.redress.tools.importing;

import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
              FILE is .csv (comma, semicolon or tab; UTF-8, UTF-16 or GB18030) or .xlsx, whose first line names the
              columns, or .jsonl with one request a line (no --map).
              --map            needs externalId, subject and text; also receivedAt, channel, purpose, unit, place,
                               occurredOn, headCount, about, petitioner.name, petitioner.phone, petitioner.email, …
              --channel NAME   for rows without one (default web)
              --purpose NAME   for rows without one
              --unit CODE      for rows without one
              --date-format F  how receivedAt and occurredOn are written, if not as 2026-11-21T08:30, 2026/11/21 8:30
                               or 2026年11月21日 8时30分: 'serial' for day numbers, or a pattern such as 'd.M.yyyy H:mm'
              --encoding NAME  of a .csv whose encoding is found out wrongly
              --sheet NAME     of an .xlsx (default: the first)
              --shift-to-today moves receivedAt by whole days, so that the newest row is the last one not after now
              --in-flight N    requests at the same time (default 32)
              --give-up-after MINUTES  without any progress (default 10)
              --url URL        of intake (default: REDRESS_INTAKE_URL)
            A row taken before is counted as repeated: an import that was killed is simply run again. Of rows with
            the same id the first counts. Rejected rows are listed with line and column.
            Exit 0: each row was taken; 1: intake stayed away; 2: wrong arguments or file; 3: rows were rejected.""";

    private static final Set<String> OPTIONS = Set.of(
            "--map",
            "--channel",
            "--purpose",
            "--unit",
            "--date-format",
            "--encoding",
            "--sheet",
            "--in-flight",
            "--give-up-after",
            "--url");
    private static final Set<String> SWITCHES = Set.of("--shift-to-today", "--help");
    private static final int IN_FLIGHT = 32;
    private static final int GIVE_UP_MINUTES = 10;

    static ImportOptions of(List<String> words, Terminal terminal) {
        Arguments arguments = Arguments.read(words, OPTIONS, SWITCHES);
        if (arguments.has("--help") || arguments.operands().size() != 1) {
            throw new UsageException(USAGE);
        }
        ZoneId zone = zone(terminal.variable("REDRESS_ZONE", "Asia/Shanghai"));
        return new ImportOptions(
                file(Path.of(arguments.operands().getFirst()), arguments, zone),
                arguments.has("--shift-to-today"),
                URI.create(arguments.option("--url", terminal.variable("REDRESS_INTAKE_URL", "http://127.0.0.1:8080"))),
                terminal.variable("REDRESS_TOKEN"),
                arguments.number("--in-flight", IN_FLIGHT),
                Duration.ofMinutes(arguments.number("--give-up-after", GIVE_UP_MINUTES)),
                zone,
                BusinessClock.of(terminal.variable("REDRESS_CLOCK_FILE")));
    }

    private static PetitionFile file(Path path, Arguments arguments, ZoneId zone) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".jsonl")) {
            return new JsonLinesFile(path);
        }
        String map = arguments.option("--map");
        if (map == null) {
            throw new UsageException("--map is missing.\n" + USAGE);
        }
        Mapping mapping = new Mapping(Fields.mapping(map), defaults(arguments), dates(arguments, zone));
        if (name.endsWith(".xls")) {
            throw new UsageException(path + " is of the old format .xls: save it as .xlsx and run the import again.");
        }
        if (name.endsWith(".xlsx")) {
            return new SpreadsheetFile(path, mapping, arguments.option("--sheet"));
        }
        String encoding = arguments.option("--encoding");
        return new CsvFile(path, mapping, encoding == null ? null : TextEncoding.named(encoding));
    }

    private static Dates dates(Arguments arguments, ZoneId zone) {
        String format = arguments.option("--date-format");
        return format == null ? Dates.common(zone) : Dates.written(format, zone);
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
