package org.redress.routing.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.cases.CaseAccepted;
import org.redress.contracts.cases.CaseEvent;
import org.redress.contracts.cases.CaseRequestRefused;
import org.redress.contracts.cases.CaseStepTaken;
import org.redress.contracts.cases.CaseSupplemented;
import org.redress.contracts.cases.CaseWithdrawn;
import org.redress.contracts.cases.Clock;
import org.redress.contracts.cases.Promised;
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
import org.redress.routing.organisation.Exclusion;
import org.redress.routing.organisation.Line;
import org.redress.routing.organisation.LoadedRulebook;
import org.redress.routing.organisation.Organisation;
import org.redress.routing.organisation.Post;
import org.redress.routing.organisation.Roster;
import org.redress.routing.organisation.Unit;
import org.redress.routing.procedure.CaseRule;
import org.redress.routing.procedure.CaseState;
import org.redress.routing.procedure.Command;
import org.redress.routing.procedure.Procedure;
import org.redress.routing.procedure.Purpose;
import org.redress.routing.procedure.Request;
import org.redress.routing.procedure.ReviewLevel;
import org.redress.routing.procedure.Situation;
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
@CompoundIndex(
        name = "listed",
        def = "{'ordinary': 1, 'dueAt': 1, '_id': 1, 'nextDueAt': 1, 'registration.assignment.unit': 1}")
@CompoundIndex(
        name = "owner",
        def = "{'registration.assignment.owner': 1, 'ordinary': 1, 'dueAt': 1, '_id': 1, 'nextDueAt': 1}")
@CompoundIndex(
        name = "answerable-owner",
        def = "{'answerable.owner': 1, 'ordinary': 1, 'dueAt': 1, '_id': 1}",
        partialFilter = "{'answerable.owner': {'$exists': true}}")
@CompoundIndex(
        name = "answerable-unit",
        def = "{'answerable.unit': 1, 'ordinary': 1, 'dueAt': 1, '_id': 1}",
        partialFilter = "{'answerable.unit': {'$exists': true}}")
@CompoundIndex(
        name = "kept",
        def = "{'registration.assignment.restricted': 1, 'ordinary': 1, 'dueAt': 1, '_id': 1}",
        partialFilter = "{'ordinary': false}")
@CompoundIndex(
        name = "unclear",
        def = "{'guard.unclear': 1, 'ordinary': 1, 'dueAt': 1, '_id': 1}",
        partialFilter = "{'guard.unclear': true}")
@CompoundIndex(
        name = "external-id",
        def = "{'registration.petition.externalId': 1}",
        partialFilter = "{'registration.petition.externalId': {'$exists': true}}")
@CompoundIndex(
        name = "petitioner",
        def = "{'registration.petition.petitioner': 1}",
        partialFilter = "{'registration.petition.petitioner': {'$exists': true}}")
@CompoundIndex(
        name = "origin",
        def = "{'registration.petition.origin.number': 1}",
        partialFilter = "{'registration.petition.origin.number': {'$exists': true}}")
@CompoundIndex(
        name = "sheets",
        def = "{'ordinary': 1, 'sheet.dueAt': 1, '_id': 1, 'sheet.state': 1, 'registration.petition.origin.body': 1,"
                + " 'registration.assignment.unit': 1, 'registration.assignment.owner': 1}",
        partialFilter = "{'sheet.dueAt': {'$exists': true}}")
@CompoundIndex(
        name = "sheets-owner",
        def = "{'registration.assignment.owner': 1, 'ordinary': 1, 'sheet.dueAt': 1, '_id': 1, 'sheet.state': 1,"
                + " 'registration.petition.origin.body': 1, 'registration.assignment.unit': 1}",
        partialFilter = "{'sheet.dueAt': {'$exists': true}}")
@CompoundIndex(
        name = "sheets-unit",
        def = "{'registration.assignment.unit': 1, 'ordinary': 1, 'sheet.dueAt': 1, '_id': 1, 'sheet.state': 1,"
                + " 'registration.petition.origin.body': 1, 'registration.assignment.owner': 1}",
        partialFilter = "{'sheet.dueAt': {'$exists': true}}")
@CompoundIndex(
        name = "receipt",
        def = "{'registration.petition.receipt': 1}",
        partialFilter = "{'registration.petition.receipt': {'$exists': true}}")
@CompoundIndex(
        name = "open",
        def = "{'ordinary': 1, 'dueAt': 1, '_id': 1, 'nextDueAt': 1, 'state': 1, 'supervision': 1,"
                + " 'registration.assignment.unit': 1}",
        partialFilter = "{'nextDueAt': {'$exists': true}}")
@CompoundIndex(
        name = "open-state",
        def = "{'state': 1, 'ordinary': 1, 'dueAt': 1, '_id': 1, 'nextDueAt': 1, 'registration.assignment.owner': 1,"
                + " 'registration.assignment.unit': 1}",
        partialFilter = "{'nextDueAt': {'$exists': true}}")
@CompoundIndex(
        name = "open-owner",
        def = "{'registration.assignment.owner': 1, 'ordinary': 1, 'dueAt': 1, '_id': 1, 'nextDueAt': 1, 'state': 1,"
                + " 'supervision': 1, 'registration.assignment.unit': 1}",
        partialFilter = "{'nextDueAt': {'$exists': true}}")
