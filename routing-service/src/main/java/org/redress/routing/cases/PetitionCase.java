package org.redress.routing.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Head;
import org.redress.contracts.cases.CaseAccepted;
import org.redress.contracts.cases.CaseAnswered;
import org.redress.contracts.cases.CaseClosed;
import org.redress.contracts.cases.CaseDeclined;
import org.redress.contracts.cases.CaseEvent;
import org.redress.contracts.cases.CaseRequestRefused;
import org.redress.contracts.cases.CaseSupplemented;
import org.redress.contracts.cases.CaseWithdrawn;
import org.redress.contracts.cases.Clock;
import org.redress.contracts.cases.Rung;
import org.redress.contracts.cases.RungReached;
import org.redress.platform.publishing.Aggregate;
import org.redress.routing.cases.HistoryEntry.What;
import org.redress.routing.clocks.Beginning;
import org.redress.routing.clocks.Clocks;
import org.redress.routing.clocks.Ladder;
import org.redress.routing.clocks.Step;
import org.redress.routing.configuration.Names;
import org.redress.routing.organisation.Edition;
import org.redress.routing.organisation.Line;
import org.redress.routing.organisation.Organisation;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A case: whose matter it is, which clocks run, what was decided. Each change checks its rule, changes the state and
 * records the event; only a change that names a clock moves one. A stub, which no petition came for yet, only holds how
 * far its stream was received.
 */
@Document("cases")
@CompoundIndex(name = "due", def = "{'dueAt': 1, '_id': 1}")
@CompoundIndex(name = "owner", def = "{'registration.assignment.owner': 1, 'dueAt': 1, '_id': 1}")
@CompoundIndex(name = "unit", def = "{'registration.assignment.unit': 1, 'dueAt': 1, '_id': 1}")
@CompoundIndex(name = "topic", def = "{'registration.classification.topic': 1, 'dueAt': 1, '_id': 1}")
@CompoundIndex(name = "state", def = "{'state': 1, 'nextDueAt': 1}")
@CompoundIndex(name = "firing", def = "{'nextDueAt': 1}", sparse = true)
public class PetitionCase extends Aggregate {

    private @Nullable Registration registration;
    private @Nullable CaseState state;
    private boolean undecided;
    private @Nullable LocalDate acceptedOn;
    private Clocks clocks = Clocks.NONE;
    private @Nullable Instant dueAt;
    private @Nullable Instant nextDueAt;
    private @Nullable Claim claim;
    private List<CaseText> texts = new ArrayList<>();
    private List<HistoryEntry> history = new ArrayList<>();
    private List<String> requests = new ArrayList<>();

    /** A stub for a petition. */
    public PetitionCase(String petitionId) {
        super(petitionId);
    }

    @SuppressWarnings("unused") // for the mapping
    private PetitionCase() {}

    /** Becomes the case of a petition; where its time passed before it came, nobody is told and acceptance is deemed. */
    void register(Registration found, Edition edition, Instant now) {
        registration = found;
        state = CaseState.REGISTERED;
        undecided = true;
        CaseTime time = new CaseTime(edition, found);
        clocks = time.begin(
                clocks, Beginning.RECEIPT, time.dayOf(found.petition().receivedAt()));
        note(now, What.REGISTERED, null, null);
        List<Clock> missed = clocks.missedBeforeImport();
        List<String> alerts = missed.isEmpty() ? List.of(found.assignment().owner()) : List.of();
        record(found.event(head(now), alerts, clocks));
        missed.forEach(clock -> countAsAccepted(clock, time, now));
        settle(time);
    }

    /** Accepts 受理; where it counted as accepted already, the handling limit keeps its start. */
    Outcome accept(Actor by, Edition edition, Instant now) {
        return ifAllowed(Step.ACCEPT, () -> {
            CaseTime time = end(Step.ACCEPT, edition, now);
            if (state == CaseState.REGISTERED) {
                accepted(time.dayOf(now), time);
            }
            undecided = false;
            note(now, What.ACCEPTED, by, null);
            return new CaseAccepted(head(now), scope(), restricted(), acceptedOn(), by.post(), false, settled(time));
        });
    }

