package org.redress.bench.throughput;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.redress.bench.Report;
import org.redress.bench.throughput.Stores.Kept;
import org.redress.journey.stack.Watch;

/** Measures the whole: from a petition handed in to the case that analytics counts, and then the mails. */
final class Pipeline {

    private static final int CONNECTIONS = 64;
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final Ground ground;
    private final Stores stores;

    Pipeline(Ground ground) {
        this.ground = ground;
        this.stores = ground.stores();
    }

    /** Hands in a burst and waits until analytics counts all of it, and until all plans are made. */
    void measure(Report report) {
        int burst = ground.extent().burst();
        long facts = stores.count(Kept.FACTS);
        long plans = stores.count(Kept.PLANS);
        long began = System.nanoTime();
        Measured taken = ground.load().run(ground.intakePort(), CONNECTIONS, Pace.burst(burst));
        ground.say("burst: %s".formatted(taken));
        long all = facts + taken.acknowledged();
        Watch.until(() -> stores.count(Kept.FACTS), all, LONGEST);
        double seconds = (System.nanoTime() - began) / 1e9;
        long counted = Math.min(taken.acknowledged(), stores.count(Kept.FACTS) - facts);
        ground.say("pipeline: %,d cases counted after %.1f s = %,.0f/s".formatted(counted, seconds, counted / seconds));
        report.put("pipeline_per_s", counted / seconds);
        ground.awaitCaughtUp();
        double withPlans = (System.nanoTime() - began) / 1e9;
        long planned = stores.count(Kept.PLANS) - plans;
        ground.say("all %,d plans of them made after %.1f s".formatted(planned, withPlans));
        report.put("pipeline_with_plans_per_s", taken.acknowledged() / withPlans);
        report.put("plans", planned);
    }

    /** Has the mail server back and counts what arrives there. */
    void drainMails(Report report) throws IOException {
        Path mails = ground.stack().folder().resolve("mail");
        ground.start("mail");
        // Notification asks again for a server that was away; the first mail begins the count.
        long before = count(mails);
        Watch.await(() -> count(mails) > before, ground.extent().stage());
        Watch watch =
                Watch.until(() -> count(mails), Long.MAX_VALUE, ground.extent().mails());
        ground.say("mails: %,d in %s = %,.0f/s"
                .formatted(watch.grown(), ground.extent().mails(), watch.perSecond()));
        report.put("mail_drain_per_s", watch.perSecond());
        ground.stop("mail");
    }

    private static long count(Path folder) {
        long count = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.eml")) {
            for (Path ignored : files) {
                count++;
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("the mails cannot be counted", e);
        }
        return count;
    }
}