@CompoundIndex(
        name = "open-unit",
        def = "{'registration.assignment.unit': 1, 'ordinary': 1, 'dueAt': 1, '_id': 1, 'nextDueAt': 1, 'state': 1,"
                + " 'supervision': 1, 'registration.assignment.owner': 1}",
        partialFilter = "{'nextDueAt': {'$exists': true}}")
@CompoundIndex(
        name = "ungrouped",
        def = "{'grouped': 1, 'registration.petition.takenAt': 1, '_id': 1}",
        partialFilter = "{'ordinary': true}")
@CompoundIndex(name = "number", def = "{'number': 1}", sparse = true)
@CompoundIndex(
        name = "recused",
        def = "{'guard.recused': 1, 'ordinary': 1, 'dueAt': 1, '_id': 1}",
        partialFilter = "{'ordinary': false}")
@CompoundIndex(name = "unit", def = "{'registration.assignment.unit': 1, 'ordinary': 1, 'dueAt': 1, '_id': 1}")
@CompoundIndex(name = "topic", def = "{'registration.classification.topic': 1, 'ordinary': 1, 'dueAt': 1, '_id': 1}")
@CompoundIndex(name = CaseNumbers.INDEX, def = "{'state': 1, 'nextDueAt': 1, 'registration.petition.receivedAt': 1}")
@CompoundIndex(name = CaseNumbers.BY_STATE, def = "{'state': 1, 'ordinary': 1, 'dueAt': 1, '_id': 1}")
@CompoundIndex(
        name = "waiting",
        def = "{'waits': 1, 'ordinary': 1, 'dueAt': 1, '_id': 1}",
        partialFilter = "{'waits': {'$exists': true}}")
@CompoundIndex(
        name = "target",
        def = "{'waits': 1, 'ordinary': 1, 'targetAt': 1, '_id': 1}",
        partialFilter = "{'targetAt': {'$exists': true}}")
@CompoundIndex(
        name = "named",
        def = "{'limited.names.officer': 1, 'ordinary': 1, 'dueAt': 1, '_id': 1}",
        partialFilter = "{'limited.names.officer': {'$exists': true}}")
@CompoundIndex(
        name = "reviewed",
        def = "{'reviewed': 1, 'ordinary': 1, 'dueAt': 1, '_id': 1}",
        partialFilter = "{'reviewed': {'$exists': true}}")
@CompoundIndex(
        name = "by-number",
        def = "{'sortable': 1, 'ordinary': 1, 'number': 1, '_id': 1, 'nextDueAt': 1, 'state': 1,"
                + " 'registration.assignment.unit': 1, 'registration.assignment.owner': 1}",
        partialFilter = "{'sortable': true}")
@CompoundIndex(
        name = "by-heading",
        def = "{'sortable': 1, 'ordinary': 1, 'headed': 1, '_id': 1, 'nextDueAt': 1, 'state': 1,"
                + " 'registration.assignment.unit': 1, 'registration.assignment.owner': 1}",
        partialFilter = "{'sortable': true}")
@CompoundIndex(
        name = "by-unit",
        def = "{'sortable': 1, 'ordinary': 1, 'registration.assignment.unit': 1, '_id': 1, 'nextDueAt': 1, 'state': 1,"
                + " 'registration.assignment.owner': 1}",
        partialFilter = "{'sortable': true}")
@CompoundIndex(
        name = "by-owner",
        def = "{'sortable': 1, 'ordinary': 1, 'registration.assignment.owner': 1, '_id': 1, 'nextDueAt': 1, 'state': 1,"
                + " 'registration.assignment.unit': 1}",
        partialFilter = "{'sortable': true}")
@CompoundIndex(
        name = "by-state",
        def = "{'sortable': 1, 'ordinary': 1, 'state': 1, '_id': 1, 'nextDueAt': 1,"
                + " 'registration.assignment.unit': 1, 'registration.assignment.owner': 1}",
        partialFilter = "{'sortable': true}")
@CompoundIndex(
        name = "by-change",
        def = "{'sortable': 1, 'ordinary': 1, 'changedAt': 1, '_id': 1, 'nextDueAt': 1, 'state': 1,"
                + " 'registration.assignment.unit': 1, 'registration.assignment.owner': 1}",
        partialFilter = "{'sortable': true}")
@CompoundIndex(name = "joining", def = "{'joining.until': 1}", partialFilter = "{'joining.until': {'$exists': true}}")
@CompoundIndex(name = "firing", def = "{'nextDueAt': 1}", sparse = true)
public class PetitionCase extends CaseFile {

    /** Steps after which its petitioner is told anew what is promised by when. */
    private static final Set<String> PROMISING = Set.of(Names.of(Step.GIVE_OPINION), Names.of(Step.FULFIL));

    /** A stub for a petition. */
    public PetitionCase(String petitionId) {
        super(petitionId);
    }

    @SuppressWarnings("unused") // for the mapping
    private PetitionCase() {}

