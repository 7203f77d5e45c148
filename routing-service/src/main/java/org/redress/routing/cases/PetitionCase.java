package org.redress.routing.cases;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.cases.CaseAccepted;
import org.redress.contracts.cases.CaseAnswered;
import org.redress.contracts.cases.CaseClosed;
import org.redress.contracts.cases.CaseDeclined;
import org.redress.contracts.cases.CaseEvent;
import org.redress.contracts.cases.CaseRequestRefused;
import org.redress.contracts.cases.CaseStepTaken;
import org.redress.contracts.cases.CaseSupplemented;
import org.redress.contracts.cases.CaseWithdrawn;
import org.redress.contracts.cases.Clock;
import org.redress.contracts.cases.Explanation;
import org.redress.contracts.cases.Rung;
import org.redress.contracts.cases.RungReached;
import org.redress.contracts.cases.TextReference;
import org.redress.routing.cases.HistoryEntry.What;
import org.redress.routing.classification.Classification;
import org.redress.routing.clocks.Beginning;
import org.redress.routing.clocks.Clocks;
import org.redress.routing.clocks.Ladder;
import org.redress.routing.configuration.Names;
import org.redress.routing.organisation.Assignment;
import org.redress.routing.organisation.Edition;
import org.redress.routing.organisation.Line;
import org.redress.routing.organisation.Organisation;
import org.redress.routing.organisation.OwnerReason.Basis;
import org.redress.routing.procedure.CaseRule;
import org.redress.routing.procedure.CaseState;
import org.redress.routing.procedure.Command;
import org.redress.routing.procedure.Instance;
import org.redress.routing.procedure.Procedure;
import org.redress.routing.procedure.Promise;
import org.redress.routing.procedure.Request;
import org.redress.routing.procedure.Step;
import org.redress.routing.procedure.SupervisionLevel;
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
public class PetitionCase extends CaseFile {

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
        CaseTime time = time(edition);
        clocks = time.begin(
                clocks, Beginning.RECEIPT, time.dayOf(found.petition().receivedAt()));
        note(now, What.REGISTERED, null, null, null);
        List<Clock> missed = clocks.missedBeforeImport();
        List<String> alerts = missed.isEmpty() ? List.of(found.assignment().owner()) : List.of();
        record(found.event(head(now), alerts, clocks));
        missed.forEach(clock -> countAsAccepted(clock, edition, now));
        if (missed.isEmpty() && !found.petition().claimed()) {
            alarm(edition.organisation(), edition, now);
        }
        settle(time(edition));
    }

    /** Tells the head and those above at once where many people are behind it (S11). */
    private void alarm(Organisation today, Edition edition, Instant now) {
        List<String> told = crowdTold(today, edition, now);
        if (!told.isEmpty()) {
            record(step(now, "group", null, null, told, false, null, edition));
        }
    }

    private List<String> crowdTold(Organisation today, Edition edition, Instant now) {
        int people = registration().petition().headCount();
        Line line = today.lineOf(assignment());
        return edition.rulebook().clocks().ladder().groupOf(people).stream()
                .flatMap(group -> Stream.concat(
                        Stream.of(line.head()), line.above().stream().limit(group.levels())))
                .distinct()
                .collect(collectingAndThen(
                        toList(),
                        posts -> today.working(line, posts, time(edition).dayOf(now))));
    }

    /**
     * Takes a step.
     *
     * @param text the words that belong to it, sealed; absent where there are none
     */
    Outcome take(Command command, @Nullable CaseText text, Turn turn) {
        Optional<HistoryEntry> before = doneUnder(turn.key());
        if (before.isPresent()) {
            return new Outcome.Repeated(before.get().version());
        }
        return Procedure.brokenBy(command.step(), standing(turn.edition(), turn.day()))
                .<Outcome>map(rule -> refused(rule, turn))
                .orElseGet(() -> {
                    if (text != null) {
                        texts.add(text);
                    }
                    return carryOut(command, text, turn);
                });
    }

    private Outcome refused(CaseRule rule, Turn turn) {
        return new Outcome.Refused(rule, openSteps(turn.edition(), turn.day()));
    }

    private Outcome carryOut(Command command, @Nullable CaseText text, Turn turn) {
        return switch (command) {
            case Command.Accept accept -> accept(accept, turn);
            case Command.Lead lead -> lead(lead, told(text), turn);
            case Command.HandOver handOver -> handOver(handOver, text, turn);
            case Command.DecideUnit decision -> decideUnit(decision, text, turn);
            case Command.Extend extension -> extend(extension, told(text), turn);
            case Command.GiveOpinion opinion -> giveOpinion(opinion, told(text), turn);
            case Command.Serve service -> serve(service, text, turn);
            case Command.Fulfil fulfilment -> fulfil(fulfilment, text, turn);
            case Command.Hear hearing -> hear(hearing, text, turn);
            case Command.Merge merging -> merge(merging, text, turn);
            case Command.Supervise push -> supervise(push, text, turn);
            case Command.ConfirmCount count -> confirmCount(count, text, turn);
            case Command.Reclassify correction -> reclassify(correction, text, turn);
            case Command.Reassign change -> reassign(change, text, turn);
            case Command.Redact redaction -> redact(redaction, told(text), turn);
            case Command.Plain plain -> plain(plain.step(), text, turn);
        };
    }

    private Outcome plain(Step step, @Nullable CaseText text, Turn turn) {
        return switch (step) {
            case DECLINE -> decline(told(text), turn);
            case OBJECT -> object(text, turn);
            case TAKE_BACK -> takeBack(text, turn);
            case INSIST -> insist(text, turn);
            case REPORT_BACK -> reportBack(text, turn);
            case ANSWER -> answer(told(text), turn);
            case CLOSE -> close(turn);
            case TAKE_UP -> takeUp(turn);
            case COMMENT -> taken(Step.COMMENT, What.COMMENTED, turn, text, null, List.of());
            default -> throw new IllegalArgumentException(step + " has particulars");
        };
    }

    private static CaseText told(@Nullable CaseText text) {
        return Objects.requireNonNull(text, "the step has words");
    }

    /** Accepts 受理; where it counted as accepted already, the handling limit keeps its start. */
    private Outcome accept(Command.Accept accept, Turn turn) {
        end(Step.ACCEPT, turn);
        if (state().awaitsDecision()) {
            way = accept.way();
            accepted(turn.day(), turn.edition());
        }
        undecided = false;
        note(turn.now(), What.ACCEPTED, turn, null, Names.of(way));
        return done(new CaseAccepted(
                head(turn.now()),
                scope(),
                restricted(),
                acceptedOn(),
                turn.by().post(),
                false,
                settled(turn.edition())));
    }

    /** Declines 不予受理, with the text told to the petitioner; nothing is owed any more. */
    private Outcome decline(CaseText reason, Turn turn) {
        end(Step.DECLINE, turn);
        clocks = clocks.stopped();
        state = CaseState.DECLINED;
        undecided = false;
        note(turn.now(), What.DECLINED, turn, reason.id(), null);
        return done(new CaseDeclined(
                head(turn.now()),
                scope(),
                restricted(),
                turn.by().post(),
                reason.reference(),
                settled(turn.edition())));
    }

    private Outcome lead(Command.Lead lead, CaseText reason, Turn turn) {
        end(Step.LEAD, turn);
        clocks = clocks.stopped();
        state = CaseState.LED_ELSEWHERE;
        undecided = false;
        return tell(Step.LEAD, What.LED_ELSEWHERE, turn, reason, Names.of(lead.where()));
    }

    private Outcome handOver(Command.HandOver command, @Nullable CaseText note, Turn turn) {
        LocalDate dueOn = command.dueOn();
        Optional<Outcome> wrong = wrongUnit(command.unit(), turn)
                .or(() -> dueOn == null || dueOn.isAfter(turn.day()) ? Optional.empty() : wrongDate());
        if (wrong.isPresent()) {
            return wrong.get();
        }
        end(command.step(), turn);
        clocks = clocks.withoutRights();
        handovers = handovers().sentBy(assignment());
        assign(command.unit(), turn);
        state = CaseState.TRANSFERRED;
        clocks = time(turn.edition()).begin(clocks, Beginning.TRANSFER, turn.day());
        if (dueOn != null) {
            reportTo = turn.by().post();
            clocks = time(turn.edition()).beginUntil(clocks, Beginning.ASSIGNMENT, turn.day(), dueOn);
        }
        What what = dueOn == null ? What.TRANSFERRED : What.ASSIGNED;
        return taken(command.step(), what, turn, note, command.unit(), owner(), true, null);
    }

    /** Objects 异议: who sent it has it again until agreeing or insisting. */
    private Outcome object(@Nullable CaseText reasons, Turn turn) {
        end(Step.OBJECT, turn);
        Assignment objector = assignment();
        Assignment sender = handovers().sender();
        handovers = handovers().objectedBy(objector);
        registration = registration().assignedTo(sender);
        state = CaseState.OBJECTED;
        clocks = time(turn.edition()).begin(clocks, Beginning.OBJECTION, turn.day());
        return taken(Step.OBJECT, What.OBJECTED, turn, reasons, objector.unit(), owner());
    }

    /** Takes it back by the day it was owed before; a second time it goes up instead. */
    private Outcome takeBack(@Nullable CaseText note, Turn turn) {
        end(Step.TAKE_BACK, turn);
        Assignment objector = Objects.requireNonNull(handovers().objector(), "nobody objects");
        Assignment sender = assignment();
        handovers = handovers().takenBack();
        state = CaseState.REGISTERED;
        for (String kind : time(turn.edition()).deeming()) {
            clocks = clocks.resumed(kind);
        }
        if (!handovers().isReturnedTooOften()) {
            return taken(Step.TAKE_BACK, What.TAKEN_BACK, turn, note, objector.unit(), owner());
        }
        registration = registration()
                .assignedTo(
                        turn.today().assigner().toCommonSuperior(sender.unit(), objector.unit(), Basis.RETURNED_TWICE));
        return taken(Step.TAKE_BACK, What.RETURNED_TWICE, turn, note, objector.unit(), owner());
    }

    private Outcome insist(@Nullable CaseText reasons, Turn turn) {
        end(Step.INSIST, turn);
        Assignment objector = Objects.requireNonNull(handovers().objector(), "nobody objects");
        registration = registration()
                .assignedTo(turn.today()
                        .assigner()
                        .toCommonSuperior(assignment().unit(), objector.unit(), Basis.COMMON_SUPERIOR));
        state = CaseState.DISPUTED;
        clocks = time(turn.edition()).begin(clocks, Beginning.DISPUTE, turn.day());
        return taken(Step.INSIST, What.INSISTED, turn, reasons, objector.unit(), owner());
    }

    private Outcome decideUnit(Command.DecideUnit decision, @Nullable CaseText reasons, Turn turn) {
        Optional<Outcome> wrong = wrongUnit(decision.unit(), turn);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        end(Step.DECIDE_UNIT, turn);
        clocks = clocks.withoutRights();
        handovers = handovers().decided();
        assign(decision.unit(), turn);
        state = CaseState.TRANSFERRED;
        clocks = time(turn.edition())
                .begin(clocks, Beginning.TRANSFER, turn.day())
                .withoutRights();
        return taken(Step.DECIDE_UNIT, What.UNIT_DECIDED, turn, reasons, decision.unit(), owner(), true, null);
    }

    private Outcome reportBack(@Nullable CaseText report, Turn turn) {
        end(Step.REPORT_BACK, turn);
        List<String> asked = reportTo == null ? List.of() : List.of(reportTo);
        reportTo = null;
        supervision = null;
        return taken(Step.REPORT_BACK, What.REPORTED, turn, report, null, asked);
    }

    /** Extends the limit for handling; the head of the unit, or somebody above, approves (Reg. 34). */
    private Outcome extend(Command.Extend extension, CaseText reason, Turn turn) {
        if (extension.days() < 1 || extension.days() > Command.Extend.MOST) {
            return wrong("days", "extension");
        }
        if (!mayApprove(turn)) {
            texts.remove(reason);
            return refused(CaseRule.HEAD_APPROVES, turn);
        }
        extended = true;
        clocks = time(turn.edition())
                .extend(
                        clocks,
                        Beginning.ACCEPTANCE,
                        addition(Explanation.Addition.Reason.EXTENSION, extension.days(), turn),
                        turn.now());
        return tell(Step.EXTEND, What.EXTENDED, turn, reason, Integer.toString(extension.days()));
    }

    /** The head of the unit, who stands in for the head, or somebody above. */
    private boolean mayApprove(Turn turn) {
        Line line = turn.organisation().lineOf(assignment());
        String post = turn.by().post();
        return line.head().equals(post)
                || line.above().contains(post)
                || turn.organisation()
                        .working(line, List.of(line.head()), turn.day())
                        .contains(post);
    }

    private static Explanation.Addition addition(Explanation.Addition.Reason reason, int days, Turn turn) {
        return new Explanation.Addition(reason, turn.day(), days, turn.by().post());
    }

    /** Answers 答复, with the text told to the petitioner. */
    private Outcome answer(CaseText answer, Turn turn) {
        end(Step.ANSWER, turn);
        state = CaseState.ANSWERED;
        clocks = time(turn.edition()).begin(clocks, Beginning.ANSWER, turn.day());
        note(turn.now(), What.ANSWERED, turn, answer.id(), null);
        return done(new CaseAnswered(
                head(turn.now()),
                scope(),
                restricted(),
                turn.by().post(),
                answer.reference(),
                settled(turn.edition())));
    }

    /** Gives the written opinion 处理意见书, in the instance that is under way (Reg. 32, 35, 36). */
    private Outcome giveOpinion(Command.GiveOpinion opinion, CaseText text, Turn turn) {
        for (int index = 0; index < opinion.promises().size(); index++) {
            Promise promise = opinion.promises().get(index);
            if (!turn.organisation().posts().containsKey(promise.owner())) {
                return wrong("promises[" + index + "].owner", "no-such-post");
            }
            if (!promise.dueOn().isAfter(turn.day())) {
                return wrong("promises[" + index + "].dueOn", "day-to-come");
            }
        }
        end(Step.GIVE_OPINION, turn);
        opinionGiven = true;
        takenUp = false;
        promises = new ArrayList<>(opinion.promises());
        state = CaseState.OPINION_GIVEN;
        clocks = time(turn.edition()).begin(clocks, Beginning.OPINION, turn.day());
        return tell(Step.GIVE_OPINION, What.OPINION_GIVEN, turn, text, Names.of(opinion.outcome()));
    }

    /** Notes the service 送达, from whose day the petitioner's right to a review counts; an unknown day starts nothing. */
    private Outcome serve(Command.Serve service, @Nullable CaseText proof, Turn turn) {
        LocalDate on = service.on();
        if (on != null && (on.isAfter(turn.day()) || on.isBefore(opinionOn(turn)))) {
            return wrong("servedOn", "day-of-service");
        }
        end(Step.SERVE, turn);
        boolean promised = promises.stream().anyMatch(Promise::isOpen);
        Beginning served = switch (instance) {
            case FIRST -> Beginning.SERVICE;
            case REVIEW -> Beginning.REVIEW_SERVICE;
            case RE_REVIEW -> Beginning.RE_REVIEW_SERVICE;
        };
        state = promised ? CaseState.EXECUTING : instance == Instance.RE_REVIEW ? CaseState.FINAL : CaseState.SERVED;
        if (state().isOpen()) {
            clocks = executing(served, on == null ? turn.day() : on, turn.edition());
            clocks = on == null ? clocks.withoutRights() : clocks;
        } else {
            clocks = clocks.stopped();
        }
        String detail = Names.of(service.how()) + (on == null ? "" : " " + on) + (service.refused() ? " refused" : "");
        return taken(Step.SERVE, What.SERVED, turn, proof, detail, List.of());
    }

    /** The day the opinion was given that waits to be served. */
    private LocalDate opinionOn(Turn turn) {
        return time(turn.edition()).running(clocks, Beginning.OPINION).stream()
                .map(Clock::startedOn)
                .findFirst()
                .orElse(turn.day());
    }

    /** What is promised is owed by the latest day that was promised; the right to a review counts from the service. */
    private Clocks executing(Beginning served, LocalDate on, Edition edition) {
        CaseTime time = time(edition);
        return promises.stream()
                .filter(Promise::isOpen)
                .map(Promise::dueOn)
                .max(LocalDate::compareTo)
                .map(dueOn -> time.beginUntil(clocks, served, on, dueOn))
                .orElseGet(() -> time.begin(clocks, served, on));
    }

    private Outcome fulfil(Command.Fulfil fulfilment, @Nullable CaseText proof, Turn turn) {
        int index = fulfilment.promise() - 1;
        if (index < 0 || index >= promises.size() || !promises.get(index).isOpen()) {
            return wrong("promise", "no-open-promise");
        }
        promises.set(index, promises.get(index).kept(turn.day()));
        if (promises.stream().noneMatch(Promise::isOpen)) {
            end(Step.FULFIL, turn);
            clocks = stoppedButRights();
            state = CaseState.RESOLVED;
        }
        return taken(Step.FULFIL, What.PROMISE_KEPT, turn, proof, Integer.toString(fulfilment.promise()), List.of());
    }

    /** Closes 办结; the petitioner's right to a review stays. */
    private Outcome close(Turn turn) {
        end(Step.CLOSE, turn);
        clocks = stoppedButRights();
        state = CaseState.CLOSED;
        note(turn.now(), What.CLOSED, turn, null, null);
        return done(new CaseClosed(
                head(turn.now()), scope(), restricted(), turn.by().post(), settled(turn.edition())));
    }

    private Clocks stoppedButRights() {
        return new Clocks(clocks.all().stream()
                .map(clock -> clock.isWindow() || clock.state() != Clock.State.RUNNING
                        ? clock
                        : clock.in(Clock.State.STOPPED))
                .toList());
    }

    private Outcome takeUp(Turn turn) {
        end(Step.TAKE_UP, turn);
        takenUp = true;
        return taken(Step.TAKE_UP, What.TAKEN_UP, turn, null, Names.of(instance), List.of(), true, null);
    }

    /** Notes the days of a hearing 听证, which the limit of the re-review does not count (Reg. 36). */
    private Outcome hear(Command.Hear hearing, @Nullable CaseText note, Turn turn) {
        if (hearing.to().isBefore(hearing.from()) || hearing.from().plusDays(60).isBefore(hearing.to())) {
            return wrong("to", "hearing");
        }
        int days = (int) (hearing.to().toEpochDay() - hearing.from().toEpochDay()) + 1;
        clocks = time(turn.edition())
                .extend(
                        clocks,
                        Beginning.RE_REVIEW,
                        addition(Explanation.Addition.Reason.HEARING, days, turn),
                        turn.now());
        return taken(Step.HEAR, What.HEARD, turn, note, hearing.from() + "/" + hearing.to(), List.of());
    }

    private Outcome merge(Command.Merge merging, @Nullable CaseText reason, Turn turn) {
        if (merging.into().equals(id())) {
            return wrong("into", "another-petition");
        }
        end(Step.MERGE, turn);
        clocks = clocks.stopped();
        undecided = false;
        state = CaseState.MERGED;
        mergedInto = merging.into();
        return taken(Step.MERGE, What.MERGED, turn, reason, merging.into(), List.of(), true, null);
    }

    private Outcome supervise(Command.Supervise push, @Nullable CaseText instruction, Turn turn) {
        if (!push.dueOn().isAfter(turn.day())) {
            return wrong("dueOn", "day-to-come");
        }
        reportTo = turn.by().post();
        supervision = push.level();
        clocks = time(turn.edition()).beginUntil(clocks, Beginning.SUPERVISION, turn.day(), push.dueOn());
        Line line = turn.organisation().lineOf(assignment());
        List<String> told = turn.organisation().working(line, List.of(line.owner(), line.head()), turn.day());
        return taken(Step.SUPERVISE, What.SUPERVISED, turn, instruction, Names.of(push.level()), told);
    }

    /** Confirms how many people are behind it, which alarms as if the petition had come with that number. */
    private Outcome confirmCount(Command.ConfirmCount count, @Nullable CaseText note, Turn turn) {
        registration = registration().confirmed(count.headCount());
        List<String> told = crowdTold(turn.organisation(), turn.edition(), turn.now());
        return taken(Step.CONFIRM_COUNT, What.COUNT_CONFIRMED, turn, note, Integer.toString(count.headCount()), told);
    }

    private Outcome reclassify(Command.Reclassify correction, @Nullable CaseText reason, Turn turn) {
        if (turn.today().rulebook().topics().find(correction.topic()).isEmpty()) {
            return wrong("topic", "no-such-topic");
        }
        registration = registration()
                .about(Classification.chosen(correction.topic(), turn.by().post()));
        return taken(Step.RECLASSIFY, What.RECLASSIFIED, turn, reason, correction.topic(), List.of());
    }

    private Outcome reassign(Command.Reassign change, @Nullable CaseText reason, Turn turn) {
        Organisation organisation = turn.organisation();
        if (!organisation.posts().containsKey(change.post())
                || organisation.discipline().line().contains(change.post())) {
            return wrong("post", "no-such-post");
        }
        registration = registration().assignedTo(turn.today().assigner().reassigned(assignment(), change.post()));
        return taken(Step.REASSIGN, What.REASSIGNED, turn, reason, change.post(), owner());
    }

    private Outcome redact(Command.Redact redaction, CaseText reason, Turn turn) {
        boolean known = List.of("subject", "text", "place").contains(redaction.field())
                || texts.stream()
                        .anyMatch(text -> text.isPetitioners() && text.id().equals(redaction.field()));
        if (!known) {
            return wrong("field", "redaction-field");
        }
        if (redaction.from() < 0 || redaction.to() <= redaction.from()) {
            return wrong("to", "redaction-range");
        }
        redactions.add(new Redaction(
                redaction.field(),
                redaction.from(),
                redaction.to(),
                turn.now(),
                turn.by().post(),
                reason.id()));
        return taken(Step.REDACT, What.REDACTED, turn, reason, redaction.field(), List.of());
    }

    /** Adds the petitioner's supplement 补充材料, which moves no clock and no date; nothing when it was judged before. */
    Optional<CaseEvent> supplement(String requestId, CaseText text, Edition edition, Instant now) {
        return once(Request.SUPPLEMENT, requestId, edition, now, now, () -> {
            texts.add(text);
            note(now, What.SUPPLEMENTED, null, text.id(), null);
            return new CaseSupplemented(head(now), scope(), restricted(), requestId, owner());
        });
    }

    /** Ends because its petitioner withdraws 撤回: nothing is owed any more; nothing when it was judged before. */
    Optional<CaseEvent> withdraw(String requestId, @Nullable CaseText reason, Edition edition, Instant now) {
        return once(Request.WITHDRAW, requestId, edition, now, now, () -> {
            clocks = clocks.stopped();
            state = CaseState.WITHDRAWN;
            undecided = false;
            if (reason != null) {
                texts.add(reason);
            }
            note(now, What.WITHDRAWN, null, reason == null ? null : reason.id(), null);
            return new CaseWithdrawn(head(now), scope(), restricted(), requestId, owner(), settled(edition));
        });
    }

    /**
     * Goes one level up, since its petitioner asks for a review 复查 or re-review 复核 (Reg. 35, 36); nothing when it was
     * judged before.
     *
     * @param takenAt when intake took the request, by which its limit is judged
     * @param today the version in effect, which knows who is above
     */
    Optional<CaseEvent> askReview(
            String requestId, CaseText reason, Instant takenAt, Edition edition, Edition today, Instant now) {
        return once(Request.ASK_REVIEW, requestId, edition, takenAt, now, () -> {
            LocalDate on = time(edition).dayOf(takenAt);
            clocks = clocks.stopped();
            instance = instance == Instance.FIRST ? Instance.REVIEW : Instance.RE_REVIEW;
            state = instance == Instance.REVIEW ? CaseState.UNDER_REVIEW : CaseState.UNDER_RE_REVIEW;
            registration = registration()
                    .assignedTo(today.assigner().toReviewer(assignment().unit()));
            clocks = time(edition)
                    .begin(clocks, instance == Instance.REVIEW ? Beginning.REVIEW : Beginning.RE_REVIEW, on);
            texts.add(reason);
            note(now, What.REVIEW_ASKED, null, reason.id(), Names.of(instance));
            return step(now, Names.of(Request.ASK_REVIEW), null, requestId, owner(), true, null, edition);
        });
    }

    /** A request is judged once, however often it is told: as after intake was restored from a backup. */
    private Optional<CaseEvent> once(
            Request request,
            String requestId,
            Edition edition,
            Instant takenAt,
            Instant now,
            Supplier<CaseEvent> change) {
        if (requests.contains(requestId)) {
            return Optional.empty();
        }
        requests.add(requestId);
        LocalDate day = time(edition).dayOf(takenAt);
        return Optional.of(record(Procedure.brokenBy(request, standing(edition, day))
                .<CaseEvent>map(rule -> refused(request, requestId, rule, now))
                .orElseGet(change)));
    }

    private CaseRequestRefused refused(Request request, String requestId, CaseRule rule, Instant now) {
        What what = switch (request) {
            case SUPPLEMENT -> What.SUPPLEMENT_REFUSED;
            case WITHDRAW -> What.WITHDRAWAL_REFUSED;
            case ASK_REVIEW -> What.REVIEW_REFUSED;
        };
        note(now, what, null, null, Names.of(rule));
        return new CaseRequestRefused(head(now), scope(), restricted(), requestId, Names.of(request), Names.of(rule));
    }

    private List<String> owner() {
        return List.of(assignment().owner());
    }

    private Outcome done(CaseEvent event) {
        return new Outcome.Done(record(event));
    }

    private static Outcome wrong(String field, String problem) {
        return new Outcome.Wrong(field, problem);
    }

    private static Optional<Outcome> wrongDate() {
        return Optional.of(wrong("dueOn", "day-to-come"));
    }

    private Optional<Outcome> wrongUnit(String unit, Turn turn) {
        if (turn.organisation().unit(unit).isEmpty()) {
            return Optional.of(wrong("unit", "no-such-unit"));
        }
        return unit.equals(assignment().unit()) && state() != CaseState.DISPUTED
                ? Optional.of(wrong("unit", "another-unit"))
                : Optional.empty();
    }

    /** Gives it to whom the net of today names in a unit. */
    private void assign(String unit, Turn turn) {
        Classification found = Objects.requireNonNull(registration().classification(), "the discipline desk's");
        registration = registration().assignedTo(turn.today().assigner().assign(unit, found));
    }

    private Outcome tell(Step step, What what, Turn turn, CaseText text, String detail) {
        return taken(step, what, turn, text, detail, List.of(), true, text.reference());
    }

    private Outcome taken(
            Step step, What what, Turn turn, @Nullable CaseText text, @Nullable String detail, List<String> alerts) {
        return taken(step, what, turn, text, detail, alerts, false, null);
    }

    private Outcome taken(
            Step step,
            What what,
            Turn turn,
            @Nullable CaseText text,
            @Nullable String detail,
            List<String> alerts,
            boolean toldPetitioner,
            @Nullable TextReference reference) {
        note(turn.now(), what, turn, text == null ? null : text.id(), detail);
        return done(step(
                turn.now(), Names.of(step), turn.by().post(), null, alerts, toldPetitioner, reference, turn.edition()));
    }

    private CaseStepTaken step(
            Instant now,
            String step,
            @Nullable String by,
            @Nullable String requestId,
            List<String> alerts,
            boolean toldPetitioner,
            @Nullable TextReference text,
            Edition edition) {
        return new CaseStepTaken(
                head(now),
                scope(),
                restricted(),
                step,
                Names.of(state()),
                by,
                requestId,
                registration().topic(),
                assignment().unit(),
                assignment().owner(),
                alerts,
                toldPetitioner,
                text,
                settled(edition));
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
                .map(due -> fired(due, edition, today, now));
    }

    private RungReached fired(Clocks.Due due, Edition edition, Organisation today, Instant now) {
        Line line = today.lineOf(assignment());
        Clock clock = edition.clockwork().fire(due.clock(), due.rung(), now);
        Rung rung = clock.rungs().get(due.clock().rungs().indexOf(due.rung()));
        Ladder ladder = edition.rulebook().clocks().ladder();
        clocks = clocks.with(clock);
        boolean digest = ladder.isDigest(rung.name(), rung.level()) && !isUrgent(edition);
        RungReached reached = record(new RungReached(
                head(now),
                scope(),
                restricted(),
                clock,
                rung,
                today.working(line, line.recipients(rung, ladder), time(edition).dayOf(now)),
                digest));
        note(now, What.RUNG_REACHED, null, null, clock.kind() + " " + rung.name());
        if (rung.name().equals(Ladder.DUE)) {
            countAsAccepted(clock, edition, now);
        }
        settle(time(edition));
        return reached;
    }

    /** Safety and red supervision never wait for a digest. */
    private boolean isUrgent(Edition edition) {
        String topic = registration().topic();
        return supervision == SupervisionLevel.RED
                || (topic != null
                        && edition.rulebook().topics().upwards(topic).stream()
                                .anyMatch(edition.rulebook().clocks().ladder().urgentTopics()::contains));
    }

    /** What nobody decided by the end of its limit counts as accepted from that day, where the rules say so. */
    private void countAsAccepted(Clock missed, Edition edition, Instant now) {
        if (state().awaitsDecision() && time(edition).deemsAcceptance(missed)) {
            accepted(missed.dueOn(), edition);
            note(now, What.DEEMED_ACCEPTED, null, null, null);
            record(new CaseAccepted(head(now), scope(), restricted(), missed.dueOn(), null, true, clocks.all()));
        }
    }

    private void accepted(LocalDate on, Edition edition) {
        state = CaseState.ACCEPTED;
        acceptedOn = on;
        clocks = time(edition).begin(clocks.withoutRights(), Beginning.ACCEPTANCE, on);
    }

    private void end(Step step, Turn turn) {
        clocks = time(turn.edition()).end(clocks, step, turn.day());
    }

    private List<Clock> settled(Edition edition) {
        settle(time(edition));
        return clocks.all();
    }

    private LocalDate acceptedOn() {
        return Objects.requireNonNull(acceptedOn, "not accepted");
    }
}
