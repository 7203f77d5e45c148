package org.redress.routing.cases;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Topic;
import org.redress.contracts.cases.CaseEvent;
import org.redress.contracts.cases.CaseRequestRefused;
import org.redress.contracts.submissions.PetitionReviewRequested;
import org.redress.contracts.submissions.PetitionSubmitted;
import org.redress.contracts.submissions.PetitionSupplemented;
import org.redress.contracts.submissions.PetitionWithdrawn;
import org.redress.contracts.submissions.SubmissionEvent;
import org.redress.platform.consuming.Position;
import org.redress.platform.consuming.Received;
import org.redress.platform.consuming.StalePositionException;
import org.redress.platform.publishing.AggregateStore;
import org.redress.platform.publishing.UnreadableDocumentException;
import org.redress.routing.classification.Classification;
import org.redress.routing.configuration.Names;
import org.redress.routing.organisation.Editions;
import org.redress.routing.organisation.LoadedRulebook;
import org.redress.routing.organisation.Roster;
import org.redress.routing.procedure.Request;

/** Makes cases of petitions and applies what their petitioners ask for later, whole batches at once and each of it once. */
public final class CaseRegistry {

    private static final String STREAM = Topic.SUBMISSIONS.name();

    private final AggregateStore<PetitionCase> cases;
    private final Editions editions;
    private final Examination examination;
    private final Rosters rosters;
    private final InstantSource clock;
    private final MeterRegistry meters;