    /**
     * Becomes the case of a petition; where its time passed before it came, nobody is told and acceptance is deemed.
     *
     * @param keptFrom whom it is kept from
     */
    void register(Registration found, Exclusion keptFrom, LoadedRulebook edition, Instant now) {
        registration = found;
        placedIn = found.edition();
        guard = keptFrom;
        hadBy(edition.organisation());
        state = CaseState.REGISTERED;
        undecided = !found.isThanks();
        CaseTime time = time(edition);
        clocks = time.begin(
                clocks, Beginning.RECEIPT, time.dayOf(found.petition().receivedAt()));
        if (guard.unclear()) {
            clocks = time.begin(clocks, Beginning.SCREENING, time.dayOf(now));
        }
        note(now, What.REGISTERED, null, null, null);
        List<Clock> missed = clocks.missedBeforeImport();
        List<String> alerts = missed.isEmpty() ? ownerToTell(edition, now) : List.of();
        record(found.event(head(now), alerts, clocks));
        missed.forEach(clock -> countAsAccepted(clock, edition, now));
        if (missed.isEmpty()) {
            alarm(edition.organisation(), edition, now);
        }
        settle(time(edition));
    }

    /** Keeps to be read of whom who recorded it says that its words only mention them; whoever may screens all the same. */
    void noteOnlyMentioned(List<String> officers, Organisation organisation, Instant now) {
        if (officers.isEmpty()) {
            return;
        }
        mentioned = new ArrayList<>(officers);
        String recorder = Objects.requireNonNull(registration().petition().recordedBy(), "nobody recorded it");
        write(new HistoryEntry(
                now,
                What.STEP,
                organisation.heldBy(recorder).stream().findFirst().orElse(null),
                recorder,
                null,
                Detail.NONE.and("officer", officers).written(),
                null,
                version() + 1,
                "only-mentioned",
                null));
    }

    /**
     * Moves above whom it is about where the organisation of today puts it into their hands or under them.
     *
     * @return true when it changed
     */
    boolean keepAbove(LoadedRulebook edition, LoadedRulebook today, Instant now) {
        Exclusion here = in(today, guard);
        Assignment after = today.assigner().over(assignment(), here);
        boolean moves = !after.owner().equals(assignment().owner())
                || !after.unit().equals(assignment().unit());
        if (!moves && here.equals(guard)) {
            return false;
        }
        guard = here;
        if (moves) {
            place(after, today);
            note(now, What.MOVED_ABOVE, null, null, null);
        }
        boolean named = keepOpen(today.organisation());
        if (moves || lapse(today.organisation()) || named) {
            moved("move-above", moves ? ownerToTell(today, now) : List.of(), false, edition, now);
        }
        return true;
    }

    /**
     * Stays where it is, and waits no more for helpers and leaders whom the organisation of today puts out of it; whoever
     * has it is named where nobody of those to whom alone its words open is left.
     *
     * @return true when it changed
     */
    boolean stay(LoadedRulebook edition, LoadedRulebook today, Instant now) {
        boolean named = keepOpen(today.organisation());
        boolean lapsed = state().isOpen() && lapse(today.organisation());
        if (named || lapsed) {
            moved("move", named ? ownerToTell(today, now) : List.of(), false, edition, now);
        }
        return named || lapsed;
    }

    /**
     * Tells who holds it that it is about to be opened in an emergency, once for each emergency and who confirms it.
     *
     * @param by the second person, who let another in
     * @return true when it changed
     */
    boolean tellOfEmergency(String emergency, Actor by, LoadedRulebook edition, Organisation today, Instant now) {
        if (history.stream()
                .anyMatch(entry ->
                        emergency.equals(entry.detail()) && by.officer().equals(entry.officer()))) {
            return false;
        }
        write(new HistoryEntry(
                now,
                What.OPENED_IN_EMERGENCY,
                by.post(),
                by.officer(),
                null,
                emergency,
                null,
                version() + 1,
                null,
                null));
        List<String> told = Stream.concat(
                        working(today, owner(), time(edition).dayOf(now)).stream(), namedToTell(today).stream())
                .distinct()
                .toList();
        record(step(now, "break-glass", by.post(), null, told, false, null, edition, null));
        return true;
    }

    /**
     * Goes to who has such a case in the organisation of today, since its unit or owner is no longer there or its unit's
     * cases were moved; no date moves.
     *
     * @param unit code of the unit that follows its own
     * @param reason why the organisation changed
     * @param roster whose turn it is among equals
     * @return true when it changed; nobody may be there to have it
     */
    boolean follow(
            String unit, String reason, LoadedRulebook edition, LoadedRulebook today, Roster roster, Instant now) {
        Assignment before = assignment();
        Exclusion was = guard;
        int since = placedIn;
        guard = in(today, guard);
        // A review is the office's, whatever the topic.
        Classification topic = instance == ReviewLevel.FIRST ? registration().classification() : null;
        boolean lapsed = place(today.assigner().following(before, unit, topic, guard, roster), today);
        if (!assignment().owner().equals(before.owner()) || !assignment().unit().equals(before.unit())) {
            note(now, What.MOVED, null, null, reason);
            record(step(now, "move", null, null, ownerToTell(today, now), false, null, edition, reason));
        } else if (lapsed) {
            moved("move", List.of(), false, edition, now);
        }
        return placedIn != since || !guard.equals(was) || !assignment().equals(before);
    }

