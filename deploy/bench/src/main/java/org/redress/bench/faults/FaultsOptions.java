package org.redress.bench.faults;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.redress.tools.Arguments;
import org.redress.tools.UsageException;

/**
 * What is asked of a run.
 *
 * @param kills how many processes to kill
 * @param petitions how many petitions to hand in
 * @param seed what the plan and the traffic are drawn from
 * @param outages whether parts are also kept away for longer
 * @param away how long broker and database are kept away
 * @param atMost when to break off
 * @param keep whether the run folder stays
 * @param previous checkout of an earlier build to roll back to for a while; blank for none
 */
record FaultsOptions(
        int kills,
        int petitions,
        long seed,
        boolean outages,
        Duration away,
        Duration atMost,
        boolean keep,
        String previous) {

    static final String USAGE = """
            usage: deploy/bench/faults [--kills N] [--petitions N] [--outages] [--minutes-away M] [--seed S]
                                       [--max-minutes M] [--previous FOLDER] [--long] [--keep]
              Starts the platform as it ships in a folder of its own, lets petitions, supplements, withdrawals and
              officers' commands flow in, kills processes at random moments and inside named windows, and judges by
              topics, stores and mails whether anything was lost, doubled or torn. The last line is JSON.
              --kills N         kills (12)
              --petitions N     petitions (2000)
              --outages         also keep broker and database away, one service beyond its offsets, and fill a disk
              --minutes-away M  minutes that broker and database are kept away (2)
              --seed S          repeat a plan; drawn and printed otherwise
              --previous FOLDER also roll all services back, for a while, to the build in this checkout
              --max-minutes M   break off after so many minutes (55)
              --long            200 kills, 100,000 petitions and the outages, unless told otherwise
              --keep            keep the run folder
            Exit 0: nothing was lost, doubled or torn, and every window was hit; 1 otherwise; 2: wrong arguments.""";

    private static final String LONG = "--long";
    private static final Set<String> VALUES =
            Set.of("--kills", "--petitions", "--minutes-away", "--seed", "--max-minutes", "--previous");
    private static final Set<String> SWITCHES = Set.of("--outages", LONG, "--keep", "--help");

    static FaultsOptions read(List<String> words) {
        Arguments arguments = Arguments.read(words, VALUES, SWITCHES);
        if (arguments.has("--help") || !arguments.operands().isEmpty()) {
            throw new UsageException(USAGE);
        }
        boolean all = arguments.has(LONG);
        return new FaultsOptions(
                arguments.number("--kills", all ? 200 : 12),
                arguments.number("--petitions", all ? 100_000 : 2_000),
                seed(arguments.option("--seed", "")),
                all || arguments.has("--outages"),
                Duration.ofMinutes(arguments.number("--minutes-away", 2)),
                Duration.ofMinutes(arguments.number("--max-minutes", 55)),
                arguments.has("--keep"),
                arguments.option("--previous", ""));
    }

    private static long seed(String given) {
        try {
            return given.isEmpty() ? ThreadLocalRandom.current().nextInt(1, 1_000_000) : Long.parseLong(given);
        } catch (NumberFormatException e) {
            throw new UsageException("--seed needs a whole number, not '" + given + "'.");
        }
    }
}
