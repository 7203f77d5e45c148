package org.redress.local.command;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.redress.local.clock.ClockFile;
import org.redress.local.clock.ClockReading;
import org.redress.local.clock.ClockWords;
import org.redress.local.run.RunFolder;

/** Shows, sets and advances business time. */
final class ClockCommand implements Command {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx");
    private static final Duration WAIT = Duration.ofMinutes(30);

    private final RunFolder run;
    private final Terminal terminal;
    private final InstantSource real;

    ClockCommand(RunFolder run, Terminal terminal, InstantSource real) {
        this.run = run;
        this.terminal = terminal;
        this.real = real;
    }

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public String help() {
        return """
                deploy/local/clock show
                deploy/local/clock set 2026-03-01T09:00 [--freeze] [--wait]
                deploy/local/clock advance 30d [--freeze] [--wait]
                Business time, on which every limit runs. A moment without an offset is one of the organisation's zone;
                a span is a number with w, d, h, m or s.
                  --freeze  business time then stands still; set without it lets it run, advance leaves it as it was
                  --wait    returns when every service has read it and no rung that is due is unfired""";
    }

    @Override
    public Set<String> switches() {
        return Set.of("--freeze", "--wait", "--help");
    }

    @Override
    public int run(Options options) {
        String word = options.words().isEmpty() ? "" : options.words().getFirst();
        int expected = word.equals("show") ? 1 : 2;
        if (!Set.of("show", "set", "advance").contains(word) || options.words().size() != expected) {
            throw new UsageError(
                    "clock takes show, set MOMENT or advance SPAN, such as: set 2026-03-01T09:00, advance 30d.");
        }
        ZoneId zone = OrganisationZone.read(run);
        ClockFile file = new ClockFile(clockFile(), real);
        ClockReading reading = word.equals("show") ? file.read() : change(file, new ClockWords(zone), word, options);
        Instant now = reading.at(real.instant());
        terminal.line("%s%s".formatted(SHOWN.format(now.atZone(zone)), reading.frozen() ? " (frozen)" : ""));
        if (options.has("--wait")) {
            new ClockWait(Commands.running(run), run, terminal).until(reading.version(), WAIT);
        }
        return 0;
    }

    private static ClockReading change(ClockFile file, ClockWords words, String word, Options options) {
        String text = options.words().get(1);
        if (word.equals("set")) {
            Instant moment = words.moment(text)
                    .orElseThrow(() -> new UsageError(
                            "\"%s\" is no moment: write 2026-03-01T09:00, with an offset if need be.".formatted(text)));
            return file.set(moment, options.has("--freeze"));
        }
        Instant moment = words.later(file.now(), text)
                .orElseThrow(() -> new UsageError(
                        "\"%s\" is no span: write a number with w, d, h, m or s, such as 30d.".formatted(text)));
        return file.set(moment, options.has("--freeze") || file.read().frozen());
    }

    private Path clockFile() {
        run.prepare();
        return run.path("clock.json");
    }
}