    /**
     * Makes it the task of who holds it to tell its petitioner otherwise what a message could not tell.
     *
     * @param notification whose message could not be delivered; it counts once
     * @return true when it changed
     */
    boolean missPetitioner(String notification, LoadedRulebook edition, LoadedRulebook today, Instant now) {
        if (history.stream()
                .anyMatch(entry -> entry.what() == What.NOT_REACHED && notification.equals(entry.detail()))) {
            return false;
        }
        untold = true;
        note(now, What.NOT_REACHED, null, null, notification);
        moved("not-reached", ownerToTell(today, now), false, edition, now);
        return true;
    }

    /**
     * Tells at once, once it is clear whom it is about, the head and those above where many people are behind it (S11), and
     * who leads there where it is urgent.
     */
    void alarm(Organisation today, LoadedRulebook edition, Instant now) {
        if (guard.unclear() || !state().isOpen()) {
            return;
        }
        List<String> ofMany = registration().petition().claimed() ? List.of() : crowdTold(today, edition, now);
        if (!ofMany.isEmpty()) {
            moved("group", ofMany, false, edition, now);
        }
        List<String> ofUrgent = leadersOfUrgent(today, edition, now).stream()
                .filter(post ->
                        !ofMany.contains(post) && !post.equals(assignment().owner()))
                .toList();
        if (!ofUrgent.isEmpty()) {
            moved("urgent", ofUrgent, false, edition, now);
        }
    }

    /** Who has it now, and where it is urgent who leads there. */
    List<String> toTellOfArrival(Turn turn) {
        return Stream.concat(
                        ownerToTell(turn.today(), turn.now()).stream(),
                        leadersOfUrgent(turn.organisation(), turn.edition(), turn.now()).stream())
                .distinct()
                .toList();
    }

    /** Where a topic is that never waits, who leads between it and its owner; where nobody is there, who is next above. */
    private List<String> leadersOfUrgent(Organisation today, LoadedRulebook edition, Instant now) {
        if (!isOfUrgentTopic(edition) || restricted() || guard.unclear()) {
            return List.of();
        }
        LocalDate day = time(edition).dayOf(now);
        List<String> there = leadersThere(today, day).toList();
        return there.isEmpty() ? working(today, List.of(line(today).head()), day) : there;
    }

    /** The head of the unit it is in and so many levels above. */
    List<String> crowdTold(Organisation today, LoadedRulebook edition, Instant now) {
        int people = registration().petition().headCount();
        LocalDate day = time(edition).dayOf(now);
        Line line = line(today);
        List<String> there = leadersThere(today, day).limit(1).toList();
        int counted = there.isEmpty() || there.contains(line.head()) ? 0 : 1;
        return edition.rulebook().clocks().ladder().groupOf(people).stream()
                .map(group -> Stream.concat(Stream.of(line.head()), line.above().stream())
                        .limit(1L + group.levels() - counted)
                        .toList())
                .flatMap(posts -> Stream.concat(there.stream(), working(today, posts, day).stream()))
                .distinct()
                .toList();
    }

    /** Who heads the unit it is in, and those above that up to its owner's; or who stands in there. */
    Stream<String> leadersThere(Organisation today, LocalDate day) {
        Unit unit = today.units().get(assignment().unit());
        if (unit == null || restricted() || guard.unclear()) {
            return Stream.empty();
        }
        Post owner = today.posts().get(assignment().owner());
        List<Unit> upwards = today.upwards(unit);
        long below = upwards.stream()
                .takeWhile(each -> owner == null || !each.code().equals(owner.unit()))
                .count();
        return upwards.stream()
                .limit(below == upwards.size() ? 1 : Math.max(1, below))
                .flatMap(each -> today.standIn(each.head(), day).stream())
                .filter(post -> !guard.keepsOut(post, today))
                .distinct();
    }

    /** Ids of other cases that it leads to. */
    public Stream<String> pointsAt() {
        return Stream.concat(
                Stream.ofNullable(mergedInto),
                history.stream()
                        .filter(HistoryEntry::pointsAtACase)
                        .flatMap(entry -> Stream.ofNullable(entry.detail())));
    }

    /**
     * Takes a step.
     *
     * @param text the words that belong to it, sealed; absent where there are none
     */
    Outcome take(Command command, @Nullable CaseText text, Turn turn) {
        return doneUnder(turn.key()).orElseGet(() -> judged(command, text, turn));
    }

    private Outcome judged(Command command, @Nullable CaseText text, Turn turn) {
        return Procedure.brokenBy(command.step(), standing(turn.edition(), turn.day()))
                .or(() -> new Authority(this, turn).brokenBy(command))
                .<Outcome>map(rule -> refused(rule, turn))
                .orElseGet(() -> {
                    Outcome outcome = carryOut(command, text, turn);
                    if (text != null && outcome instanceof Outcome.Done) {
                        add(text);
                    }
                    return outcome;
                });
    }

    /** The steps that are not whose turn it is to take now, each with the rule it would break; all others are open to them. */
    Map<Step, CaseRule> closedSteps(Turn turn) {
        Situation at = standing(turn.edition(), turn.day());
        Authority authority = new Authority(this, turn);
        Map<Step, CaseRule> closed = new EnumMap<>(Step.class);
        for (Step step : Step.values()) {
            Procedure.brokenBy(step, at).or(() -> authority.brokenBy(step)).ifPresent(rule -> closed.put(step, rule));
        }
        return closed;
    }

