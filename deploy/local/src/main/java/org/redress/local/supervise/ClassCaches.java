package org.redress.local.supervise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.redress.local.run.Part;
import org.redress.local.run.RunFolder;
import org.redress.starters.ChildProcess;
import org.redress.starters.Executables;
import org.redress.starters.StartFailure;

/**
 * Makes the class caches that the next starts are quicker by: once per build, beside the running platform and yielding
 * to it. A service is started up to the point where it would begin to work, and ends itself there.
 */
final class ClassCaches {

    private static final Duration WITHIN = Duration.ofMinutes(5);

    private final RunFolder run;
    private final ServiceStart services;
    private final Consumer<String> journal;

    ClassCaches(RunFolder run, ServiceStart services, Consumer<String> journal) {
        this.run = run;
        this.services = services;
        this.journal = journal;
    }

    /** Makes what is missing, one after the other; what cannot be made is left for the next start. */
    void makeMissing() {
        for (Part service : Part.services()) {
            ServiceProgram program = ServiceProgram.of(service);
            if (program.wantsClassCache()) {
                try {
                    make(program);
                } catch (IOException | StartFailure e) {
                    journal.accept("%s goes on without a class cache: %s".formatted(service.label(), e.getMessage()));
                }
            }
        }
    }

    private void make(ServiceProgram program) throws IOException {
        Path cache = program.layout().classCache();
        Path recorded = cache.resolveSibling("recorded.part");
        Path made = cache.resolveSibling("classes.part");
        try {
            // Its context is complete and nothing consumes yet: the platform beside it notices nothing.
            run(program, "-XX:AOTMode=record", "-XX:AOTConfiguration=" + recorded, "-Dspring.context.exit=onRefresh");
            run(program, "-XX:AOTMode=create", "-XX:AOTConfiguration=" + recorded, "-XX:AOTCache=" + made);
            Files.move(made, cache, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(recorded);
            Files.deleteIfExists(made);
        }
    }

    private void run(ServiceProgram program, String... options) throws IOException {
        List<String> command = new ArrayList<>();
        Executables.find("nice").ifPresent(nice -> command.addAll(List.of(nice.toString(), "-n", "10")));
        command.addAll(program.trainingCommand(List.of(options)));
        Map<String, String> environment = services.environment(program.service(), 0);
        ChildProcess process = ChildProcess.start(
                "the class cache of " + program.service().label(), command, environment, run.log("class-caches"));
        if (!process.endsWithin(WITHIN) || !process.succeeded()) {
            process.kill();
            throw new IOException("see " + process.log());
        }
    }
}
