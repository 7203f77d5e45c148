package org.redress.bench.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.redress.bench.faults.judging.EvidenceReader;
import org.redress.bench.faults.judging.Sources;
import org.redress.bench.faults.judging.Verdict;
import org.redress.bench.faults.killing.Fleet;
import org.redress.bench.faults.killing.Kill;
import org.redress.bench.faults.killing.Kills;
import org.redress.bench.faults.outages.FullDisk;
import org.redress.bench.faults.outages.Outages;
import org.redress.bench.faults.traffic.Mix;
import org.redress.bench.faults.traffic.Pace;
import org.redress.bench.faults.traffic.Traffic;
import org.redress.journey.stack.RunningStack;

/** One run: traffic and faults side by side, then quiet, then the judges. */
final class FaultRun {

    // A kill of the plan with its recovery, as measured on two cores; only the pace of petitions depends on it.
    private static final Duration A_KILL = Duration.ofSeconds(10);
    private static final int MANY = 10_000;

    // So many petitions see their limits pass, so that rungs fire among the kills.
    private static final int OVERDUE = 200;
    private static final String LIMITS_PASS = "20d";

    private final FaultsOptions options;
    private final Progress progress;
    private final Stage stage;
    private final RunningStack stack;
    private final Kills kills;
    private final List<String> failures = new ArrayList<>();

    FaultRun(FaultsOptions options, Progress progress, Stage stage) {
        this.options = options;
        this.progress = progress;
        this.stage = stage;
        this.stack = stage.stack();
        this.kills = new Kills(new Fleet(stack), stage.debugPorts(), progress::tell);
    }

    Report carryOut() throws IOException, InterruptedException {
        Mix mix = options.petitions() < MANY ? Mix.SHORT : Mix.USUAL;
        Pace pace = Pace.from(options.petitions(), A_KILL.multipliedBy(options.kills()));
        Traffic traffic = Traffic.start(stack, mix, pace, options.seed());
        Outages outages = new Outages(stack, traffic, progress::tell, failures);
        awaitPetitions(traffic, Math.min(OVERDUE, options.petitions() / 10));
        stack.command("deploy/local/clock", "advance", LIMITS_PASS);
        List<Kill> plan = Kill.plan(options.kills(), new Random(options.seed()));
        carryOut(plan.subList(0, plan.size() / 2));
        outages.databaseRestored();
        if (!options.previous().isEmpty()) {
            outages.rolledBack(Path.of(options.previous()).toAbsolutePath());
        }
        if (options.outages()) {
            keepAway(outages);
        }
        carryOut(plan.subList(plan.size() / 2, plan.size()));
        awaitPetitions(traffic, options.petitions());
        end(traffic);
        Verdict verdict = Verdict.of(EvidenceReader.read(Sources.of(stack), traffic.ledger()));
        return new Report(options, kills, traffic.ledger(), verdict, outages.results(), failures);
    }

    private void carryOut(List<Kill> plan) throws IOException, InterruptedException {
        for (Kill kill : plan) {
            if (!isTimeUp()) {
                kills.carryOut(kill);
            }
        }
        kills.settle();
    }

    private void keepAway(Outages outages) throws IOException, InterruptedException {
        outages.brokerAway(options.away());
        outages.databaseAway(options.away());
        outages.offsetsForgotten();
        for (String part : List.of("broker", "mongod")) {
            Optional<FullDisk> disk = stage.disk(part);
            if (disk.isPresent()) {
                outages.diskFull(part, disk.get());
            } else {
                outages.impossible("disk_full_" + part);
            }
        }
    }

    private void end(Traffic traffic) throws IOException, InterruptedException {
        traffic.stop();
        progress.tell(traffic.ledger().size() + " acknowledged; callers got no answer "
                + traffic.turnaways().noAnswer() + " times and 503 "
                + traffic.turnaways().unavailable() + " times");
        new Drain(stack, progress).await().ifPresent(failures::add);
    }

    private boolean isTimeUp() {
        return progress.elapsed().compareTo(options.atMost()) > 0;
    }

    private void awaitPetitions(Traffic traffic, int wanted) throws InterruptedException {
        while (traffic.ledger().petitionCount() < wanted && !isTimeUp()) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }
}