    Outcome refused(CaseRule rule, Turn turn) {
        Set<Step> closed = closedSteps(turn).keySet();
        return new Outcome.Refused(
                rule,
                Arrays.stream(Step.values())
                        .filter(step -> !closed.contains(step))
                        .toList());
    }

    private Outcome carryOut(Command command, @Nullable CaseText text, Turn turn) {
        Decisions decisions = new Decisions(this, turn);
        HandingOver handingOver = new HandingOver(this, turn);
        Opinions opinions = new Opinions(this, turn);
        Oversight attendance = new Oversight(this, turn);
        Guidance guidance = new Guidance(this, turn);
        CoHandling coHandling = new CoHandling(this, turn);
        Blackening blackening = new Blackening(this, turn);
        Returning returning = new Returning(this, turn);
        Extensions extensions = new Extensions(this, turn);
        TargetDays targetDays = new TargetDays(this, turn);
        Limiting limiting = new Limiting(this, turn);
        return switch (command) {
            case Command.Accept accept -> decisions.accept(accept);
            case Command.Lead lead -> decisions.lead(lead, told(text));
            case Command.Extend extension -> extensions.extend(extension, text);
            case Command.AskExtension asked -> extensions.ask(asked, told(text));
            case Command.SetTarget noted -> targetDays.set(noted, text);
            case Command.EndTarget ended -> targetDays.end(ended, text);
            case Command.Merge merging -> decisions.merge(merging, text);
            case Command.HandOver handOver -> handingOver.handOver(handOver, text);
            case Command.DecideUnit decision -> handingOver.decideUnit(decision, text);
            case Command.GiveOpinion opinion -> opinions.giveOpinion(opinion, told(text));
            case Command.Serve service -> opinions.serve(service, text);
            case Command.NoteSending noted -> opinions.noteSending(noted, text);
            case Command.Fulfil fulfilment -> opinions.fulfil(fulfilment, text);
            case Command.Hear hearing -> opinions.hear(hearing, text);
            case Command.Supervise push -> attendance.supervise(push, text);
            case Command.Screen screening -> attendance.screen(screening, text);
            case Command.Recuse recusal -> attendance.recuse(recusal, text);
            case Command.Propose proposal -> guidance.propose(proposal, text);
            case Command.AskPart asked -> coHandling.ask(asked, text);
            case Command.ReturnPart returned -> coHandling.giveBack(returned, text);
            case Command.Instruct instruction -> guidance.instruct(instruction, text);
            case Command.ReplyToBody reply -> returning.reply(reply, text);
            case Command.CallBack call -> new Afterwards(this, turn).callBack(call, text);
            case Command.ConfirmCount count -> attendance.confirmCount(count, text);
            case Command.NoteContact contact -> attendance.noteContact(contact, text);
            case Command.FileThanks filing -> decisions.fileThanks(filing, text);
            case Command.SetHeading heading -> attendance.setHeading(heading);
            case Command.SetMark noted -> attendance.setMark(noted);
            case Command.Reclassify correction -> attendance.reclassify(correction, text);
            case Command.Reassign change -> attendance.reassign(change, text);
            case Command.Redact redaction -> blackening.redact(redaction, told(text));
            case Command.ConfirmRedaction confirmation -> blackening.confirm(confirmation, text);
            case Command.UndoRedaction undoing -> blackening.undo(undoing, text);
            case Command.LimitReading limit -> limiting.limit(limit, text);
            case Command.AskNamed asked -> limiting.ask(asked, text);
            case Command.NoteNamed contact -> limiting.note(contact, text);
            case Command.Plain plain ->
                switch (plain.step()) {
                    case DECLINE -> decisions.decline(told(text));
                    case ANSWER -> decisions.answer(told(text));
                    case ANSWER_SUGGESTION -> decisions.answerSuggestion(told(text));
                    case CLOSE -> decisions.close();
                    case OBJECT -> handingOver.object(text);
                    case TAKE_BACK -> handingOver.takeBack(text);
                    case INSIST -> handingOver.insist(text);
                    case TAKE_UP -> opinions.takeUp();
                    case REPORT_BACK -> attendance.reportBack(text);
                    case REFUSE_EXTENSION -> extensions.refuse(text);
                    case TAKE_CHARGE -> guidance.takeCharge(text);
                    case RETURN_TO_BODY -> returning.ask(text);
                    case CONFIRM_RETURN -> returning.confirm(told(text));
                    case REFUSE_RETURN -> returning.refuse(text);
                    case REMIND -> attendance.remind();
                    case TELL -> attendance.tell(text);
                    case COMMENT -> attendance.comment(text);
                    case LIFT_LIMIT -> limiting.lift(text);
                    default -> throw new IllegalArgumentException(plain.step() + " has particulars");
                };
        };
    }

    private static CaseText told(@Nullable CaseText text) {
        return Objects.requireNonNull(text, "the step has words");
    }

