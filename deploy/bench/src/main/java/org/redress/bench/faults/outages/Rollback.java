package org.redress.bench.faults.outages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.redress.journey.stack.RunningStack;
import org.redress.journey.stack.ServiceBeside;

/**
 * The services of an earlier build in place of today's, on the same broker and the same databases: what either wrote the
 * other has to read, in each state in between.
 */
final class Rollback implements AutoCloseable {

    /** The order of a rollback; an upgrade goes the other way. */
    private static final List<String> ORDER = List.of("intake", "routing", "notification", "analytics");

    private static final String READY = "/actuator/health/readiness";

    private final RunningStack stack;
    private final Path previous;
    private final Consumer<String> progress;
    private final Map<String, ServiceBeside> earlier = new LinkedHashMap<>();

    Rollback(RunningStack stack, Path previous, Consumer<String> progress) {
        this.stack = stack;
        this.previous = previous;
        this.progress = progress;
    }

    /** Stops or starts a part. */
    interface Switch {
        void turn(String part) throws IOException;
    }

    /** Puts the earlier build in place of each service, first beside it and then alone. */
    void takeBack(Switch stop) throws IOException {
        for (String service : ORDER) {
            progress.accept("roll back " + service);
            Path jar = program(previous.resolve(service + "-service/target"));
            long pid = stack.state().process(service).orElseThrow().pid();
            try (ServiceBeside beside = ServiceBeside.start(
                    "the earlier " + service, pid, command -> of(jar, command), READY, log(service, "beside"))) {
                stop.turn(service);
                int port = stack.address(service).getPort();
                earlier.put(
                        service,
                        ServiceBeside.startAt(
                                port,
                                "the earlier " + service,
                                beside.pid(),
                                command -> command,
                                READY,
                                log(service, "alone")));
            }
        }
    }

    /** Puts today's build back in the place of each. */
    void putForth(Switch start) throws IOException {
        for (String service : ORDER.reversed()) {
            ServiceBeside replaced = earlier.remove(service);
            if (replaced != null) {
                replaced.close();
            }
            start.turn(service);
        }
    }

    private Path log(String service, String where) {
        return stack.folder().resolve("logs/previous-" + service + "-" + where + ".log");
    }

    private static Path program(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no program in " + folder + ": is it built?"));
        }
    }

    /** The same options but those of this build alone and of the debugger, whose port is taken. */
    private static List<String> of(Path jar, List<String> command) {
        List<String> line = new ArrayList<>(command.stream()
                .takeWhile(word -> !word.equals("-cp") && !word.equals("-jar"))
                .filter(word -> !word.startsWith("-XX:AOTCache") && !word.startsWith("-agentlib:jdwp"))
                .toList());
        line.addAll(List.of("-jar", jar.toString()));
        return line;
    }

    /** Ends what is left of the earlier build. */
    @Override
    public void close() {
        earlier.values().forEach(ServiceBeside::close);
    }
}