    CaseRegistry(
            AggregateStore<PetitionCase> cases,
            Editions editions,
            Examination examination,
            Rosters rosters,
            InstantSource clock,
            MeterRegistry meters) {
        this.cases = cases;
        this.editions = editions;
        this.examination = examination;
        this.rosters = rosters;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Applies what is new and remembers how far each stream came, in one write a case.
     *
     * @throws StalePositionException when a stream had come further than its records say; some may be written
     */
    public void apply(List<Received<SubmissionEvent>> batch) {
        Map<String, PetitionCase> known = known(ids(batch));
        Map<String, PetitionCase> fresh = new LinkedHashMap<>();
        Roster roster = rosters.of(editions.active(), now());
        examination.writeDown(unregistered(batch, known));
        for (Received<SubmissionEvent> received : batch) {
            String id = received.source().aggregateId();
            PetitionCase petitionCase =
                    known.containsKey(id) ? known.get(id) : fresh.computeIfAbsent(id, key -> new PetitionCase(key));
            apply(received, petitionCase, roster);
        }
        List<PetitionCase> refused = cases.insertAll(fresh.values());
        List<PetitionCase> stale = cases.saveAll(known.values()).staleUnlessFailed();
        if (!refused.isEmpty() || !stale.isEmpty()) {
            throw new StalePositionException(refused.size() + stale.size() + " cases were changed meanwhile");
        }
    }

    private static List<PetitionSubmitted> unregistered(
            List<Received<SubmissionEvent>> batch, Map<String, PetitionCase> known) {
        return batch.stream()
                .map(Received::event)
                .filter(PetitionSubmitted.class::isInstance)
                .map(PetitionSubmitted.class::cast)
                .filter(petition -> !known.containsKey(petition.head().aggregateId())
                        || !known.get(petition.head().aggregateId()).isRegistered())
                .toList();
    }

    private void apply(Received<SubmissionEvent> received, PetitionCase petitionCase, Roster roster) {
        requireStanding(petitionCase, received.before());
        switch (received.event()) {
            case PetitionSubmitted petition -> registerOnce(petitionCase, petition, roster);
            case PetitionSupplemented request -> supplement(registered(petitionCase), request);
            case PetitionWithdrawn request -> withdraw(registered(petitionCase), request);
            case PetitionReviewRequested request -> askReview(registered(petitionCase), request);
        }
        petitionCase.received(STREAM, received.after());
    }

    /** Nothing is asked of a petition before it came: such a record is broken. */
    private static PetitionCase registered(PetitionCase petitionCase) {
        if (!petitionCase.isRegistered()) {
            throw new IllegalStateException("a request before its petition, of " + petitionCase.id());
        }
        return petitionCase;
    }

    private void supplement(PetitionCase petitionCase, PetitionSupplemented request) {
        count(
                Request.SUPPLEMENT,
                petitionCase.supplement(
                        request.requestId(),
                        examined(petitionCase, CaseText.of(request)),
                        editionOf(petitionCase),
                        editions.active(),
                        now()));
    }

    private void withdraw(PetitionCase petitionCase, PetitionWithdrawn request) {
        count(
                Request.WITHDRAW,
                petitionCase.withdraw(
                        request.requestId(),
                        examined(petitionCase, CaseText.of(request)),
                        editionOf(petitionCase),
                        editions.active(),
                        now()));
    }

    private void askReview(PetitionCase petitionCase, PetitionReviewRequested request) {
        count(
                Request.ASK_REVIEW,
                petitionCase.askReview(
                        request.requestId(),
                        examined(petitionCase, CaseText.of(request)),
                        request.takenAt(),
                        editionOf(petitionCase),
                        editions.active(),
                        now()));
    }

    /** Opened only when the case takes them: not where it was judged before or is refused. */
    private Supplier<Examined> examined(PetitionCase petitionCase, @Nullable CaseText text) {
        return () -> examination.examine(petitionCase, text, editions.active());
    }

    private LoadedRulebook editionOf(PetitionCase petitionCase) {
        return editions.of(petitionCase.registration().edition());
    }

    private void count(Request request, Optional<CaseEvent> event) {
        String outcome = event.map(fact -> fact instanceof CaseRequestRefused ? "refused" : "done")
                .orElse("repeated");
        meters.counter(RoutingMetric.REQUESTS.metricName(), "request", Names.of(request), "outcome", outcome)
                .increment();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static void requireStanding(PetitionCase petitionCase, Position before) {
        if (!petitionCase.inbox().getOrDefault(STREAM, Position.START).equals(before)) {
            throw new StalePositionException(petitionCase.id());
        }
    }

    /** A petition told again, as after intake was restored from a backup, changes nothing in its case. */
    private void registerOnce(PetitionCase petitionCase, PetitionSubmitted petition, Roster roster) {
        if (!petitionCase.isRegistered()) {
            LoadedRulebook edition = editions.active();
            Examination.Found found = examination.examine(petition, edition, roster);
            petitionCase.register(found.registration(), found.guard(), edition, now());
            petitionCase.noteOnlyMentioned(found.mentioned(), edition.organisation(), now());
            petitionCase.countedIn(roster);
            meters.counter(RoutingMetric.REGISTERED.metricName()).increment();
            countTopic(found.registration().classification());
        }
    }

    private void countTopic(@Nullable Classification found) {
        if (found != null) {
            String by = found.learned() != null ? "model" : found.found() ? "rules" : "nobody";
            meters.counter(RoutingMetric.TOPICS_FOUND.metricName(), "by", by).increment();
        }
    }

    /**
     * Moves a position without an effect, into a stub where there is no case; commands that come between are waited for.
     *
     * @throws StalePositionException when the stream stands no longer where it was read
     */
    public void place(String petitionId, Position before, Position after) {
        try {
            placeInCase(petitionId, before, after);
        } catch (UnreadableDocumentException e) {
            cases.place(petitionId, STREAM, before, after);
        }
    }

    /** Where the stream stands with these; those never seen are absent. */
    public Map<String, Position> positions(Collection<String> petitionIds) {
        return cases.positions(STREAM, petitionIds);
    }

    private void placeInCase(String petitionId, Position before, Position after) {
        boolean placed = false;
        while (!placed) {
            Map<String, PetitionCase> known = known(List.of(petitionId));
            PetitionCase petitionCase = known.getOrDefault(petitionId, new PetitionCase(petitionId));
            requireStanding(petitionCase, before);
            petitionCase.received(STREAM, after);
            placed = known.isEmpty()
                    ? cases.insertAll(List.of(petitionCase)).isEmpty()
                    : cases.saveUnlessStale(petitionCase);
        }
    }

    private Map<String, PetitionCase> known(Collection<String> ids) {
        return cases.findAll(ids).all().stream().collect(Collectors.toMap(PetitionCase::id, Function.identity()));
    }

    private static List<String> ids(List<Received<SubmissionEvent>> batch) {
        return batch.stream()
                .map(received -> received.source().aggregateId())
                .distinct()
                .toList();
    }
}