    /**
     * Adds the petitioner's supplement 补充材料, which moves no clock and no date; nothing when it was judged before.
     *
     * @param words what was added, examined when the case takes it
     * @param today the version in effect, which knows who may be told
     */
    Optional<CaseEvent> supplement(
            String requestId, Supplier<Examined> words, LoadedRulebook edition, LoadedRulebook today, Instant now) {
        return once(Request.SUPPLEMENT, requestId, edition, now, now, () -> {
            Examined added = words.get();
            keepFrom(added, edition, today, now);
            note(now, What.SUPPLEMENTED, null, add(added), null);
            return new CaseSupplemented(head(now), scope(), apart(), requestId, ownerToTell(today, now));
        });
    }

    /**
     * Ends because its petitioner withdraws 撤回: nothing is owed any more, but that a person finds out whom its words mean;
     * nothing when it was judged before.
     *
     * @param words why, examined when the case takes it
     * @param today the version in effect, which knows who may be told
     */
    Optional<CaseEvent> withdraw(
            String requestId, Supplier<Examined> words, LoadedRulebook edition, LoadedRulebook today, Instant now) {
        return once(Request.WITHDRAW, requestId, edition, now, now, () -> {
            Examined reason = words.get();
            clocks = clocks.stopped();
            keepFrom(reason, edition, today, now);
            state = CaseState.WITHDRAWN;
            undecided = false;
            note(now, What.WITHDRAWN, null, add(reason), null);
            return new CaseWithdrawn(head(now), scope(), apart(), requestId, ownerToTell(today, now), settled(edition));
        });
    }

    /**
     * Goes one level up, since its petitioner asks for a review 复查 or re-review 复核 (Reg. 35, 36); nothing when it was
     * judged before.
     *
     * @param words why, examined when the case takes it
     * @param takenAt when intake took the request, by which its limit is judged
     * @param today the version in effect, which knows who is above
     */
    Optional<CaseEvent> askReview(
            String requestId,
            Supplier<Examined> words,
            Instant takenAt,
            LoadedRulebook edition,
            LoadedRulebook today,
            Instant now) {
        return once(Request.ASK_REVIEW, requestId, edition, takenAt, now, () -> {
            Examined reason = words.get();
            LocalDate on = time(edition).dayOf(takenAt);
            clocks = clocks.stopped();
            callBackOwed = false;
            instance = instance == ReviewLevel.FIRST ? ReviewLevel.REVIEW : ReviewLevel.RE_REVIEW;
            state = instance == ReviewLevel.REVIEW ? CaseState.UNDER_REVIEW : CaseState.UNDER_RE_REVIEW;
            endInstance(today.organisation());
            Assignment reviewer = today.assigner()
                    .toReviewer(
                            Objects.requireNonNullElse(heldBefore, assignment()).unit(), priors, guard);
            widen(reason, reviewer, today);
            heldBefore = heldBefore == null ? null : reviewer;
            heldBeforeFound = null;
            give(reviewer, today);
            clocks = time(edition)
                    .begin(clocks, instance == ReviewLevel.REVIEW ? Beginning.REVIEW : Beginning.RE_REVIEW, on);
            screen(edition, now);
            note(now, What.REVIEW_ASKED, null, add(reason), Names.of(instance));
            return step(
                    now,
                    Names.of(Request.ASK_REVIEW),
                    null,
                    requestId,
                    ownerToTell(today, now),
                    true,
                    null,
                    edition,
                    null);
        });
    }

    private @Nullable String add(Examined words) {
        CaseText text = words.text();
        if (text != null) {
            add(text);
        }
        return text == null ? null : text.id();
    }

    /** Keeps it from whom the petitioner's new words may mean, before anybody is told of them. */
    private void keepFrom(Examined words, LoadedRulebook edition, LoadedRulebook today, Instant now) {
        Assignment had = assignment();
        if (!widen(words, had, today)) {
            return;
        }
        screen(edition, now);
        boolean anew = guard.unclear() && instance == ReviewLevel.FIRST;
        place(anew ? today.assigner().guarded(guard) : today.assigner().over(had, guard), today);
        boolean moved = !assignment().owner().equals(had.owner());
        if (moved) {
            note(now, What.MOVED_ABOVE, null, null, null);
        }
        moved("move-above", moved ? ownerToTell(today, now) : List.of(), false, edition, now);
    }

    /**
     * Widens the guard by whom words may mean; a person has to find out, but for a report, which the desk has anyway.
     *
     * @param had who has it where they mean nobody
     * @return true when it changed
     */
    private boolean widen(Examined words, Assignment had, LoadedRulebook today) {
        Exclusion wider = spared(guard.meaning(words.meant(), today.organisation()), words.meant(), today);
        if (wider.equals(guard)) {
            return false;
        }
        heldBefore = guard.secret() ? heldBefore : had;
        guard = isReport() ? wider : wider.untilScreened();
        return true;
    }

    /** A guard as it is in the organisation of today: words alone keep out nobody who is the last that can find out. */
    Exclusion in(LoadedRulebook today, Exclusion wanted) {
        return spared(wanted.in(today.organisation()), Set.of(), today);
    }

    /** Words alone never take a report from all of the discipline desk. */
    private Exclusion spared(Exclusion wider, Set<String> latest, LoadedRulebook today) {
        return isReport() ? wider.sparingDesk(latest, today.organisation()) : wider;
    }

    /** What somebody wrote who gave no name is in no trace. */
    @Override
    protected boolean isTraceable() {
        return registration != null
                && Boolean.FALSE.equals(registration.petition().anonymous());
    }

