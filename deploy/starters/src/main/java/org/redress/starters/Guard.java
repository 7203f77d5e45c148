package org.redress.starters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A shell beside this JVM that ends its children and deletes its temporary folders when this JVM is gone, even by
 * SIGKILL: the shell reads from a pipe that only this JVM holds open.
 */
public final class Guard {

    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

    private static final String SCRIPT = """
            trap '' INT TERM HUP
            alive=' '
            folders=
            while read -r sign what; do
              case $sign in
                +) alive="$alive$what " ;;
                -) case $alive in *" $what "*) alive="${alive%% $what *} ${alive#* $what }" ;; esac ;;
                d) folders="$folders
            $what" ;;
              esac
            done
            set -- $alive
            if [ $# -gt 0 ]; then
              kill -TERM "$@" 2>/dev/null
              for second in 1 2 3 4 5 6 7 8 9 10; do
                kill -0 "$@" 2>/dev/null || break
                sleep 1
              done
              kill -KILL "$@" 2>/dev/null
            fi
            printf '%s\\n' "$folders" | while read -r folder; do
              [ -n "$folder" ] && rm -rf -- "$folder"
            done
            """;

    private static @Nullable Guard instance;

    private final Writer orders;

    private Guard(Writer orders) {
        this.orders = orders;
    }

    /** The one of this JVM, started when first asked for. */
    public static synchronized Guard get() {
        Guard guard = instance;
        if (guard == null) {
            guard = start();
            instance = guard;
        }
        return guard;
    }

    private static Guard start() {
        List<String> command = new ArrayList<>();
        Executables.find("setsid").ifPresent(setsid -> command.add(setsid.toString()));
        command.addAll(List.of("sh", "-c", SCRIPT, "redress-guard"));
        try {
            Process shell = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Guard(shell.outputWriter(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("No shell could be started", e);
        }
    }

    /** Ends the process when this JVM is gone, by force after ten seconds. */
    public void watch(ProcessHandle process) {
        order("+ " + process.pid());
        var unused = process.onExit().thenAccept(ended -> order("- " + ended.pid()));
    }

    /** Deletes the folder when this JVM is gone. */
    void deleteAtTheEnd(Path folder) {
        order("d " + folder);
    }

    private synchronized void order(String line) {
        try {
            orders.write(line + '\n');
            orders.flush();
        } catch (IOException e) {
            LOG.warn("The guard shell is gone: children may outlive this process", e);
        }
    }
}
