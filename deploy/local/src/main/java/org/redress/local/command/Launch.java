package org.redress.local.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.redress.local.run.Part;
import org.redress.local.run.PartState;
import org.redress.local.run.RunFolder;
import org.redress.local.run.RunState;
import org.redress.local.signin.Person;
import org.redress.local.supervise.Installation;
import org.redress.local.supervise.Supervisor;
import org.redress.starters.ProcessRecord;
import org.redress.starters.Repository;
import org.redress.starters.StartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of the platform, from the first process to the last. */
final class Launch {

    // Taken before any part starts in parallel: logging is then set up once, by one thread.
    private static final Logger LOG = LoggerFactory.getLogger(Launch.class);

    private final RunFolder run;
    private final Installation installation;
    private final Terminal terminal;
    private final ProcessRecord self =
            ProcessRecord.of(ProcessHandle.current().pid()).orElseThrow();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final long began;
    private volatile boolean ready;
    private volatile double startupSeconds;
    private volatile List<PartState> parts = List.of();

    /** With the moment of the command, in milliseconds as the machine counts them. */
    Launch(RunFolder run, Installation installation, long began, Terminal terminal) {
        this.began = began;
        this.run = run;
        this.installation = installation;
        this.terminal = terminal;
    }

    int run(boolean demo) {
        LOG.info("Starting from {}", run.folder());
        Supervisor supervisor = new Supervisor(run, installation.parts(), this::write, this::journal);
        Thread ending = new Thread(() -> end(supervisor), "end");
        Runtime.getRuntime().addShutdownHook(ending);
        terminal.line("Redress starts; data, keys, mails and logs are in " + run.folder());
        supervisor.start();
        startupSeconds = (System.currentTimeMillis() - began) / 1000.0;
        supervisor.watch();
        if (demo) {
            loadDemo();
        }
        ready = true;
        write(parts);
        welcome();
        Thread.ofVirtual().name("class-caches").start(() -> installation.prepareNextStart(this::journal));
        await();
        return 0;
    }

    private void await() {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end(Supervisor supervisor) {
        terminal.line("Redress ends: the services first, the database last.");
        supervisor.close();
        terminal.line("Redress has ended.");
        ended.countDown();
    }

    private synchronized void write(List<PartState> now) {
        parts = now;
        run.write(new RunState(self, ready, startupSeconds, now, installation.addresses()));
    }

    private void journal(String line) {
        terminal.line(
                ready ? LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS) + " " + line : line);
    }

    private void loadDemo() {
        Path load = Repository.root().resolve("deploy/demo/load");
        if (!Files.isExecutable(load)) {
            throw new StartFailure("There are no sample petitions: %s is missing.".formatted(load));
        }
        new DemoLoad(load, EnvironmentCommand.of(run, run.state().orElseThrow())).run();
    }

    private void welcome() {
        Map<String, String> addresses = installation.addresses();
        terminal.line("Redress is ready after %.1f s.".formatted(startupSeconds));
        terminal.line("");
        for (Part service : Part.services()) {
            terminal.line("  %-13s %s".formatted(service.label(), addresses.get("REDRESS_" + service.name() + "_URL")));
        }
        terminal.line("  %-13s %s".formatted("sign-in", addresses.get("REDRESS_ISSUER")));
        terminal.line("  %-13s %s".formatted("mails", run.path("mail")));
        terminal.line("  %-13s %s".formatted("logs", run.path("logs")));
        terminal.line("");
        terminal.line("People of the demo, all with the password " + installation.password());
        for (Person person : installation.people().all()) {
            terminal.line("  %-16s %s %s %s".formatted(person.id(), person.name(), person.post(), person.roles()));
        }
        terminal.line("");
        terminal.line("Ctrl-C or deploy/local/down ends it.");
    }
}
