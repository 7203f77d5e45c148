package org.redress.bench.throughput;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.redress.journey.stack.ServiceBeside;
import org.redress.starters.Repository;

/** A second intake whose petitions are kept nowhere: the shipped program with one class of this bench in front of it. */
final class NoopIntake {

    private NoopIntake() {}

    /** Starts it beside the intake with this process id and returns when it is ready. */
    static ServiceBeside beside(long pid, Path log) throws IOException {
        return ServiceBeside.start(
                "the intake that keeps nothing", pid, NoopIntake::command, "/actuator/health/organisation", log);
    }

    private static List<String> command(List<String> shipped) {
        List<String> command = new ArrayList<>(shipped);
        int classPath = command.indexOf("-cp") + 1;
        if (classPath == 0) {
            throw new IllegalStateException("intake runs from one jar, before which no class can be put: " + shipped);
        }
        String own = Repository.root()
                .resolve("deploy/bench/target/redress-bench-0.1.0-SNAPSHOT.jar")
                .toString();
        command.set(classPath, own + File.pathSeparator + command.get(classPath));
        // The running one reads the cases alone.
        command.add(classPath - 1, "-Dspring.cloud.stream.default.consumer.auto-startup=false");
        command.removeIf(word -> word.startsWith("-XX:AOTCache=") || word.startsWith("-XX:StartFlightRecording"));
        return command;
    }
}
