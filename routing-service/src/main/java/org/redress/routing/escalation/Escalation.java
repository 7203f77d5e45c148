package org.redress.routing.escalation;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.redress.contracts.cases.RungReached;
import org.redress.platform.publishing.AggregateStore;
import org.redress.platform.publishing.Found;
import org.redress.platform.publishing.Ids;
import org.redress.platform.publishing.Saved;
import org.redress.routing.cases.PetitionCase;
import org.redress.routing.cases.RoutingMetric;
import org.redress.routing.clocks.Ladder;
import org.redress.routing.organisation.Editions;
import org.redress.routing.organisation.LoadedRulebook;
import org.redress.routing.organisation.Organisation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Fires what is due: claims cases, fires one rung of each, writes them guarded by their versions, until none is left. */
final class Escalation {

    private static final Logger log = LoggerFactory.getLogger(Escalation.class);

    private final DueCases due;
    private final AggregateStore<PetitionCase> cases;
    private final Editions editions;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final String holder = Ids.next();

    Escalation(
            DueCases due,
            AggregateStore<PetitionCase> cases,
            Editions editions,
            InstantSource clock,
            MeterRegistry meters) {
        this.due = due;
        this.cases = cases;
        this.editions = editions;
        this.clock = clock;
        this.meters = meters;
        // A count that is there from the start shows its first limit as a rise.
        counter(Ladder.DUE, 1);
    }

    /**
     * One round: at most one rung of each claimed case; returns how many cases were claimed. One that cannot be read or
     * written keeps its claim until it lapses.
     */
    int fireSome() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<String> ids = due.claim(holder, now);
        Found<PetitionCase> found = cases.findAll(ids);
        List<PetitionCase> fired = found.read().stream()
                .sorted(Comparator.comparing(PetitionCase::nextDueAt, Comparator.nullsLast(Comparator.naturalOrder())))
                .filter(petitionCase -> fires(petitionCase, now))
                .toList();
        Saved<PetitionCase> saved = cases.saveAll(fired);
        due.release(holder, saved.stale().stream().map(PetitionCase::id).toList());
        meters.counter(RoutingMetric.FIRING_FAILED.metricName())
                .increment(found.unreadable().size() + saved.failed().size());
        return ids.size();
    }

    /** A case that does not fire, for a fault in it, keeps its claim until it lapses, so that it holds up no other. */
    private boolean fires(PetitionCase petitionCase, Instant now) {
        try {
            LoadedRulebook edition = editions.of(petitionCase.registration().edition());
            Organisation today = editions.active().organisation();
            return petitionCase.remind(edition, today, now).isPresent()
                    || petitionCase.fire(edition, today, now).map(this::count).isPresent();
        } catch (DataAccessException | MongoException e) {
            throw e;
        } catch (RuntimeException e) {
            meters.counter(RoutingMetric.FIRING_FAILED.metricName()).increment();
            log.error("The rung of {} that is due cannot fire", petitionCase.id(), e);
            return false;
        }
    }

    private RungReached count(RungReached reached) {
        String rung = reached.rung().name().replaceAll("-\\d+$", "");
        counter(rung, reached.rung().level()).increment();
        return reached;
    }

    private Counter counter(String rung, int level) {
        return meters.counter(RoutingMetric.FIRED.metricName(), "rung", rung, "level", Integer.toString(level));
    }
}