    private boolean isReport() {
        return registration().petition().purpose() == Purpose.REPORT;
    }

    /** A person has to find out whom it is about, within the days for that. */
    private void screen(LoadedRulebook edition, Instant now) {
        CaseTime time = time(edition);
        if (guard.unclear() && time.running(clocks, Beginning.SCREENING).isEmpty()) {
            clocks = time.begin(clocks, Beginning.SCREENING, time.dayOf(now));
        }
    }

    /** A request is judged once, however often it is told: as after intake was restored from a backup. */
    private Optional<CaseEvent> once(
            Request request,
            String requestId,
            LoadedRulebook edition,
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
        return new CaseRequestRefused(head(now), scope(), apart(), requestId, Names.of(request), Names.of(rule));
    }

    /** The post that has it; none where all in the organisation are kept from it. */
    private List<String> owner() {
        return assignment().isHeld() ? List.of(assignment().owner()) : List.of();
    }

    /** Who has it, or works in that place, and may know of it today: whoever is told of a case is found here. */
    List<String> ownerToTell(LoadedRulebook today, Instant now) {
        return working(today.organisation(), owner(), time(today).dayOf(now));
    }

    Outcome done(CaseEvent event) {
        return new Outcome.Done(record(event));
    }

    static Outcome wrong(String field, String problem) {
        return new Outcome.Wrong(field, problem);
    }

    Outcome tell(Step step, What what, Turn turn, CaseText text, String detail) {
        String outcome = step == Step.GIVE_OPINION || step == Step.LEAD ? detail : null;
        return taken(step, what, turn, text, detail, List.of(), true, text.reference(), outcome);
    }

    Outcome taken(
            Step step, What what, Turn turn, @Nullable CaseText text, @Nullable String detail, List<String> alerts) {
        return taken(step, what, turn, text, detail, alerts, false, null);
    }

    Outcome taken(
            Step step,
            What what,
            Turn turn,
            @Nullable CaseText text,
            @Nullable String detail,
            List<String> alerts,
            boolean toldPetitioner,
            @Nullable TextReference reference) {
        return taken(step, what, turn, text, detail, alerts, toldPetitioner, reference, null);
    }

    /**
     * Notes a step and records it.
     *
     * @param outcome what it came to, for whoever counts that; absent where it comes to one thing alone
     */
    Outcome taken(
            Step step,
            What what,
            Turn turn,
            @Nullable CaseText text,
            @Nullable String detail,
            List<String> alerts,
            boolean toldPetitioner,
            @Nullable TextReference reference,
            @Nullable String outcome) {
        note(turn.now(), what, turn, text == null ? null : text.id(), detail);
        return taken(step, turn, alerts, toldPetitioner, reference, outcome);
    }

    /**
     * Notes a step that says by its own name what happened, moves no clock and is told to officers alone, and records it.
     *
     * @param outcome what it came to, for whoever counts that; absent where it comes to one thing alone
     * @param alerts posts to tell
     */
    Outcome taken(
            Step step,
            Turn turn,
            @Nullable CaseText text,
            Detail detail,
            @Nullable String outcome,
            List<String> alerts) {
        note(step, turn, text, detail);
        return taken(step, turn, alerts, false, null, outcome);
    }

    /** Notes a step that says by its own name what happened, and tells the petitioner of it in words. */
    Outcome tell(Step step, Turn turn, CaseText text, List<String> alerts) {
        note(step, turn, text, Detail.NONE);
        return taken(step, turn, alerts, true, text.reference(), null);
    }

    /** The same of what concerns a day that was promised to the petitioner, who sees it. */
    Outcome promised(
            Step step,
            Turn turn,
            @Nullable CaseText text,
            Detail detail,
            @Nullable String outcome,
            List<String> alerts,
            LocalDate day) {
        note(step, turn, text, detail);
        return done(step(
                turn.now(),
                Names.of(step),
                turn.by().post(),
                null,
                alerts,
                false,
                null,
                turn.edition(),
                null,
                true,
                outcome,
                day));
    }

    /** Notes a step that the named alone learn of; the event says no more than a change of who reads the case does. */
    Outcome takenAmongNamed(Step step, Turn turn, @Nullable CaseText text, Detail detail, List<String> alerts) {
        note(step, turn, text, detail);
        return taken(Step.LIMIT_READING, turn, alerts, false, null, null);
    }

    /** Records a step that was noted before, and that the petitioner's way does not show. */
    Outcome unseen(Step step, Turn turn) {
        return done(step(
                turn.now(),
                Names.of(step),
                turn.by().post(),
                null,
                List.of(),
                false,
                null,
                turn.edition(),
                null,
                false,
                null,
                null));
    }

    /** Records a step that was noted before. */
    Outcome taken(
            Step step,
            Turn turn,
            List<String> alerts,
            boolean toldPetitioner,
            @Nullable TextReference reference,
            @Nullable String outcome) {
        return done(step(
                turn.now(),
                Names.of(step),
                turn.by().post(),
                null,
                alerts,
                toldPetitioner,
                reference,
                turn.edition(),
                null,
                toldPetitioner || step.is(Step.Trait.SHOWN),
                outcome,
                null));
    }