    /** Declines 不予受理, with the text told to the petitioner; nothing is owed any more. */
    Outcome decline(Actor by, CaseText reason, Edition edition, Instant now) {
        return ifAllowed(Step.DECLINE, () -> {
            CaseTime time = end(Step.DECLINE, edition, now);
            clocks = clocks.stopped();
            state = CaseState.DECLINED;
            undecided = false;
            texts.add(reason);
            note(now, What.DECLINED, by, reason.id());
            return new CaseDeclined(head(now), scope(), restricted(), by.post(), reason.reference(), settled(time));
        });
    }

    /** Answers 答复, with the text told to the petitioner. */
    Outcome answer(Actor by, CaseText answer, Edition edition, Instant now) {
        return ifAllowed(Step.ANSWER, () -> {
            CaseTime time = end(Step.ANSWER, edition, now);
            state = CaseState.ANSWERED;
            clocks = time.begin(clocks, Beginning.ANSWER, time.dayOf(now));
            texts.add(answer);
            note(now, What.ANSWERED, by, answer.id());
            return new CaseAnswered(head(now), scope(), restricted(), by.post(), answer.reference(), settled(time));
        });
    }

    /** Closes 办结. */
    Outcome close(Actor by, Edition edition, Instant now) {
        return ifAllowed(Step.CLOSE, () -> {
            CaseTime time = end(Step.CLOSE, edition, now);
            clocks = clocks.stopped();
            state = CaseState.CLOSED;
            note(now, What.CLOSED, by, null);
            return new CaseClosed(head(now), scope(), restricted(), by.post(), settled(time));
        });
    }

    /** Adds the petitioner's supplement 补充材料, which moves no clock and no date; nothing when it was judged before. */
    Optional<CaseEvent> supplement(String requestId, CaseText text, Instant now) {
        return once(Request.SUPPLEMENT, requestId, now, () -> {
            texts.add(text);
            note(now, What.SUPPLEMENTED, null, text.id());
            return new CaseSupplemented(head(now), scope(), restricted(), requestId, owner());
        });
    }

    /** Ends because its petitioner withdraws 撤回: nothing is owed any more; nothing when it was judged before. */
    Optional<CaseEvent> withdraw(String requestId, @Nullable CaseText reason, Edition edition, Instant now) {
        return once(Request.WITHDRAW, requestId, now, () -> {
            clocks = clocks.stopped();
            state = CaseState.WITHDRAWN;
            undecided = false;
            if (reason != null) {
                texts.add(reason);
            }
            note(now, What.WITHDRAWN, null, reason == null ? null : reason.id());
            List<Clock> stopped = settled(new CaseTime(edition, registration()));
            return new CaseWithdrawn(head(now), scope(), restricted(), requestId, owner(), stopped);
        });
    }

    /** A request is judged once, however often it is told: as after intake was restored from a backup. */
    private Optional<CaseEvent> once(Request request, String requestId, Instant now, Supplier<CaseEvent> change) {
        if (requests.contains(requestId)) {
            return Optional.empty();
        }
        requests.add(requestId);
        return Optional.of(record(CaseRule.brokenBy(request, state())
                .<CaseEvent>map(rule -> refused(request, requestId, rule, now))
                .orElseGet(change)));
    }

    private CaseRequestRefused refused(Request request, String requestId, CaseRule rule, Instant now) {
        note(now, request == Request.WITHDRAW ? What.WITHDRAWAL_REFUSED : What.SUPPLEMENT_REFUSED, null, null);
        return new CaseRequestRefused(head(now), scope(), restricted(), requestId, Names.of(request), Names.of(rule));
    }

    private List<String> owner() {
        return List.of(registration().assignment().owner());
    }

    private Outcome ifAllowed(Step step, Supplier<CaseEvent> change) {
        return CaseRule.brokenBy(step, state(), undecided)
                .<Outcome>map(rule -> new Outcome.Refused(rule, openSteps()))
                .orElseGet(() -> new Outcome.Done(record(change.get())));
    }

