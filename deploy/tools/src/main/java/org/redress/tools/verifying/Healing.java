package org.redress.tools.verifying;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.redress.tools.verifying.Difference.Kind;

/**
 * Mends what can be mended: first everything a consumer lacks is sent again, the organisation before the cases that need it, then
 * analytics counts anew. The order matters: facts that come again count a second time into the volumes that still hold them.
 */
final class Healing {

    // A case waits where the organisation is not known yet.
    private static final List<Family> HEALED = Arrays.stream(Family.values())
            .sorted(Comparator.comparing(family -> family != Family.ORGANISATIONS))
            .toList();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Difference UNCOUNTED =
            new Difference(Kind.VOLUME, "", "", Holder.ANALYTICS.service(), "", new Remedy.Recount());

    private final Supplier<Verification> verification;
    private final Services services;
    private final Consumer<Deed> told;

    /** With new verifications, and with who is told of each deed. */
    Healing(Supplier<Verification> verification, Services services, Consumer<Deed> told) {
        this.verification = verification;
        this.services = services;
        this.told = told;
    }

    /** Mends what was found, and waits until what was sent again has been consumed. */
    void mend(Findings findings) throws InterruptedException {
        boolean recount = false;
        for (Family family : HEALED) {
            TreeSet<String> sent = new TreeSet<>();
            for (Difference difference : findings.mendable()) {
                if (difference.remedy() instanceof Remedy.Redrive redrive && redrive.family() == family) {
                    recount |= redrive.consumption().consumer() == Holder.ANALYTICS;
                    if (redrive(difference, redrive)) {
                        sent.add(redrive.id());
                    }
                }
            }
            await(family, List.copyOf(sent));
        }
        if (recount || findings.mendable().stream().anyMatch(each -> each.remedy() instanceof Remedy.Recount)) {
            recount();
        }
    }

    private boolean redrive(Difference difference, Remedy.Redrive redrive) throws InterruptedException {
        Reply reply = services.redrive(redrive.consumption(), redrive.id(), redrive.key());
        told.accept(new Deed(difference, reply));
        return reply.changed();
    }

    /** As long as consumers get on, and a minute longer. */
    private void await(Family family, List<String> ids) throws InterruptedException {
        List<String> behind = ids;
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!behind.isEmpty() && System.nanoTime() < end) {
            TimeUnit.SECONDS.sleep(1);
            List<String> still = new ArrayList<>(verification.get().behind(family, behind));
            if (still.size() < behind.size()) {
                end = System.nanoTime() + PATIENCE.toNanos();
            }
            behind = still;
        }
    }

    private void recount() throws InterruptedException {
        Reply reply = services.recount();
        if (reply.changed() || reply.refused()) {
            told.accept(new Deed(UNCOUNTED, reply));
        }
    }
}