    /** Records a step that nobody took, but that follows from something else. */
    void moved(String step, List<String> told, boolean toldPetitioner, LoadedRulebook edition, Instant now) {
        record(step(now, step, null, null, told, toldPetitioner, null, edition, null));
    }

    private CaseStepTaken step(
            Instant now,
            String step,
            @Nullable String by,
            @Nullable String requestId,
            List<String> alerts,
            boolean toldPetitioner,
            @Nullable TextReference text,
            LoadedRulebook edition,
            @Nullable String reason) {
        boolean shown = toldPetitioner || requestId != null;
        return step(now, step, by, requestId, alerts, toldPetitioner, text, edition, reason, shown, null, null);
    }

    private CaseStepTaken step(
            Instant now,
            String step,
            @Nullable String by,
            @Nullable String requestId,
            List<String> alerts,
            boolean toldPetitioner,
            @Nullable TextReference text,
            LoadedRulebook edition,
            @Nullable String reason,
            boolean shown,
            @Nullable String outcome,
            @Nullable LocalDate day) {
        boolean counted = Names.of(Step.CONFIRM_COUNT).equals(step);
        return new CaseStepTaken(
                head(now),
                scope(),
                apart(),
                step,
                Names.of(state()),
                by,
                requestId,
                registration().topic(),
                assignment().unit(),
                assignment().owner(),
                alerts,
                toldPetitioner,
                shown,
                outcome,
                text,
                settled(edition),
                reason,
                counted ? registration().petition().headCount() : null,
                day,
                PROMISING.contains(step) && !promises.isEmpty()
                        ? promises.stream()
                                .map(promise -> new Promised(promise.dueOn(), promise.keptOn()))
                                .toList()
                        : null);
    }

    /**
     * Fires the earliest rung that is due, if one is: tells who stands there in the line of today.
     *
     * @param edition the version the case keeps
     * @param today the organisation in effect, which knows who stands in the line now
     */
    public Optional<RungReached> fire(LoadedRulebook edition, Organisation today, Instant now) {
        return clocks.next()
                .filter(due -> !due.rung().dueAt().isAfter(now))
                .map(due -> fired(due, edition, today, now));
    }

    /**
     * Tells the named, once, that the day has passed on which one of them was to get in touch with its petitioner; nobody in
     * the line, and no rung of any clock.
     */
    public Optional<CaseStepTaken> remind(LoadedRulebook edition, Organisation today, Instant now) {
        Referral asked = referral;
        boolean passed = asked != null
                && unreminded()
                        .map(time(edition)::missedAt)
                        .filter(moment -> !moment.isAfter(now))
                        .isPresent();
        if (asked == null || !passed) {
            return Optional.empty();
        }
        referral = asked.told();
        String step = Names.of(Step.LIMIT_READING);
        return Optional.of(record(step(now, step, null, null, namedToTell(today), false, null, edition, null)));
    }

    private RungReached fired(Clocks.Due due, LoadedRulebook edition, Organisation today, Instant now) {
        Clock clock = edition.clockwork().fire(due.clock(), due.rung(), now);
        Rung rung = clock.rungs().get(due.clock().rungs().indexOf(due.rung()));
        Ladder ladder = edition.rulebook().clocks().ladder();
        clocks = clocks.with(clock);
        boolean digest = ladder.isDigest(rung.name(), rung.level()) && !isUrgent(edition);
        RungReached reached = record(new RungReached(
                head(now),
                scope(),
                apart(),
                clock,
                rung,
                told(clock, rung, edition, today, time(edition).dayOf(now)),
                digest));
        note(now, What.RUNG_REACHED, null, null, clock.kind() + " " + rung.name());
        if (rung.name().equals(Ladder.DUE)) {
            countAsAccepted(clock, edition, now);
        }
        settle(time(edition));
        return reached;
    }

    /** Safety and red supervision never wait for a digest. */
    private boolean isUrgent(LoadedRulebook edition) {
        return supervision == SupervisionLevel.RED || isOfUrgentTopic(edition);
    }

    boolean isOfUrgentTopic(LoadedRulebook edition) {
        String topic = registration().topic();
        return topic != null
                && edition.rulebook().topics().upwards(topic).stream()
                        .anyMatch(edition.rulebook().clocks().ladder().urgentTopics()::contains);
    }

    /** What nobody decided by the end of its limit counts as accepted from that day, where the rules say so. */
    private void countAsAccepted(Clock missed, LoadedRulebook edition, Instant now) {
        if (state().awaitsDecision() && time(edition).deemsAcceptance(missed)) {
            accepted(missed.dueOn(), edition);
            note(now, What.DEEMED_ACCEPTED, null, null, null);
            record(new CaseAccepted(head(now), scope(), apart(), missed.dueOn(), null, true, clocks.all()));
        }
    }

    void accepted(LocalDate on, LoadedRulebook edition) {
        state = CaseState.ACCEPTED;
        acceptedOn = on;
        clocks = time(edition).begin(clocks.withoutRights(), Beginning.ACCEPTANCE, on);
    }

    void end(Step step, Turn turn) {
        clocks = time(turn.edition()).end(clocks, step, turn.day());
    }

    List<Clock> settled(LoadedRulebook edition) {
        settle(time(edition));
        return clocks.all();
    }

    LocalDate acceptedOn() {
        return Objects.requireNonNull(acceptedOn, "not accepted");
    }
}