    /**
     * Fires the earliest rung that is due, if one is: tells who stands there in the line of today.
     *
     * @param edition the version the case keeps
     * @param today the organisation in effect, which knows who stands in the line now
     */
    public Optional<RungReached> fire(Edition edition, Organisation today, Instant now) {
        return clocks.next()
                .filter(due -> !due.rung().dueAt().isAfter(now))
                .map(due -> fired(due, edition, today.lineOf(registration().assignment()), now));
    }

    private RungReached fired(Clocks.Due due, Edition edition, Line line, Instant now) {
        Clock clock = edition.clockwork().fire(due.clock(), due.rung(), now);
        Rung rung = clock.rungs().get(due.clock().rungs().indexOf(due.rung()));
        CaseTime time = new CaseTime(edition, registration());
        Ladder ladder = edition.rulebook().clocks().ladder();
        clocks = clocks.with(clock);
        RungReached reached = record(new RungReached(
                head(now),
                scope(),
                restricted(),
                clock,
                rung,
                line.recipients(rung, ladder),
                ladder.isDigest(rung.name(), rung.level())));
        if (rung.name().equals(Ladder.DUE)) {
            countAsAccepted(clock, time, now);
        }
        settle(time);
        return reached;
    }

    /** What nobody decided by the end of its limit counts as accepted from that day, where the rules say so. */
    private void countAsAccepted(Clock missed, CaseTime time, Instant now) {
        if (state == CaseState.REGISTERED && time.deemsAcceptance(missed)) {
            accepted(missed.dueOn(), time);
            note(now, What.DEEMED_ACCEPTED, null, null);
            record(new CaseAccepted(head(now), scope(), restricted(), missed.dueOn(), null, true, clocks.all()));
        }
    }

    private void accepted(LocalDate on, CaseTime time) {
        state = CaseState.ACCEPTED;
        acceptedOn = on;
        clocks = time.begin(clocks, Beginning.ACCEPTANCE, on);
    }

    private CaseTime end(Step step, Edition edition, Instant now) {
        CaseTime time = new CaseTime(edition, registration());
        clocks = time.end(clocks, step, time.dayOf(now));
        return time;
    }

    private List<Clock> settled(CaseTime time) {
        settle(time);
        return clocks.all();
    }

    /** Brings what is searched by into line with the clocks, and gives back a claim. */
    private void settle(CaseTime time) {
        nextDueAt = clocks.nextDueAt().orElse(null);
        dueAt = time.listedBy(clocks).orElse(null);
        claim = null;
    }

    private void note(Instant at, What what, @Nullable Actor by, @Nullable String textId) {
        history.add(
                new HistoryEntry(at, what, by == null ? null : by.post(), by == null ? null : by.officer(), textId));
    }

    private Head head(Instant now) {
        return nextHead(id(), now);
    }

    private LocalDate acceptedOn() {
        return Objects.requireNonNull(acceptedOn, "not accepted");
    }

    private String scope() {
        return registration().assignment().unit();
    }

    /** True when a petition came; false for a stub. */
    public boolean isRegistered() {
        return registration != null;
    }

    /** What was found when it was registered; not for a stub. */
    public Registration registration() {
        return Objects.requireNonNull(registration, "a stub");
    }

    /** Where it stands; not for a stub. */
    public CaseState state() {
        return Objects.requireNonNull(state, "a stub");
    }

    /** True when only the office that holds it may know of it. */
    public boolean restricted() {
        return registration().assignment().restricted();
    }

    /** The steps that are possible now. */
    public List<Step> openSteps() {
        return CaseRule.openSteps(state(), undecided);
    }

    /** Its clocks. */
    public Clocks clocks() {
        return clocks;
    }

    /** The moment it is listed by: when the earliest running limit is missed, or the latest was. */
    public @Nullable Instant dueAt() {
        return dueAt;
    }

    /** The moment its next rung fires; absent once it ended. */
    public @Nullable Instant nextDueAt() {
        return nextDueAt;
    }

    /** The texts told to the petitioner and the petitioner's own, in the order they came. */
    public List<CaseText> texts() {
        return List.copyOf(texts);
    }

    /** Its history, oldest first. */
    public List<HistoryEntry> history() {
        return List.copyOf(history);
    }

    /** Who claimed it for firing; absent when nobody did. */
    public @Nullable Claim claim() {
        return claim;
    }
}
